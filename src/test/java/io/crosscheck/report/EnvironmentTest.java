package io.crosscheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {

  @Test
  void it_names_no_host_user_or_path() throws IOException {
    List<String> words = List.of(Environment.current().toString().split("[\\s\\[\\],={}]+"));
    String host = InetAddress.getLocalHost().getHostName();
    for (String secret : List.of(System.getProperty("user.name"), host)) {
      assertFalse(words.contains(secret), () -> secret + " in " + words);
    }
    for (String property : List.of("user.dir", "user.home", "java.home", "java.io.tmpdir")) {
      String path = System.getProperty(property);
      assertFalse(words.stream().anyMatch(w -> w.startsWith(path)), () -> path + " in " + words);
    }
  }

  @Test
  void the_cpu_is_the_first_model_name(@TempDir Path dir) throws IOException {
    Path info = dir.resolve("cpuinfo");
    Files.writeString(info, "processor\t: 0\nmodel name\t: Model X @ 2GHz\nmodel name\t: Other\n");
    assertEquals("Model X @ 2GHz", Environment.cpu(info));
  }

  @Test
  void the_cpu_has_its_widest_vectors_which_a_model_may_lack_in_a_virtual_machine(@TempDir Path dir)
      throws IOException {
    String model = "model name\t: Model X\nflags\t\t: fpu sse2 ";
    Path info = dir.resolve("cpuinfo");
    Files.writeString(info, model + "avx avx2 avx512f avx512dq\n");
    assertEquals("Model X with AVX-512", Environment.cpu(info));
    Files.writeString(info, model + "avx avx2\n");
    assertEquals("Model X with AVX2", Environment.cpu(info));
    Files.writeString(info, model + "avx\n");
    assertEquals("Model X", Environment.cpu(info));
  }

  @Test
  void the_cpu_is_unknown_where_the_system_does_not_tell(@TempDir Path dir) throws IOException {
    Path info = Files.writeString(dir.resolve("cpuinfo"), "Hardware\t: board\n");
    assertEquals("unknown", Environment.cpu(info));
    assertEquals("unknown", Environment.cpu(dir.resolve("absent")));
  }

  @Test
  void libraries_are_those_of_crosscheck_and_of_the_backend() {
    Map<String, String> libraries =
        Environment.current().withLibraries(Map.of("onnxruntime", "1.20")).libraries();
    assertEquals("1.20", libraries.get("onnxruntime"));
    Stream.of("cucumber-java", "jackson-databind")
        .forEach(name -> assertEquals('.', libraries.get(name).charAt(1), name));
  }
}
