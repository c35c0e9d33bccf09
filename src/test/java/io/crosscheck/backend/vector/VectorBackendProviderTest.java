package io.crosscheck.backend.vector;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.crosscheck.backend.BackendProvider;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** Runs with the incubating module and without it. */
class VectorBackendProviderTest {

  @Test
  void it_names_the_flag_that_this_jvm_was_started_without() {
    boolean on =
        String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments())
            .contains("jdk.incubator.vector");
    VectorBackendProvider provider = new VectorBackendProvider();
    assertThat(provider.unavailability(), equalTo(Optional.empty()));
    assertThat(
        provider.missingJvmFlags(), on ? empty() : contains("--add-modules=jdk.incubator.vector"));
  }

  @Test
  void the_built_in_backends_are_found_without_the_module() {
    assertThat(
        ServiceLoader.load(BackendProvider.class).stream().map(p -> p.get().name()).toList(),
        hasItems("cpu", "vector"));
  }
}
