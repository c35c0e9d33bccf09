package io.crosscheck.report;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;

/** Escapes what templates interpolate so that it stays text, on one line, in GitHub's Markdown. */
final class MarkdownFormat extends CommonMarkupOutputFormat<MarkdownFormat.Output> {

  static final MarkdownFormat INSTANCE = new MarkdownFormat();

  // An underscore within a word is text already; escaping it would only spoil log_softmax.
  private static final Pattern SPECIAL =
      Pattern.compile("[\\\\`*\\[\\]|~#]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])");

  /** Text that is Markdown already. */
  static final class Output extends CommonTemplateMarkupOutputModel<Output> {

    private Output(String plainText, String markup) {
      super(plainText, markup);
    }

    @Override
    public MarkdownFormat getOutputFormat() {
      return INSTANCE;
    }
  }

  private MarkdownFormat() {}

  @Override
  public String getName() {
    return "Markdown";
  }

  @Override
  public String getMimeType() {
    return "text/markdown";
  }

  @Override
  public void output(String text, Writer out) throws IOException {
    out.write(escapePlainText(text));
  }

  @Override
  public String escapePlainText(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    String marked = SPECIAL.matcher(line).replaceAll("\\\\$0");
    return marked.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public boolean isLegacyBuiltInBypassed(String builtIn) {
    return builtIn.equals("html") || builtIn.equals("xml");
  }

  @Override
  protected Output newTemplateMarkupOutputModel(String plainText, String markup) {
    return new Output(plainText, markup);
  }
}
