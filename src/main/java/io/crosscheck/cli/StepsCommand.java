package io.crosscheck.cli;

import io.crosscheck.run.FeatureSet;
import io.crosscheck.specification.StepList;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code crosscheck steps}. */
@Command(
    name = "steps",
    description = "Lists the steps that features are written in, with meaning and example.")
final class StepsCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.print(StepList.of(FeatureSet.load(Optional.empty())).text());
    out.flush();
    return Main.CONFORMS;
  }
}
