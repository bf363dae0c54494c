package dev.callsheet.runtime.internal.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackHostTest {
  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.3.2.1", "[::1]"})
  void thisMachine(String host) {
    assertThat(LoopbackHost.is(URI.create("http://" + host + ":80/").getHost())).isTrue();
  }

  /** A name below localhost may be resolved to anything, and 127 as a beginning is only a text. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com",
        "localhost.example.com",
        "a.localhost",
        "127.0.0.1.example.com",
        "128.0.0.1",
        "0.0.0.0",
        "[::2]"
      })
  void others(String host) {
    assertThat(LoopbackHost.is(URI.create("http://" + host + "/").getHost())).isFalse();
    assertThat(LoopbackHost.is(null)).isFalse();
  }
}
