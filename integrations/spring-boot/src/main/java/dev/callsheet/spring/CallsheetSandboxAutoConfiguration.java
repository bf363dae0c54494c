package dev.callsheet.spring;

import dev.callsheet.runtime.client.journal.Journal;
import dev.callsheet.sandbox.Sandbox;
import java.util.HashMap;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Where the application has a {@link Sandbox} as a bean, as a rule in its tests, the client goes
 * there and nowhere else, and keeps no journal: a test begins anew. Several play several platforms.
 */
@AutoConfiguration(before = CallsheetAutoConfiguration.class)
@ConditionalOnClass(Sandbox.class)
@ConditionalOnBean(Sandbox.class)
public class CallsheetSandboxAutoConfiguration {
  /** Keys and endpoints of the sandboxes. */
  @Bean
  @ConditionalOnMissingBean
  CallsheetConnectionDetails callsheetSandboxConnection(List<Sandbox> sandboxes) {
    var variables = new HashMap<String, String>();
    sandboxes.forEach(sandbox -> variables.putAll(sandbox.environment()));
    return settings -> settings.environment(variables);
  }

  /** None, unless the application has one. */
  @Bean
  @ConditionalOnMissingBean
  Journal callsheetSandboxJournal() {
    return Journal.none();
  }
}
