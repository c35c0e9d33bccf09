package io.crosscheck;

import static io.cucumber.junit.platform.engine.Constants.FILTER_TAGS_PROPERTY_NAME;
import static io.cucumber.junit.platform.engine.Constants.GLUE_PROPERTY_NAME;
import static io.cucumber.junit.platform.engine.Constants.JUNIT_PLATFORM_NAMING_STRATEGY_PROPERTY_NAME;
import static io.cucumber.junit.platform.engine.Constants.PARALLEL_EXECUTION_ENABLED_PROPERTY_NAME;
import static io.cucumber.junit.platform.engine.Constants.PLUGIN_PUBLISH_QUIET_PROPERTY_NAME;

import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The specification as a test suite of your own build: extend it with an empty class and name your
 * {@link io.crosscheck.backend.BackendProvider} in {@code META-INF/services}.
 *
 * <p>What your backend does not claim is skipped with a reason. Cases that need much time or memory
 * are left out; {@code @IncludeTags} and {@code @ExcludeTags} on the subclass select further. Where
 * several backends are registered, the system property {@code crosscheck.backend} names one.
 */
@Suite
@IncludeEngines("cucumber")
@SelectPackages("io.crosscheck.features")
@ConfigurationParameter(key = GLUE_PROPERTY_NAME, value = "io.crosscheck.steps")
@ConfigurationParameter(key = FILTER_TAGS_PROPERTY_NAME, value = "not @full")
@ConfigurationParameter(key = JUNIT_PLATFORM_NAMING_STRATEGY_PROPERTY_NAME, value = "long")
@ConfigurationParameter(key = PARALLEL_EXECUTION_ENABLED_PROPERTY_NAME, value = "false")
@ConfigurationParameter(key = PLUGIN_PUBLISH_QUIET_PROPERTY_NAME, value = "true")
public abstract class ConformanceSuite {

  /** For subclasses. */
  protected ConformanceSuite() {}
}
