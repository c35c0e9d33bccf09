package io.crosscheck.backend;

import io.crosscheck.dialect.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The backends that are registered through {@link ServiceLoader}, and the rule that picks one. */
public final class Backends {

  private Backends() {}

  /** Every registered provider, in the order of the class path. */
  public static List<BackendProvider> providers() {
    try {
      List<BackendProvider> found = new ArrayList<>();
      ServiceLoader.load(BackendProvider.class).forEach(found::add);
      return found;
    } catch (ServiceConfigurationError e) {
      throw new NoBackendException("a BackendProvider doesn't load: " + e.getMessage());
    }
  }

  /** The provider of that name; refused with the names there are, or why it can't run here. */
  public static BackendProvider available(String name) {
    List<BackendProvider> providers = providers();
    BackendProvider provider =
        providers.stream()
            .filter(p -> p.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new NoBackendException(
                        "\"" + name + "\" is no backend; there are " + names(providers)));
    checkAvailable(provider);
    return provider;
  }

  /**
   * The provider to test where a build says nothing but its class path: the one named, or else the
   * only one that isn't built in.
   */
  public static BackendProvider select(Optional<String> name) {
    if (name.isPresent()) {
      return available(name.get());
    }
    List<BackendProvider> others = providers().stream().filter(p -> !p.isBuiltIn()).toList();
    if (others.size() == 1) {
      return others.get(0);
    }
    String seen =
        others.isEmpty()
            ? "no backend is registered; name your BackendProvider in META-INF/services/"
                + BackendProvider.class.getName()
            : "several backends are registered: " + names(others);
    throw new NoBackendException(
        seen + ", or set the system property " + UnderTest.PROPERTY + " to a backend's name");
  }

  /** A new backend of that provider; refused with the reason if it can't run in this JVM. */
  public static Backend create(BackendProvider provider) {
    checkAvailable(provider);
    if (!provider.missingJvmFlags().isEmpty()) {
      throw new NoBackendException(
          "backend \""
              + provider.name()
              + "\" needs a JVM started with "
              + String.join(" ", provider.missingJvmFlags()));
    }
    return provider.create();
  }

  /** The same, answering by a dialect's choices; refused where the backend has only its own. */
  public static Backend create(BackendProvider provider, Dialect dialect) {
    checkAvailable(provider);
    return provider
        .create(dialect)
        .orElseThrow(
            () ->
                new NoBackendException(
                    "backend \""
                        + provider.name()
                        + "\" follows no dialect; --dialect goes with --backend reference"));
  }

  private static void checkAvailable(BackendProvider provider) {
    provider
        .unavailability()
        .ifPresent(
            reason -> {
              throw new NoBackendException(
                  "backend \"" + provider.name() + "\" is not available: " + reason);
            });
  }

  private static String names(List<BackendProvider> providers) {
    return providers.stream().map(BackendProvider::name).collect(Collectors.joining(", "));
  }
}
