package io.crosscheck.report;

import com.fasterxml.jackson.core.type.TypeReference;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The templates of the pages, named by room and file. What they interpolate is escaped for the
 * format they write.
 */
public final class Templates {

  private static final Configuration CONFIGURATION = configuration();

  private Templates() {}

  /** The template's text over {@code view}, a record that templates see as JSON would show it. */
  public static String render(String template, Object view) throws IOException {
    Map<String, Object> model =
        Json.MAPPER.convertValue(view, new TypeReference<Map<String, Object>>() {});
    StringWriter text = new StringWriter();
    try {
      CONFIGURATION.getTemplate(template).process(model, text);
    } catch (TemplateException e) {
      throw new IOException(template + " could not be rendered: " + e.getMessage(), e);
    }
    // Escaping makes text harmless; characters that no format can hold have to go as well.
    return PlainText.clean(text.toString());
  }

  private static Configuration configuration() {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setClassForTemplateLoading(Templates.class, "/io/crosscheck");
    configuration.setDefaultEncoding("UTF-8");
    configuration.setLocale(Locale.ROOT);
    configuration.setNumberFormat("c");
    configuration.setRegisteredCustomOutputFormats(List.of(MarkdownFormat.INSTANCE));
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    return configuration;
  }
}
