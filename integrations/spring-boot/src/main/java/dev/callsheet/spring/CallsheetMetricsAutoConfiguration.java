package dev.callsheet.spring;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Where the application has meters, the client's jobs, polls, retries and downloads are in them.
 */
@AutoConfiguration(
    before = CallsheetAutoConfiguration.class,
    afterName = {
      "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
    })
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean(MeterRegistry.class)
public class CallsheetMetricsAutoConfiguration {
  @Bean
  @ConditionalOnMissingBean(name = "callsheetMetrics")
  MicrometerListener callsheetMetrics(MeterRegistry meters) {
    return new MicrometerListener(meters);
  }
}
