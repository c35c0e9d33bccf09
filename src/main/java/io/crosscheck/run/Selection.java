package io.crosscheck.run;

import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which cases run. Within one list any entry will do; all lists that aren't empty must agree.
 *
 * @param tags a tag expression, empty for none
 * @param operations names; a case that computes one of them is in
 * @param dtypes names such as float32
 * @param cases whole ids; these run whatever their tier
 * @param shard the part of what all that keeps; empty for the whole
 */
public record Selection(
    Tier tier,
    String tags,
    List<String> operations,
    List<String> dtypes,
    List<String> cases,
    Optional<Shard> shard) {

  /** Refuses a tag expression that doesn't parse. */
  public Selection {
    parse(tags);
  }

  /** The whole of what the filters keep. */
  public Selection(
      Tier tier, String tags, List<String> operations, List<String> dtypes, List<String> cases) {
    this(tier, tags, operations, dtypes, cases, Optional.empty());
  }

  /** Every case of a tier. */
  public static Selection of(Tier tier) {
    return new Selection(tier, "", List.of(), List.of(), List.of());
  }

  /** Those of the tier: the cases that the report lists. */
  List<SpecifiedCase> listed(List<SpecifiedCase> all) {
    return all.stream().filter(c -> tier.includes(c.tags()) || cases.contains(c.id())).toList();
  }

  /** Those of the listed cases that the filters keep; refused if there are none. */
  List<SpecifiedCase> selected(List<SpecifiedCase> listed) {
    Expression expression = parse(tags);
    List<SpecifiedCase> selected =
        listed.stream()
            .filter(c -> expression.evaluate(c.tags()))
            .filter(
                c -> operations.isEmpty() || c.operations().stream().anyMatch(operations::contains))
            .filter(c -> dtypes.isEmpty() || dtypes.contains(c.dtype()))
            .filter(c -> cases.isEmpty() || cases.contains(c.id()))
            .filter(c -> shard.isEmpty() || shard.get().holds(c.id()))
            .toList();
    if (selected.isEmpty()) {
      throw new SetUpException(
          "nothing selected: no case of the tier "
              + tier.token()
              + " matches "
              + (filters().isEmpty() ? "it" : filters())
              + (tier == Tier.FULL ? "" : "; --tier full has all cases"));
    }
    return selected;
  }

  /** What the user asked for beyond the tier, option by option, as a report shows it. */
  Map<String, String> filters() {
    Map<String, String> filters = new LinkedHashMap<>();
    put(filters, "tags", tags);
    put(filters, "operation", String.join(", ", operations));
    put(filters, "dtype", String.join(", ", dtypes));
    put(filters, "case", String.join(", ", cases));
    put(filters, "shard", shard.map(Shard::toString).orElse(""));
    return filters;
  }

  private static void put(Map<String, String> filters, String option, String value) {
    if (!value.isBlank()) {
      filters.put(option, value);
    }
  }

  private static Expression parse(String tags) {
    try {
      return TagExpressionParser.parse(tags);
    } catch (TagExpressionException e) {
      throw new SetUpException("--tags \"" + tags + "\" is no tag expression: " + firstLine(e));
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().reduce((first, last) -> last).orElse("");
  }
}
