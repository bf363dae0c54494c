package dev.callsheet.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.WireFault;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.WebSocketHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What whoever runs a sandbox may do, and pages from elsewhere may not. */
final class ControlTest {
  private Sandbox sandbox;
  private HttpTestClient caller;

  private void start(SandboxOptions.Builder options) throws IOException {
    sandbox = Sandbox.start(options.build());
    caller = new HttpTestClient(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  /** The reply to a request of these lines, which are sent as they are. */
  private String exchange(String... lines) throws IOException {
    int port = sandbox.endpoint().getPort();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
  }

  @Test
  void itSaysThatItIsUp() throws Exception {
    start(SandboxOptions.builder());
    assertThat(exchange("GET /health HTTP/1.1", "Host: localhost"))
        .startsWith("HTTP/1.1 200")
        .contains("\"status\":\"up\"", "\"platform\":\"runware\"");
  }

  @Test
  void aResetForgetsEverythingAndBeginsWithAllFaultsAnew() throws Exception {
    start(
        InkwellModels.options()
            .behavior(SandboxBehavior.builder().wireFaults(WireFault.status(503)).build()));
    ObjectNode task = InkwellModels.image();
    assertThat(caller.send(task).status()).isEqualTo(503);
    String media = caller.send(task).data().get(0).path("imageURL").asString();

    assertThat(exchange("GET /reset HTTP/1.1", "Host: localhost")).startsWith("HTTP/1.1 405");
    assertThat(exchange("POST /reset HTTP/1.1", "Host: localhost", "Content-Length: 0"))
        .startsWith("HTTP/1.1 200");
    assertThat(sandbox.ledger().entries()).isEmpty();
    assertThat(sandbox.ledger().totalCharged()).isZero();
    assertThat(caller.fetch(media).statusCode()).isEqualTo(404);
    assertThat(caller.send(task).status()).isEqualTo(503);
    assertThat(caller.send(task).status()).isEqualTo(200);
  }

  @Test
  void aPlatformIsResetAsWell() throws Exception {
    ModelCatalogue catalogue = ModelCatalogue.bundled();
    start(
        SandboxOptions.builder()
            .catalogue(catalogue)
            .platform(catalogue.platform("fal").orElseThrow()));
    assertThat(exchange("GET /health HTTP/1.1", "Host: localhost")).contains("\"fal\"");
    sandbox.reset();
    assertThat(sandbox.ledger().entries()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example:80", "10.0.0.1", "local host"})
  void aNameThatWasLedToThisMachineIsRefused(String host) throws Exception {
    start(SandboxOptions.builder());
    assertThat(exchange("GET /ledger HTTP/1.1", "Host: " + host)).matches("(?s)HTTP/1.1 40[03] .*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "http://localhost.evil.example", "null"})
  void aPageFromElsewhereIsRefused(String origin) throws Exception {
    start(SandboxOptions.builder());
    assertThat(
            exchange(
                "POST /reset HTTP/1.1",
                "Host: localhost",
                "Origin: " + origin,
                "Content-Length: 0"))
        .startsWith("HTTP/1.1 403")
        .doesNotContain("Access-Control-Allow-Origin");
    assertThatThrownBy(
            () -> WebSocketTestClient.connect(sandbox.socketEndpoint(), "Origin", origin))
        .hasCauseInstanceOf(WebSocketHandshakeException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:5173", "https://127.0.0.1", "http://[::1]:3000"})
  void aPageOfThisMachineIsLetIn(String origin) throws Exception {
    start(SandboxOptions.builder());
    assertThat(
            exchange(
                "OPTIONS /v1 HTTP/1.1",
                "Host: localhost",
                "Origin: " + origin,
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: authorization,content-type"))
        .startsWith("HTTP/1.1 204")
        .contains("Access-Control-Allow-Origin: " + origin)
        .contains("Access-Control-Allow-Headers: authorization,content-type");
    assertThat(exchange("GET /ledger HTTP/1.1", "Host: localhost", "Origin: " + origin))
        .startsWith("HTTP/1.1 200")
        .contains("Access-Control-Allow-Origin: " + origin);
  }

  @Test
  void inAContainerEveryNameWillDo() throws Exception {
    start(SandboxOptions.builder().host("0.0.0.0"));
    assertThat(sandbox.endpoint().getHost()).isEqualTo("127.0.0.1");
    assertThat(exchange("GET /health HTTP/1.1", "Host: sandbox:8080")).startsWith("HTTP/1.1 200");
    assertThat(
            exchange("GET /health HTTP/1.1", "Host: sandbox:8080", "Origin: https://evil.example"))
        .startsWith("HTTP/1.1 403");
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.168.1.5:8080", "192.168.1.5", "[2001:db8::1]:8080"})
  void fromAnotherMachineThePageIsUsedByTheAddress(String host) throws Exception {
    start(SandboxOptions.builder().host("0.0.0.0"));
    assertThat(
            exchange(
                "DELETE /workbench/faults HTTP/1.1",
                "Host: " + host,
                "Origin: http://" + host,
                "Content-Length: 0"))
        .startsWith("HTTP/1.1 200");
    assertThat(
            exchange(
                "POST /reset HTTP/1.1",
                "Host: " + host,
                "Origin: http://192.168.1.6:8080",
                "Content-Length: 0"))
        .startsWith("HTTP/1.1 403");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/workbench/exchanges?id=1", "/%77orkbench/media/x", "/workbench/feed"})
  void aNameThatWasLedToTheAddressReadsNothingOfThePage(String path) throws Exception {
    start(SandboxOptions.builder().host("0.0.0.0"));
    assertThat(exchange("GET " + path + " HTTP/1.1", "Host: evil.example:8080"))
        .startsWith("HTTP/1.1 403")
        .contains("use the IP address");
  }
}
