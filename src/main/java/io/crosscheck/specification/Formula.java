package io.crosscheck.specification;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A formula in a small notation, as MathML. Letters and words are identifiers, {@code a_b} and
 * {@code a^b} set an index or a power (of a group in braces too), {@code frac{a}{b}} a fraction,
 * {@code sum{k}} a sum over k, {@code cases{a; where | b; where}} a choice, quotes plain words.
 */
final class Formula {

  private static final Pattern TOKEN = Pattern.compile("\\s*(\"[^\"]*\"|\\p{L}+|[0-9.]+|[^\\s])");

  private final Matcher tokens;
  private String token = "";

  private Formula(String text) {
    this.tokens = TOKEN.matcher(text);
    advance();
  }

  /** The formula as a {@code math} element that stands on a line of its own. */
  static String mathml(String text) {
    Formula formula = new Formula(text);
    String row = formula.row("");
    if (!formula.token.isEmpty()) {
      throw new IllegalArgumentException("\"" + formula.token + "\" is too much in: " + text);
    }
    return "<math display=\"block\">" + row + "</math>";
  }

  private void advance() {
    token = tokens.find() ? tokens.group(1) : "";
  }

  /** Everything up to one of these characters. */
  private String row(String ends) {
    StringBuilder row = new StringBuilder("<mrow>");
    while (!token.isEmpty() && !ends.contains(token)) {
      row.append(scripted());
    }
    return row.append("</mrow>").toString();
  }

  private String scripted() {
    String base = atom();
    if (token.equals("_")) {
      String index = script();
      return token.equals("^")
          ? element("msubsup", base + index + script())
          : element("msub", base + index);
    }
    return token.equals("^") ? element("msup", base + script()) : base;
  }

  private String script() {
    advance();
    return token.equals("{") ? group() : atom();
  }

  private String atom() {
    String text = token;
    switch (text) {
      case "{":
        return group();
      case "(":
        return parentheses();
      case "frac":
        advance();
        return element("mfrac", group() + group());
      case "sum":
        advance();
        return element("munder", "<mo>∑</mo>" + group());
      case "cases":
        advance();
        return cases();
      default:
        advance();
        return leaf(text);
    }
  }

  private String group() {
    expect("{");
    String row = row("}");
    expect("}");
    return row;
  }

  /** Parentheses, which grow only around what is taller than a line. */
  private String parentheses() {
    expect("(");
    String inner = row(")");
    expect(")");
    boolean tall = inner.contains("<mfrac>") || inner.contains("<munder>");
    String stretched = " stretchy=\"" + tall + "\"";
    return "<mrow><mo" + stretched + ">(</mo>" + inner + "<mo" + stretched + ">)</mo></mrow>";
  }

  private String cases() {
    StringBuilder rows = new StringBuilder();
    do {
      // The opening brace, then the bar between two cases.
      advance();
      String value = row(";");
      expect(";");
      rows.append("<mtr><mtd>" + value + "</mtd><mtd>" + row("|}") + "</mtd></mtr>");
    } while (token.equals("|"));
    expect("}");
    return "<mrow><mo stretchy=\"true\">{</mo><mtable columnalign=\"left\">"
        + rows
        + "</mtable></mrow>";
  }

  private void expect(String expected) {
    if (!token.equals(expected)) {
      throw new IllegalArgumentException("\"" + token + "\" where a " + expected + " is expected");
    }
    advance();
  }

  private static String leaf(String text) {
    char first = text.charAt(0);
    if (first == '"') {
      return element("mtext", " " + text.substring(1, text.length() - 1) + " ");
    }
    if (Character.isLetter(first)) {
      return element("mi", text);
    }
    return element(Character.isDigit(first) ? "mn" : "mo", text.equals("<") ? "&lt;" : text);
  }

  private static String element(String name, String content) {
    return "<" + name + ">" + content + "</" + name + ">";
  }
}
