package dev.callsheet.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.client.error.ConfigurationException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallsheetClientBuilderTest {
  @Test
  void saysWhichVariableIsMissing() {
    var settings = CallsheetClient.builder().environment(Map.of());

    assertThatThrownBy(settings::build)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("RUNWARE_API_KEY");
  }

  @Test
  void takesKeyAndEndpointFromTheEnvironment() {
    var variables =
        Map.of("RUNWARE_API_KEY", "k", "CALLSHEET_ENDPOINT", " http://127.0.0.1:8080/v1 ");

    try (var client = CallsheetClient.builder().environment(variables).build()) {
      assertThat(client.endpoint()).isEqualTo(URI.create("http://127.0.0.1:8080/v1"));
      assertThat(client).hasToString("CallsheetClient for http://127.0.0.1:8080/v1");
    }
  }

  @Test
  void goesToRunwareUnlessTold() {
    try (var client = CallsheetClient.builder().apiKey("k").build()) {
      assertThat(client.endpoint()).isEqualTo(URI.create("https://api.runware.ai/v1"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://host/v1", "/v1", "http:///v1", "https://u:p@host/v1", "not a uri"})
  void refusesEndpointsThatCannotBe(String endpoint) {
    var variables = Map.of("RUNWARE_API_KEY", "k", "CALLSHEET_ENDPOINT", endpoint);

    assertThatThrownBy(() -> CallsheetClient.builder().environment(variables))
        .isInstanceOf(ConfigurationException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "two words", "schlüssel"})
  void refusesKeysThatCannotBe(String key) {
    assertThatThrownBy(() -> CallsheetClient.builder().apiKey(key))
        .isInstanceOf(ConfigurationException.class);
  }
}
