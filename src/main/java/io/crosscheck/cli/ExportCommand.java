package io.crosscheck.cli;

import io.crosscheck.run.Export;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code crosscheck export}. */
@Command(
    name = "export",
    description = "Writes the requests of a run to stdout, for an adapter on another machine.",
    sortOptions = false)
final class ExportCommand implements Callable<Integer> {

  @Mixin private SelectionOptions selection = new SelectionOptions();

  @Option(
      names = "--description",
      paramLabel = "FILE",
      description = "The adapter's answer to the first line: only what it claims is written.")
  private @Nullable Path description;

  @Override
  public Integer call() throws IOException {
    // Not through a writer: the lines are UTF-8 whatever the terminal's encoding.
    try (OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out))) {
      Export.write(
          selection.features(), selection.selection(), Optional.ofNullable(description), out);
    }
    return Main.CONFORMS;
  }
}
