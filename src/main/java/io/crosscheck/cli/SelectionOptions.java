package io.crosscheck.cli;

import io.crosscheck.operation.Operation;
import io.crosscheck.run.Selection;
import io.crosscheck.run.Shard;
import io.crosscheck.run.Tier;
import io.crosscheck.tensor.DType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which cases: the same for every command that takes cases. */
final class SelectionOptions {

  @Option(
      names = "--features",
      paramLabel = "DIR",
      description = "A folder of features instead of the built-in ones.")
  private @Nullable Path features;

  @Option(names = "--tags", paramLabel = "EXPR", description = "Only cases with such tags.")
  private String tags = "";

  @Option(
      names = "--operation",
      paramLabel = "NAME",
      converter = Tokens.OfOperation.class,
      description = "Only cases that compute it; repeatable.")
  private List<Operation> operations = new ArrayList<>();

  @Option(
      names = "--dtype",
      paramLabel = "DTYPE",
      converter = Tokens.OfDType.class,
      description = "Only cases in that dtype; repeatable.")
  private List<DType> dtypes = new ArrayList<>();

  @Option(names = "--case", paramLabel = "ID", description = "Only that case; repeatable.")
  private List<String> cases = new ArrayList<>();

  @Option(
      names = "--tier",
      paramLabel = "TIER",
      converter = Tokens.OfTier.class,
      description = "smoke, quick (the default) or full.")
  private Tier tier = Tier.QUICK;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      converter = Tokens.OfShard.class,
      description = "Only part I of N, by case id; the N parts hold each case once.")
  private @Nullable Shard shard;

  Optional<Path> features() {
    return Optional.ofNullable(features);
  }

  Tier tier() {
    return tier;
  }

  Selection selection() {
    return new Selection(
        tier,
        tags,
        operations.stream().map(Operation::name).toList(),
        dtypes.stream().map(DType::token).toList(),
        cases,
        Optional.ofNullable(shard));
  }
}
