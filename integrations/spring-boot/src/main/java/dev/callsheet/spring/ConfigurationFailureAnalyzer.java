package dev.callsheet.spring;

import dev.callsheet.runtime.client.error.ConfigurationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at the start of an application what its settings lack, in place of a stack trace. */
final class ConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<ConfigurationException> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, ConfigurationException cause) {
    var reason = String.valueOf(cause.getMessage());
    return new FailureAnalysis(
        "The Callsheet client cannot be made. " + reason + ".",
        reason.startsWith("No API key")
            ? "Set callsheet.api-key, or callsheet.platforms.NAME.api-key for another platform than"
                + " Runware. In a test, declare a bean of type dev.callsheet.sandbox.Sandbox."
            : "Correct the property below callsheet, or the environment variable.",
        cause);
  }
}
