package io.crosscheck.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Which implementation was under test.
 *
 * @param dialect the named bundle of choices it declares
 * @param backend the backend as the command line named it; of {@code exec:COMMAND} only {@code
 *     exec} is kept, for a command may hold paths
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Implementation(
    String name,
    String version,
    String language,
    String url,
    @Nullable String dialect,
    String backend) {

  public Implementation {
    backend = backend.startsWith("exec:") ? "exec" : backend;
  }
}
