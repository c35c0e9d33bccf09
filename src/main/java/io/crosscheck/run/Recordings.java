package io.crosscheck.run;

import io.crosscheck.backend.Description;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.Operation;
import io.crosscheck.protocol.AnswerFile;
import io.crosscheck.protocol.DescribeFailedException;
import io.crosscheck.protocol.Encoding;
import io.crosscheck.protocol.ProtocolException;
import io.crosscheck.protocol.Reply;
import io.crosscheck.tensor.DType;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What recorded answers hold beyond the answers: a description, or all that it could claim. */
final class Recordings {

  private Recordings() {}

  /**
   * Opens a file of answers.
   *
   * @throws SetUpException where it can't be read, or a line doesn't say what it answers
   */
  static AnswerFile open(Path path) {
    try {
      return AnswerFile.open(path);
    } catch (ProtocolException e) {
      throw new SetUpException(
          "\"" + path + "\", " + e.reason() + " - expected an answer to a line of export");
    } catch (FileNotFoundException e) {
      throw new SetUpException("there is no file \"" + path + "\" to read answers from");
    } catch (IOException e) {
      throw new SetUpException("\"" + path + "\" can't be read: " + e.getMessage());
    }
  }

  /** The description in the file; one that claims every operation in every dtype if it has none. */
  static Reply.Described description(AnswerFile answers) throws DescribeFailedException {
    return answers.description().orElseGet(Recordings::everything);
  }

  /** A description that claims every operation in every dtype. */
  static Reply.Described everything() {
    Set<DType> dtypes = Set.of(DType.values());
    Description description =
        Description.of(
            "recorded",
            "unknown",
            Catalogue.operations().stream()
                .collect(Collectors.toMap(Operation::name, operation -> dtypes)));
    return new Reply.Described(0, description, Encoding.VALUES, List.of());
  }

  /**
   * Refuses answers to requests that no case of the specification makes: those of the selection are
   * looked at first, for recording all takes longer.
   */
  static void check(Path path, AnswerFile answers, FeatureSet features, Runner selected) {
    Set<Long> unknown = new TreeSet<>(answers.ids());
    forget(unknown, selected);
    if (!unknown.isEmpty()) {
      forget(unknown, new Runner(features, Selection.of(Tier.FULL)));
    }
    Optional<Long> first = unknown.stream().findFirst();
    if (first.isPresent()) {
      throw new SetUpException(
          "\"%s\", line %d: id %d is of no request that this specification makes (%d such lines); export again, or give the same --features"
              .formatted(path, answers.line(first.get()), first.get(), unknown.size()));
    }
  }

  private static void forget(Set<Long> unknown, Runner runner) {
    Set<Long> ids = new HashSet<>();
    runner.requests(everything().description(), asked -> ids.add(asked.id()));
    unknown.removeAll(ids);
  }
}
