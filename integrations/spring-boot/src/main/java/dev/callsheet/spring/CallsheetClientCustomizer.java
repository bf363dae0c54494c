package dev.callsheet.spring;

import dev.callsheet.runtime.client.CallsheetClientBuilder;

/**
 * A bean that changes the settings of the application's client, after the properties and before it
 * is built: an HTTP client of the application's own, a retry policy. They are called in Spring's
 * order. Keys and endpoints come after them, from {@link CallsheetConnectionDetails}.
 */
@FunctionalInterface
public interface CallsheetClientCustomizer {
  /** Changes settings. */
  void customize(CallsheetClientBuilder settings);
}
