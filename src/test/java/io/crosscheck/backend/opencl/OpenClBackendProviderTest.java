package io.crosscheck.backend.opencl;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crosscheck.backend.BackendProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenClBackendProviderTest {

  private static final String NATIVE_ACCESS = "--enable-native-access=ALL-UNNAMED";

  @TempDir private Path empty;

  @Test
  void it_is_registered() {
    List<String> names =
        ServiceLoader.load(BackendProvider.class).stream()
            .map(p -> p.type().getName())
            .filter(n -> n.startsWith("io.crosscheck.backend.opencl"))
            .toList();
    assertEquals(List.of(OpenClBackendProvider.class.getName()), names);
  }

  @Test
  void without_a_driver_it_says_which_to_install() throws Exception {
    assertEquals(
        "no OpenCL platform found; install a driver, for instance"
            + " `apt-get install pocl-opencl-icd`",
        reasonInChild(List.of(), classPath("")));
  }

  @Test
  void without_the_loader_it_says_which_to_install() throws Exception {
    String reason =
        reasonInChild(List.of("-Dorg.lwjgl.opencl.libname=libNoSuchThing.so"), classPath(""));
    assertThat(reason, startsWith("no OpenCL loader (libOpenCL) found"));
    assertThat(reason, containsString("`apt-get install ocl-icd-libopencl1`"));
  }

  @Test
  void without_the_binding_it_says_so() throws Exception {
    String reason = reasonInChild(List.of(), classPath("lwjgl"));
    assertThat(reason, containsString("put LWJGL 3"));
  }

  @Test
  void a_jvm_without_native_access_lacks_that_flag() throws Exception {
    assertThat(inChild(Probe.FLAGS, List.of(), classPath("")), is("[" + NATIVE_ACCESS + "]"));
    assertThat(inChild(Probe.FLAGS, List.of(NATIVE_ACCESS), classPath("")), is("[]"));
  }

  private String reasonInChild(List<String> flags, String classPath) throws Exception {
    return inChild(Probe.REASON, flags, classPath);
  }

  /** What {@link Probe} prints in a JVM that sees no OpenCL driver. */
  private String inChild(String question, List<String> flags, String classPath)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", classPath, Probe.class.getName(), question));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("OCL_ICD_VENDORS", empty.toString());
    builder.environment().put("OCL_ICD_FILENAMES", "");
    Process child = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(0, child.waitFor());
    return said;
  }

  /** This class path, without the entries that hold {@code left}. */
  private static String classPath(String left) {
    String[] entries = System.getProperty("java.class.path").split(java.io.File.pathSeparator);
    Stream<String> kept =
        Arrays.stream(entries).filter(e -> left.isEmpty() || !e.contains("/" + left));
    String path = kept.collect(Collectors.joining(java.io.File.pathSeparator));
    assertTrue(path.contains("classes"), path);
    return path;
  }

  /** The child's main class. */
  static final class Probe {

    static final String REASON = "reason";
    static final String FLAGS = "flags";

    private Probe() {}

    public static void main(String[] arguments) {
      OpenClBackendProvider provider = new OpenClBackendProvider();
      System.out.println(
          arguments[0].equals(REASON)
              ? provider.unavailability().orElse("available")
              : provider.missingJvmFlags());
    }
  }
}
