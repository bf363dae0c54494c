package dev.callsheet.spring;

import dev.callsheet.runtime.client.CallsheetClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Where the application shows its health, its client's is part of it, unless {@code
 * management.health.callsheet.enabled} is false.
 */
@AutoConfiguration(before = CallsheetAutoConfiguration.class)
@Conditional({
  CallsheetHealthAutoConfiguration.HasHealth.class,
  CallsheetHealthAutoConfiguration.IsWanted.class
})
public class CallsheetHealthAutoConfiguration {
  private static final String BOOT_3 = "org.springframework.boot.actuate.health.HealthIndicator";
  private static final String BOOT_4 =
      "org.springframework.boot.health.contributor.HealthIndicator";

  /** Listens to the client. */
  @Bean
  PlatformState callsheetPlatformState() {
    return new PlatformState();
  }

  /** Under Boot 3. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = BOOT_3)
  static class Boot3 {
    @Bean
    @ConditionalOnMissingBean(name = "callsheetHealthIndicator")
    org.springframework.boot.actuate.health.HealthIndicator callsheetHealthIndicator(
        CallsheetClient client, PlatformState state) {
      var health = new CallsheetHealth(client, state);
      return () -> {
        var report = health.report();
        return (report.isUp()
                ? org.springframework.boot.actuate.health.Health.up()
                : org.springframework.boot.actuate.health.Health.down())
            .withDetails(report.details())
            .build();
      };
    }
  }

  /** Under Boot 4, which has the same classes elsewhere. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = BOOT_4)
  @ConditionalOnMissingClass(BOOT_3)
  static class Boot4 {
    @Bean
    @ConditionalOnMissingBean(name = "callsheetHealthIndicator")
    org.springframework.boot.health.contributor.HealthIndicator callsheetHealthIndicator(
        CallsheetClient client, PlatformState state) {
      var health = new CallsheetHealth(client, state);
      return () -> {
        var report = health.report();
        return (report.isUp()
                ? org.springframework.boot.health.contributor.Health.up()
                : org.springframework.boot.health.contributor.Health.down())
            .withDetails(report.details())
            .build();
      };
    }
  }

  /** As Boot asks of its own indicators: its own property, or else that of all. */
  static class IsWanted implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      var settings = context.getEnvironment();
      boolean isDefault =
          settings.getProperty("management.health.defaults.enabled", Boolean.class, true);
      return settings.getProperty("management.health.callsheet.enabled", Boolean.class, isDefault);
    }
  }

  /** Either Boot's. */
  static class HasHealth extends AnyNestedCondition {
    HasHealth() {
      super(ConfigurationPhase.PARSE_CONFIGURATION);
    }

    @ConditionalOnClass(name = BOOT_3)
    static class InBoot3 {}

    @ConditionalOnClass(name = BOOT_4)
    static class InBoot4 {}
  }
}
