package io.crosscheck;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keeps the rooms of the house apart; each rule is a line of the architecture. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.crosscheck");

  // What each room may see beside others; Hamcrest and Jackson have rules of their own.
  private static final String[] LIBRARIES = {
    "java..", "org.jspecify..", "org.hamcrest..", "com.fasterxml.."
  };

  @Test
  void the_scan_saw_the_whole_house() {
    assertThat(CLASSES.size(), greaterThan(120));
    for (String room :
        new String[] {
          "tensor",
          "exact",
          "operation",
          "dialect",
          "backend",
          "backend.reference",
          "backend.cpu",
          "backend.vector",
          "backend.opencl",
          "backend.onnxruntime",
          "backend.pytorch",
          "backend.tensorflow",
          "backend.onednn",
          "backend.djl",
          "protocol",
          "verdict",
          "probe",
          "search",
          "bench",
          "steps",
          "run",
          "report",
          "specification",
          "fixtures",
          "cli"
        }) {
      assertThat(
          room,
          CLASSES.stream().filter(c -> c.getPackageName().equals("io.crosscheck." + room)).count(),
          greaterThan(0L));
    }
  }

  @Test
  void each_room_sees_only_what_it_may() {
    room("tensor");
    room("exact", "tensor");
    room("operation", "tensor", "exact");
    room("backend", "tensor", "operation", "dialect");
    room("backend.reference", "tensor", "exact", "operation", "backend", "dialect");
    room("backend.cpu", "tensor", "operation", "backend");
    room("dialect", "operation", "tensor");
    room("probe", "tensor", "operation", "dialect", "backend", "verdict");
    room("bench", "tensor", "operation", "backend", "verdict");
    room("search", "tensor", "operation", "backend", "verdict");
    room("verdict", "tensor", "exact", "operation", "backend", "protocol");
  }

  private static void room(String name, String... others) {
    String[] allowed = new String[others.length + 1 + LIBRARIES.length];
    System.arraycopy(LIBRARIES, 0, allowed, 0, LIBRARIES.length);
    allowed[LIBRARIES.length] = "io.crosscheck." + name;
    for (int i = 0; i < others.length; i++) {
      allowed[LIBRARIES.length + 1 + i] = "io.crosscheck." + others[i];
    }
    classes()
        .that()
        .resideInAPackage("io.crosscheck." + name)
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(primitiveOrArray()))
        .check(CLASSES);
  }

  private static com.tngtech.archunit.base.DescribedPredicate<
          com.tngtech.archunit.core.domain.JavaClass>
      primitiveOrArray() {
    return com.tngtech.archunit.base.DescribedPredicate.describe(
        "primitives and arrays of what is allowed",
        c -> c.isPrimitive() || (c.isArray() && c.getBaseComponentType().isPrimitive()));
  }

  @Test
  void nothing_depends_on_the_implementations_of_backends() {
    for (String backend :
        new String[] {
          "reference",
          "cpu",
          "vector",
          "opencl",
          "onnxruntime",
          "pytorch",
          "tensorflow",
          "onednn",
          "djl"
        }) {
      String room = "io.crosscheck.backend." + backend + "..";
      noClasses()
          .that()
          .resideOutsideOfPackage(room)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(room)
          .check(CLASSES);
    }
  }

  @Test
  void the_oracle_never_sees_a_backend() {
    noClasses()
        .that()
        .resideInAnyPackage("io.crosscheck.exact..", "io.crosscheck.operation..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.crosscheck.backend..")
        .check(CLASSES);
  }

  @Test
  void what_an_operation_computes_is_the_same_on_every_machine() {
    for (String function : List.of("exp", "log", "log1p", "expm1")) {
      noClasses()
          .that()
          .resideInAPackage("io.crosscheck.operation")
          .should()
          .callMethod(Math.class, function, double.class)
          .orShould()
          .callMethod(Math.class, "pow", double.class, double.class)
          .because("Math is exact to an ulp only, and published bounds must not differ")
          .check(CLASSES);
    }
  }

  @Test
  void the_incubating_module_stays_in_the_vector_backend_and_out_of_its_provider() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.crosscheck.backend.vector")
        .or()
        .haveSimpleNameEndingWith("Provider")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jdk.incubator..")
        .check(CLASSES);
  }

  @Test
  void libraries_stay_in_their_rooms() {
    confined("org.lwjgl..", "io.crosscheck.backend.opencl");
    confined("org.bytedeco.pytorch..", "io.crosscheck.backend.pytorch");
    confined("org.bytedeco.dnnl..", "io.crosscheck.backend.onednn");
    confined("ai.djl..", "io.crosscheck.backend.djl");
    confined("org.tensorflow..", "io.crosscheck.backend.tensorflow");
    confined("ai.onnxruntime..", "io.crosscheck.backend.onnxruntime");
    confined("ai.onnx..", "io.crosscheck.backend.onnxruntime");
    confined("com.google.protobuf..", "io.crosscheck.backend.onnxruntime");
    confined(
        "com.fasterxml..",
        "io.crosscheck.dialect",
        "io.crosscheck.protocol",
        "io.crosscheck.report",
        "io.crosscheck.steps",
        "io.crosscheck.run",
        "io.crosscheck.fixtures",
        "io.crosscheck.cli");
    confined("org.hamcrest..", "io.crosscheck.verdict", "io.crosscheck.steps");
    confined(
        "io.cucumber..",
        "io.crosscheck",
        "io.crosscheck.steps",
        "io.crosscheck.run",
        "io.crosscheck.specification");
    confined("picocli..", "io.crosscheck.cli");
    confined("freemarker..", "io.crosscheck.report");
  }

  private static void confined(String library, String... rooms) {
    noClasses()
        .that()
        .resideOutsideOfPackages(rooms)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(CLASSES);
  }

  @Test
  void rooms_form_no_cycle() {
    slices().matching("io.crosscheck.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void no_class_is_named_for_nothing_in_particular() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .check(CLASSES);
  }
}
