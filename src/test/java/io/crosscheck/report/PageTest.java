package io.crosscheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageTest {

  private static String page(RunReport... reports) throws IOException {
    List<RunReport> all = List.of(reports);
    return Templates.render("report/index.ftlh", Page.of(all, FolderNames.of(all)));
  }

  private static RunReport with(Case... cases) {
    return Samples.report("mine", List.of(cases));
  }

  private static void assertContains(String page, String part) {
    assertTrue(page.contains(part), () -> part + " is missing in\n" + page);
  }

  @Test
  void failures_and_errors_stand_in_full_with_their_request() throws IOException {
    String page = page(Samples.mixed("mine"));
    assertContains(page, "<pre>item 2: 0.5 - expected 0.25\nsecond line</pre>");
    assertContains(page, "<pre>timed out after 10 s</pre>");
    assertContains(
        page, "<pre>{&quot;operation&quot;:&quot;softmax&quot;,&quot;x&quot;:[1,-0.0]}</pre>");
  }

  @Test
  void more_than_five_implementations_are_counted_and_get_narrow_columns() throws IOException {
    RunReport one = Samples.mixed("mine");
    String five = page(one, one, one, one, one);
    assertContains(five, "<h1>Conformance of mine, mine-2, mine-3, mine-4, mine-5</h1>");
    assertContains(five, "<div class=\"scroll fits\"");
    String six = page(one, one, one, one, one, one);
    assertContains(six, "<h1>Conformance of 6 implementations</h1>");
    assertContains(six, "<div class=\"scroll wide\"");
    assertContains(six, "<div class=\"cards many\"");
    assertFalse(six.contains("scroll fits"));
  }

  @Test
  void unsupported_cases_stand_with_their_reason() throws IOException {
    assertContains(page(Samples.mixed("mine")), "no float16 kernel: 1 case ");
  }

  @Test
  void a_cell_links_to_the_failures_of_its_requirement() throws IOException {
    String page = page(Samples.mixed("mine"));
    assertContains(page, "<a href=\"#i1-softmax.axis.slice\">");
    assertContains(page, "id=\"i1-softmax.axis.slice\"");
  }

  @Test
  void text_of_an_implementation_is_never_markup() throws IOException {
    String attack = "</pre><script>alert(1)</script>\"'><img src=x>";
    Case c = Samples.of(Samples.AXIS, attack, attack, Outcome.FAILED, attack);
    Case u = Samples.of(Samples.SUM, attack, attack, Outcome.UNSUPPORTED, attack);
    RunReport report = Samples.report(attack, List.of(c, u));
    String page = page(report, report);
    assertFalse(page.contains("<script>alert"));
    assertFalse(page.contains("<img"));
  }

  @Test
  void an_address_that_is_no_web_page_is_not_linked() throws IOException {
    RunReport r = Samples.mixed("mine");
    RunReport evil =
        new RunReport(
            r.schema(),
            new Implementation("mine", "1", "java", "javascript:alert(1)", null, "mine"),
            r.specification(),
            r.environment(),
            r.run(),
            r.totals(),
            r.choices(),
            r.accuracy(),
            r.requirements(),
            r.cases());
    assertContains(page(r), "href=\"https://example.org\"");
    assertFalse(page(evil).contains("javascript:"));
  }

  @Test
  void a_partial_run_says_so_at_the_head_and_beside_a_whole_one_on_its_card() throws IOException {
    RunReport whole = Samples.mixed("mine");
    RunReport partial = Samples.partial(Samples.mixed("yours"));
    assertFalse(page(whole).contains("(partial)"));
    assertContains(page(partial), "(partial)");
    assertFalse(page(partial, partial).contains("partial run"));
    assertEquals(2, page(whole, partial).split("partial run", -1).length);
  }

  @Test
  void what_got_worse_since_the_baseline_has_a_section() throws IOException {
    RunReport report = Samples.mixed("mine");
    assertFalse(page(report).contains("Worse than the baseline"));
    String page =
        page(report.with(List.of(new Regression("softmax float32", "faithful", "≤ 4 ulp"))));
    assertContains(page, "<a href=\"#regressions\">Worse than the baseline</a>");
    assertContains(page, "<h2>Worse than the baseline</h2>");
    assertContains(
        page, "<tr><th scope=\"row\">softmax float32</th><td>faithful</td><td>≤ 4 ulp</td></tr>");
  }

  @Test
  void nothing_is_loaded_from_elsewhere() throws IOException {
    String page = page(Samples.mixed("mine"));
    for (String loader : List.of("<link", "src=", "@import", "url(", "fetch(")) {
      assertFalse(page.contains(loader), loader);
    }
  }

  @Test
  void a_long_message_is_cut_and_says_where_the_rest_is() throws IOException {
    Case c = Samples.of(Samples.AXIS, "s", "", Outcome.FAILED, "m".repeat(30_000));
    String page = page(with(c));
    assertFalse(page.contains("m".repeat(20_001)));
    assertContains(page, "The first 20000 of 30000 characters; <a href=\"mine/report.json\">");
  }

  @Test
  void stderr_stands_beside_its_case() throws IOException {
    Case c =
        new Case(
            "id",
            "r",
            Level.MUST,
            "f",
            "t",
            "s",
            "",
            "softmax",
            "float32",
            Outcome.ERRORED,
            1.0,
            "crashed",
            null,
            "Segmentation <fault>",
            null,
            Map.of());
    assertContains(page(with(c)), "<pre>Segmentation &lt;fault&gt;</pre>");
  }

  @Test
  void a_cell_says_its_state_in_words_and_never_folds_outcomes() {
    assertEquals(new Cell("passed", "✓", "2/2", "", ""), Cell.of(new Totals(2, 0, 0, 0, 0), "x"));
    assertEquals(new Cell("failed", "✗", "2/3", "", "x"), Cell.of(new Totals(2, 1, 0, 0, 0), "x"));
    assertEquals(
        new Cell("errored", "!", "2/4", "1 unsupported, 5 excluded", "x"),
        Cell.of(new Totals(2, 1, 1, 1, 5), "x"));
    assertEquals(
        new Cell("expected", "~", "2/3", "1 expected failure, 1 unsupported", ""),
        Cell.of(new Totals(2, 0, 1, 0, 0, 1, 0, 0), "x"));
    assertEquals(
        new Cell("failed", "✗", "2/4", "1 expected failure, 1 unexpected pass", "x"),
        Cell.of(new Totals(2, 0, 0, 0, 0, 1, 1, 0), "x"));
    assertEquals(
        new Cell("unsupported", "○", "unsupported", "", ""),
        Cell.of(new Totals(0, 0, 3, 0, 1), "x"));
    assertEquals(
        new Cell("excluded", "–", "excluded", "", ""), Cell.of(new Totals(0, 0, 0, 0, 1), "x"));
    assertEquals(
        new Cell("excluded", "–", "not run", "", ""), Cell.of(new Totals(0, 0, 0, 0, 0), "x"));
  }

  @Test
  void a_requirement_that_one_report_lacks_is_shown_as_not_run() throws IOException {
    Case other =
        Samples.of(
            new Requirement("extra.one", Level.MAY, "Extra", "Other", ""),
            "s",
            "",
            Outcome.PASSED,
            null);
    Matrix matrix = Matrix.of(List.of(Samples.mixed("mine"), with(other)));
    Matrix.Row row = matrix.groups().get(1).rows().get(0);
    assertEquals("extra.one", row.id());
    assertEquals(List.of("not run", "1/1"), row.cells().stream().map(Cell::text).toList());
  }

  @Test
  void a_choice_answered_otherwise_than_declared_is_marked() throws IOException {
    RunReport mine = Samples.mixed("mine");
    RunReport other =
        Samples.withChoices(
            mine,
            new Choices(
                Map.of("softmax.scalar", "refused"),
                Map.of("softmax.scalar", List.of("one")),
                List.of()));
    ChoiceTable.Row row = ChoiceTable.of(List.of(mine, other)).rows().get(0);
    assertEquals(List.of(false, true), row.values().stream().map(v -> v.contradicts()).toList());
    assertFalse(page(other).contains("Nearest dialect</th>"));
    assertContains(
        page(mine),
        "agrees on 1 of 2</span> <span class=\"note\">not on argmax.<wbr>not_a_number</span></td>");
    assertFalse(page(mine).contains("<td class=\"contradicts\">"));
    assertContains(page(other), "<td class=\"contradicts\">");
    assertContains(
        page(other),
        "</span> declared; <span class=\"mark\" aria-hidden=\"true\">✗</span> observed");
    assertContains(
        page(mine),
        "<span class=\"code\">refused</span> <span class=\"told\">declared, observed</span>");
  }

  @Test
  void a_choice_shows_what_is_declared_and_what_was_seen() {
    ChoiceTable.Row row = ChoiceTable.of(List.of(Samples.mixed("mine"))).rows().get(0);
    assertEquals(
        List.of(new ChoiceTable.Value("refused", List.of("refused"), false)), row.values());
  }

  @Test
  void worst_figures_are_rounded_up_and_means_to_nearest() {
    assertEquals("0.51", Figures.worst(0.5004));
    assertEquals("0.50", Figures.worst(0.5));
    assertEquals("∞", Figures.worst(Double.POSITIVE_INFINITY));
    assertEquals("0.500", Figures.mean(0.5004));
    assertEquals("+0.001", Figures.signed(0.001));
    assertEquals("−0.250", Figures.signed(-0.25));
  }

  @Test
  void four_thousand_failures_stay_within_three_megabytes() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      String text = "item " + i + ": 0.5 - expected 0.25. ".repeat(40);
      cases.add(Samples.of(Samples.AXIS, "Scenario " + i, "", Outcome.FAILED, text));
    }
    RunReport[] reports =
        Stream.of("a", "b", "c", "d").map(n -> Samples.report(n, cases)).toArray(RunReport[]::new);
    String page = page(reports);
    assertTrue(page.getBytes(StandardCharsets.UTF_8).length < 3_000_000);
    assertContains(page, "Scenario 999");
    assertContains(page, "item 999: ");
  }
}
