package dev.callsheet.runtime.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterHeaderTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-02-05T12:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2                             | PT2S
          0.25                          | PT0.25S
          Thu, 5 Feb 2026 12:00:07 GMT  | PT7S
          Thu, 5 Feb 2026 11:00:00 GMT  | PT0S
          -3                            | PT0S
          86400                         | PT10M
          soon                          |
          """)
  void readsSecondsAndDates(String header, Duration wait) {
    var headers = HttpHeaders.of(Map.of("Retry-After", List.of(header)), (name, value) -> true);

    assertThat(RetryAfterHeader.of(headers, CLOCK).orElse(null)).isEqualTo(wait);
  }
}
