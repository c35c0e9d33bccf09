package io.crosscheck.search;

import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import io.crosscheck.tensor.TensorLiteral;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A search on disk: lines that say which one it is, the number of evaluations, and the worst inputs
 * of each niche. With these it goes on as if it had not been interrupted.
 *
 * @param search says what is searched, by what seed: a search goes on only under the same lines
 */
public record SavedHunt(Path file, List<String> search) {

  private static final String FORMAT = "crosscheck hunt 1";
  private static final String EVALUATIONS = "evaluations ";
  private static final String CANDIDATE = "candidate ";
  private static final String INPUT = "  ";

  /** Writes the state of {@code hunt}; what was there before stays until all is written. */
  public void save(Hunt hunt) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(FORMAT);
    lines.addAll(search);
    lines.add(EVALUATIONS + hunt.evaluations());
    hunt.populations()
        .forEach((niche, found) -> found.worst().forEach(c -> lines.addAll(lines(niche, c))));
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path written = Files.createTempFile(folder, "hunt", ".tmp");
    Files.write(written, lines);
    Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static List<String> lines(Niche niche, Candidate candidate) {
    List<String> lines = new ArrayList<>();
    lines.add(CANDIDATE + candidate.overBound() + " " + niche.optional() + " " + niche.shape());
    candidate
        .inputs()
        .forEach(
            (name, tensor) ->
                lines.add(
                    INPUT
                        + String.join(
                            " ", name, tensor.dtype().token(), TensorLiteral.format(tensor))));
    return lines;
  }

  /**
   * Brings {@code hunt}, which has not begun, to where the saved one was.
   *
   * @throws IllegalArgumentException where the file holds another search or none
   */
  public void restore(Hunt hunt) throws IOException {
    Deque<String> lines = new ArrayDeque<>(Files.readAllLines(file));
    expect(lines, FORMAT);
    search.forEach(line -> expect(lines, line));
    String done = lines.isEmpty() ? "" : lines.remove();
    if (!done.startsWith(EVALUATIONS)) {
      throw damaged(done);
    }
    Map<Niche, List<Candidate>> found = new LinkedHashMap<>();
    while (!lines.isEmpty()) {
      read(lines, found);
    }
    hunt.restore(Long.parseLong(done.substring(EVALUATIONS.length())), found);
  }

  private void read(Deque<String> lines, Map<Niche, List<Candidate>> found) {
    String heading = lines.remove();
    String[] words = heading.split(" ", 4);
    if (words.length != 4 || !heading.startsWith(CANDIDATE)) {
      throw damaged(heading);
    }
    Map<String, Tensor> inputs = new HashMap<>();
    while (!lines.isEmpty() && lines.element().startsWith(INPUT)) {
      String[] input = lines.remove().strip().split(" ", 3);
      DType dtype = DType.ofToken(input[1]).orElseThrow(() -> damaged(heading));
      inputs.put(input[0], TensorLiteral.parse(input[2], dtype));
    }
    long[] lengths = TensorLiteral.parse(words[3], DType.INT64).toLongs();
    int[] whole = new int[lengths.length];
    for (int axis = 0; axis < whole.length; axis++) {
      whole[axis] = (int) lengths[axis];
    }
    found
        .computeIfAbsent(
            new Niche(Shape.of(whole), Boolean.parseBoolean(words[2])), n -> new ArrayList<>())
        .add(new Candidate(inputs, Double.parseDouble(words[1])));
  }

  private void expect(Deque<String> lines, String expected) {
    String seen = lines.isEmpty() ? "" : lines.remove();
    if (!seen.equals(expected)) {
      throw new IllegalArgumentException(
          "%s holds another search: \"%s\" where this one has \"%s\"; give its options, or another file"
              .formatted(file, seen, expected));
    }
  }

  private IllegalArgumentException damaged(String line) {
    return new IllegalArgumentException(
        file + " is damaged: \"" + line + "\"; start the search anew");
  }
}
