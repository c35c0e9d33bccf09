package io.crosscheck.specification;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;

/** A file of texts by name beside this class. */
final class Texts {

  private final String file;
  private final Properties texts = new Properties();

  private Texts(String file) {
    this.file = file;
  }

  static Texts read(String file) {
    Texts texts = new Texts(file);
    try (InputStream in = Texts.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("this build of Crosscheck lacks " + file);
      }
      texts.texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<String> names() {
    return texts.stringPropertyNames();
  }

  /** The text of that name; to have none is a mistake in the file. */
  String get(String name) {
    String text = texts.getProperty(name);
    if (text == null) {
      throw new IllegalStateException(file + " has nothing for " + name + "; add a line");
    }
    return text;
  }
}
