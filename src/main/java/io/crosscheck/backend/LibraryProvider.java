package io.crosscheck.backend;

import java.util.List;
import java.util.Optional;

/**
 * Finds a {@link LibraryBackend} of the Maven profile of the same name, which brings the library.
 * Loads without it, so it names the backend as text and no type of it.
 */
public abstract class LibraryProvider implements BackendProvider {

  private final String name;
  private final String backend;
  private final String library;

  /**
   * The provider of a backend.
   *
   * @param name of the backend and of the profile
   * @param backend its class, public, with a constructor that takes nothing
   * @param library a class of the library
   */
  protected LibraryProvider(String name, String backend, String library) {
    this.name = name;
    this.backend = backend;
    this.library = library;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final Optional<String> unavailability() {
    try {
      Class.forName(backend, false, getClass().getClassLoader());
      Class.forName(library, false, getClass().getClassLoader());
      return Optional.empty();
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.of(
          "this jar was built without the library; build one with `mvn -P " + name + " package`");
    }
  }

  @Override
  public final List<String> missingJvmFlags() {
    return NativeAccess.missingJvmFlags();
  }

  @Override
  public final boolean isIsolated() {
    return true;
  }

  @Override
  public final boolean isBuiltIn() {
    return true;
  }

  @Override
  public final Backend create() {
    try {
      return (Backend) Class.forName(backend).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the library of " + name + " doesn't load", e);
    }
  }
}
