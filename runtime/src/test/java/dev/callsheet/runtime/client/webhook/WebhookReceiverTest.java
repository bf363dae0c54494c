package dev.callsheet.runtime.client.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.client.error.WebhookException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookReceiverTest {
  private static final String TOKEN = "a-token-of-the-tests";

  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private WebhookReceiver receiver;

  @BeforeEach
  void start() throws Exception {
    receiver =
        WebhookReceiver.builder().path("/hook").token(TOKEN).maxBodySize(1000).start(this::take);
  }

  private void take(byte[] body) {
    var text = new String(body, UTF_8);
    switch (text) {
      case "nonsense" -> throw new WebhookException("no webhook");
      case "trouble" -> throw new IllegalStateException("the disk is full");
      default -> bodies.add(text);
    }
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  private int post(URI address, String body) throws Exception {
    return send(HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private int send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  @Test
  void handsOnWhatComesWithTheToken() throws Exception {
    assertThat(post(receiver.url(), "{}")).isEqualTo(204);
    assertThat(bodies).containsExactly("{}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?",
        "?token=",
        "?token=a-token-of-the-test",
        "?token=a-token-of-the-testz",
        "?key=a-token-of-the-tests",
        "?token=a-token-of-the-tests&token=a-token-of-the-tests"
      })
  void refusesWhatComesWithout(String query) throws Exception {
    assertThat(post(receiver.url().resolve("/hook" + query), "{}")).isEqualTo(403);
    assertThat(bodies).isEmpty();
  }

  @Test
  void saysWhatItDoesNotTake() throws Exception {
    assertThat(send(HttpRequest.newBuilder(receiver.url()).GET())).isEqualTo(405);
    assertThat(post(receiver.url(), "x".repeat(1000))).isEqualTo(204);
    assertThat(post(receiver.url(), "x".repeat(1001))).isEqualTo(413);
    assertThat(post(receiver.url(), "nonsense")).isEqualTo(400);
  }

  @Test
  void hasItSentAgainWhenTheHandlerFails() throws Exception {
    assertThat(post(receiver.url(), "trouble")).isEqualTo(500);
    assertThat(post(receiver.url(), "{}")).isEqualTo(204);
  }

  @Test
  void isKnownByAnotherAddressElsewhere() {
    assertThat(receiver.url(URI.create("https://hooks.example.com/")))
        .hasToString("https://hooks.example.com/hook?token=" + TOKEN);
    assertThat(receiver.toString()).doesNotContain(TOKEN);
  }

  @Test
  void makesATokenThatNobodyGuesses() throws Exception {
    try (var one = WebhookReceiver.builder().start(bytes -> {});
        var two = WebhookReceiver.builder().start(bytes -> {})) {
      assertThat(one.url().getQuery()).hasSize("token=".length() + 43);
      assertThat(one.url().getQuery()).isNotEqualTo(two.url().getQuery());
    }
    assertThatThrownBy(() -> WebhookReceiver.builder().token("short"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
