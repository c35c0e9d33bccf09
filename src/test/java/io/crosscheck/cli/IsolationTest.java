package io.crosscheck.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosscheck.backend.BackendProvider;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class IsolationTest {

  private static final String FEATURES = "src/test/resources/io/crosscheck/cli/features";
  private static final String CLASS_PATH = "java.class.path";

  @TempDir Path folder;

  private final String classPath = System.getProperty(CLASS_PATH);
  private final ClassLoader loader = Thread.currentThread().getContextClassLoader();

  /** Registers the provider here and in the JVMs to come, for the length of a test. */
  @BeforeEach
  void register() throws IOException {
    Path services = Files.createDirectories(folder.resolve("provider/META-INF/services"));
    Files.writeString(
        services.resolve(BackendProvider.class.getName()), HaltingBackendProvider.class.getName());
    Path provider = folder.resolve("provider");
    System.setProperty(CLASS_PATH, provider + File.pathSeparator + classPath);
    URL[] urls = {provider.toUri().toURL()};
    Thread.currentThread().setContextClassLoader(new URLClassLoader(urls, loader));
  }

  @AfterEach
  void restore() {
    System.setProperty(CLASS_PATH, classPath);
    Thread.currentThread().setContextClassLoader(loader);
  }

  @Test
  void a_library_that_takes_its_jvm_down_costs_the_case_in_flight() throws IOException {
    String report = folder.resolve("report").toString();
    Executed run =
        Executed.of("run", "--features", FEATURES, "--backend", "halting", "--report", report);
    assertThat(run.err(), run.status(), is(1));
    JsonNode json =
        new ObjectMapper().readTree(folder.resolve("report/halting/report.json").toFile());
    assertThat(json.at("/totals/passed").asInt(), is(3));
    assertThat(json.at("/totals/errored").asInt(), is(1));
  }

  @Test
  void backends_says_that_it_gets_a_jvm_of_its_own() {
    assertThat(
        Executed.of("backends").out(),
        containsString("halting      available      in a JVM of its own\n"));
  }
}
