package io.crosscheck.specification;

import io.cucumber.messages.types.DocString;
import io.cucumber.messages.types.Step;
import io.cucumber.messages.types.TableCell;
import io.cucumber.messages.types.TableRow;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One step of a scenario.
 *
 * @param rows the matrix below it, from a table or a doc string; empty where there is none
 * @param block the doc string below it where that is no matrix, else empty
 */
record StepView(String keyword, List<Span> text, List<List<String>> rows, String block) {

  private static final Pattern MATRIX =
      Pattern.compile("\\[\\s*\\[[^\\[\\]]*\\](\\s*,\\s*\\[[^\\[\\]]*\\])*\\s*\\]");

  static StepView of(Step step) {
    List<List<String>> table = step.getDataTable().map(t -> cells(t.getRows())).orElse(List.of());
    String block = step.getDocString().map(DocString::getContent).orElse("");
    boolean matrix = MATRIX.matcher(block.strip()).matches();
    return new StepView(
        step.getKeyword().strip(),
        Span.ofStep(step.getText()),
        matrix ? rows(block.strip()) : table,
        matrix ? "" : block);
  }

  /** The text without its parts. */
  String plain() {
    return text.stream().map(Span::text).collect(Collectors.joining());
  }

  static List<List<String>> cells(List<TableRow> rows) {
    return rows.stream()
        .map(row -> row.getCells().stream().map(TableCell::getValue).toList())
        .toList();
  }

  private static List<List<String>> rows(String matrix) {
    String inner =
        matrix.substring(matrix.indexOf('[', 1) + 1, matrix.lastIndexOf(']', matrix.length() - 2));
    return Arrays.stream(inner.split("\\]\\s*,\\s*\\[", -1))
        .map(row -> Arrays.stream(row.split(",", -1)).map(String::strip).toList())
        .toList();
  }
}
