package io.crosscheck.backend.vector;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.crosscheck.backend.BackendProvider;
import io.crosscheck.backend.StrictBoundContract;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Skipped, but for the provider, where this JVM runs without the incubating module. */
class VectorBackendTest extends StrictBoundContract {

  @Override
  protected BackendProvider provider() {
    return new VectorBackendProvider();
  }
}
