package io.crosscheck.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.crosscheck.backend.BackendProvider;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class QuickCompilerTest {

  private static final String NO_SECOND_COMPILER = "Enable:true Exclude:true";

  @TempDir Path folder;

  @Test
  void a_short_run_does_without_the_second_compiler() throws Exception {
    assertThat(directives("cpu", "smoke"), containsString(NO_SECOND_COMPILER));
  }

  @Test
  void a_run_of_the_full_tier_has_it() throws Exception {
    assertThat(directives("cpu", "full"), not(containsString(NO_SECOND_COMPILER)));
  }

  @Test
  void the_kernels_of_a_third_party_have_it() throws Exception {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(BackendProvider.class.getName()), HaltingBackendProvider.class.getName());
    assertThat(directives("halting", "smoke"), not(containsString(NO_SECOND_COMPILER)));
  }

  @Test
  void a_jvm_whose_compilers_were_chosen_keeps_them() throws Exception {
    // Without the second compiler nothing would be compiled here at all.
    assertThat(
        directives("cpu", "smoke", "-XX:-TieredCompilation"),
        not(containsString(NO_SECOND_COMPILER)));
  }

  /** What HotSpot says that its compilers go by at the end of such a run. */
  private String directives(String backend, String tier, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.add("-cp");
    command.add(folder + File.pathSeparator + System.getProperty("java.class.path"));
    command.add(TalkativeMain.class.getName());
    command.addAll(List.of("run", "--backend", backend, "--tier", tier));
    command.addAll(List.of("--operation", "softmax", "--dtype", "float32", "--shard", "1/4"));
    command.addAll(List.of("--report", folder.resolve("report").toString()));
    Path out = folder.resolve("out");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    Process process = builder.start();
    assertThat(process.waitFor(), is(0));
    String said = Files.readString(out);
    assertThat(said, containsString("c2 directives"));
    return said;
  }

  /** The command line in a JVM of its own, and the compilers' directives at its end. */
  static final class TalkativeMain {

    private TalkativeMain() {}

    /** Runs and ends as {@link Main} does. */
    public static void main(String... arguments) {
      Runtime.getRuntime().addShutdownHook(new Thread(TalkativeMain::printDirectives));
      Main.main(arguments);
    }

    private static void printDirectives() {
      try {
        System.out.println(
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "compilerDirectivesPrint",
                    new Object[0],
                    new String[0]));
      } catch (JMException e) {
        System.out.println(e);
      }
    }
  }
}
