package dev.callsheet.spring;

import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.CallsheetClientBuilder;
import dev.callsheet.runtime.client.job.JobListener;
import dev.callsheet.runtime.client.journal.Journal;
import java.util.HashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The application's client: of the properties, with every {@link JobListener} and the {@link
 * Journal} that the application has as beans, customized, and taken last to where {@link
 * CallsheetConnectionDetails} say. It is closed with the application; its tasks go on, and are the
 * application's to {@linkplain CallsheetClient#resume() resume}.
 */
@AutoConfiguration
@EnableConfigurationProperties(CallsheetProperties.class)
public class CallsheetAutoConfiguration {
  /** Keys and endpoints of the properties, before those of the environment variables. */
  @Bean
  @ConditionalOnMissingBean
  CallsheetConnectionDetails callsheetConnection(
      CallsheetProperties properties, ConfigurableEnvironment environment) {
    return settings -> {
      var variables = new HashMap<String, String>();
      environment
          .getSystemEnvironment()
          .forEach((name, value) -> variables.put(name, String.valueOf(value)));
      settings.environment(variables);
      ifSet(properties.apiKey(), settings::apiKey);
      ifSet(properties.endpoint(), settings::endpoint);
      properties
          .platforms()
          .forEach(
              (platform, access) -> {
                ifSet(access.apiKey(), key -> settings.apiKey(platform, key));
                ifSet(access.endpoint(), address -> settings.endpoint(platform, address));
              });
    };
  }

  /** The client, unless the application has one of its own. */
  @Bean
  @ConditionalOnMissingBean
  CallsheetClient callsheetClient(
      CallsheetProperties properties,
      CallsheetConnectionDetails connection,
      ObjectProvider<JobListener> listeners,
      ObjectProvider<Journal> journals,
      ObjectProvider<CallsheetClientCustomizer> customizers) {
    var settings = CallsheetClient.builder();
    apply(properties, settings);
    journals.ifUnique(settings::journal);
    listeners.orderedStream().forEach(settings::listener);
    customizers.orderedStream().forEach(customizer -> customizer.customize(settings));
    connection.connect(settings);
    return settings.build();
  }

  private static void apply(CallsheetProperties properties, CallsheetClientBuilder settings) {
    ifSet(properties.transport(), settings::transport);
    ifSet(properties.account(), settings::account);
    ifSet(properties.journal(), settings::journal);
    ifSet(properties.requestsPerSecond(), settings::requestsPerSecond);
    ifSet(properties.connectTimeout(), settings::connectTimeout);
    ifSet(properties.requestTimeout(), settings::requestTimeout);
    ifSet(properties.downloadTimeout(), settings::downloadTimeout);
    ifSet(properties.uploadTimeout(), settings::uploadTimeout);
    settings.budget(properties.budget().toBudget());
  }

  private static <T> void ifSet(@Nullable T value, Consumer<T> setter) {
    if (value != null) {
      setter.accept(value);
    }
  }
}
