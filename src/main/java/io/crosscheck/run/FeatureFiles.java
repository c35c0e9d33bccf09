package io.crosscheck.run;

import io.cucumber.core.feature.FeatureIdentifier;
import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.FeatureParserException;
import io.cucumber.core.resource.Resource;
import io.cucumber.core.resource.ResourceScanner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Feature files, parsed side by side: it is most of what a run does before its first case, and
 * Cucumber's own reader takes one after another.
 */
final class FeatureFiles {

  private FeatureFiles() {}

  /**
   * Every feature below a folder or a path of the class path, in the order of their files.
   *
   * @throws FeatureParserException where one isn't Gherkin
   */
  static List<Feature> parse(URI place, Supplier<UUID> ids) {
    FeatureParser parser = new FeatureParser(ids);
    ResourceScanner<Resource> scanner =
        new ResourceScanner<>(
            FeatureFiles.class::getClassLoader,
            FeatureIdentifier::isFeature,
            file -> Optional.of(Text.of(file)));
    return scanner.scanForResourcesUri(place).parallelStream()
        .flatMap(file -> parser.parseResource(file).stream())
        .sorted(Comparator.comparing(Feature::getUri))
        .toList();
  }

  /** A file that is read already, since those of a jar can't be once the jar is scanned. */
  private record Text(URI uri, byte[] bytes) implements Resource {

    static Text of(Resource file) {
      try (InputStream in = file.getInputStream()) {
        return new Text(file.getUri(), in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public URI getUri() {
      return uri;
    }

    @Override
    public InputStream getInputStream() {
      return new ByteArrayInputStream(bytes);
    }
  }
}
