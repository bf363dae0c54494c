package dev.callsheet.runtime.internal.runware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.client.error.ConfigurationException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiEndpointTest {
  @ParameterizedTest
  @CsvSource({
    "https://api.runware.ai/v1,    https://api.runware.ai/v1, wss://ws-api.runware.ai/v1",
    "wss://ws-api.runware.ai/v1,   https://api.runware.ai/v1, wss://ws-api.runware.ai/v1",
    "http://127.0.0.1:8080/v1,     http://127.0.0.1:8080/v1,  ws://127.0.0.1:8080/v1",
    "WS://localhost:8080/v1,       http://localhost:8080/v1,  ws://localhost:8080/v1",
    "wss://proxy.example.com/api,  https://proxy.example.com/api, wss://proxy.example.com/api"
  })
  void derivesHttpAndWebSocketAddresses(URI given, URI http, URI socket) {
    var endpoint = ApiEndpoint.of(given);

    assertThat(endpoint.address()).isEqualTo(given);
    assertThat(endpoint.http()).isEqualTo(http);
    assertThat(endpoint.webSocket()).isEqualTo(socket);
  }

  @Test
  void isForWebSocketWhereTheAddressIs() {
    assertThat(ApiEndpoint.of(URI.create("wss://ws-api.runware.ai/v1")).isWebSocket()).isTrue();
    assertThat(ApiEndpoint.of(URI.create("ws://localhost/v1")).isWebSocket()).isTrue();
    assertThat(ApiEndpoint.of(URI.create("https://api.runware.ai/v1")).isWebSocket()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://x/v1", "file:///v1", "wss:v1", "wss://k@x/v1", "wss://x/v1?k=1"})
  void refusesWhatIsNoAddressOrHasASecretInIt(URI address) {
    assertThatThrownBy(() -> ApiEndpoint.of(address)).isInstanceOf(ConfigurationException.class);
  }
}
