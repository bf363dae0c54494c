package dev.callsheet.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.sandbox.behavior.RenderTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * Requests that no client sends: with headers that two servers would read differently, with
 * addresses that lead elsewhere, and far too large. None of them does anything.
 */
final class HostileRequestsTest {
  private static final int MEGABYTE = 1 << 20;
  private Sandbox sandbox;
  private ObjectNode kept;

  @BeforeEach
  void start() throws Exception {
    sandbox =
        Sandbox.start(InkwellModels.options().renderTime(RenderTime.fixed(Duration.ZERO)).build());
    kept = InkwellModels.image();
    assertThat(new HttpTestClient(sandbox).send(kept).status()).isEqualTo(200);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.page().getPort());
    socket.setSoTimeout(120_000);
    return socket;
  }

  /**
   * All that is answered until the connection ends. What is refused before its end was read ends
   * with a reset, which may meet the sender in the middle of a write; the answer lies there before.
   */
  private String answer(String request) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (Socket socket = connect()) {
      try {
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        socket.shutdownOutput();
      } catch (SocketException refused) {
        // it has been answered meanwhile
      }
      InputStream in = socket.getInputStream();
      byte[] part = new byte[8192];
      for (int length = in.read(part); length >= 0; length = in.read(part)) {
        answer.write(part, 0, length);
      }
    } catch (SocketException reset) {
      // nothing more comes
    }
    return answer.toString(ISO_8859_1);
  }

  /** The task from before is there, nothing else was charged, and requests are answered. */
  private void assertUntouched() throws Exception {
    assertThat(sandbox.ledger().accounts()).hasSize(1);
    assertThat(sandbox.ledger().account(HttpTestClient.uuid(kept)).chargeCount()).isOne();
    assertThat(new HttpTestClient(sandbox).poll(HttpTestClient.uuid(kept)).status()).isEqualTo(200);
  }

  /** What one server takes for a body is another request to the next one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 6|Transfer-Encoding: chunked",
        "Transfer-Encoding: chunked|Content-Length: 6",
        "Content-Length: 5|Content-Length: 6",
        "Content-Length: 5, 6",
        "Content-Length: +5",
        "Content-Length: -5",
        "Content-Length: 5 5",
        "Content-Length: 99999999999999999999",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding: chunked, identity",
        "Content-Length : 5",
        "Content-Length: 5|X: a\u0000b",
        " Content-Length: 5",
        "Host: elsewhere.example",
        "X"
      })
  void headersThatTwoServersReadDifferentlyAreRefused(String headers) throws Exception {
    String smuggled = "POST /reset HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
    String answer =
        answer(
            "POST /v1 HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer k\r\n"
                + headers.replace("|", "\r\n")
                + "\r\n\r\n0\r\n\r\n"
                + smuggled);
    assertThat(answer).matches("(?s)HTTP/1.1 (400|501) .*").doesNotContain("\tat ");
    assertThat(answer.split("HTTP/1.1 ", -1)).as(answer).hasSize(2);
    assertUntouched();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/media/../../../../../etc/passwd",
        "/media/..%2f..%2f..%2fetc%2fpasswd",
        "/media/%2e%2e/%2e%2e/etc/passwd",
        "/media/..;/ledger",
        "/media/%00",
        "/media/..\\..\\etc\\passwd",
        "/media//etc/passwd",
        "/docs/..%2f..%2fetc%2fpasswd",
        "/workbench/..%2f..%2fetc%2fpasswd",
        "/workbench/media/../../etc/passwd",
        "/resolve/..%2f..%2fetc%2fpasswd",
        "/v1/%2e%2e/reset",
        "/v1/..%2freset",
        "/%c0%ae%c0%ae/reset",
        "/%zz",
        "*",
        "http://elsewhere.example/reset"
      })
  void addressesThatLeadElsewhereLeadNowhere(String path) throws Exception {
    for (String method : new String[] {"GET", "POST"}) {
      String answer =
          answer(
              method
                  + " "
                  + path
                  + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
      assertThat(answer)
          .as(method)
          .matches("(?s)HTTP/1.1 4\\d\\d .*")
          .doesNotContain("root:")
          .doesNotContain("\tat ");
    }
    assertUntouched();
  }

  @Test
  void aHeadThatIsTooLongIsRefused() throws Exception {
    assertThat(answer("GET /" + "a".repeat(MEGABYTE) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"))
        .startsWith("HTTP/1.1 414");
    assertThat(
            answer("GET /v1 HTTP/1.1\r\nHost: 127.0.0.1\r\n" + "X: a\r\n".repeat(100_000) + "\r\n"))
        .startsWith("HTTP/1.1 431");
    assertUntouched();
  }

  /** As it comes, without saying how much it is. */
  @Test
  void twoHundredMegabytesAreRefusedWhileTheyCome() throws Exception {
    Thread sender;
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      String head =
          """
          POST /v1 HTTP/1.1
          Host: 127.0.0.1
          Authorization: Bearer k
          Transfer-Encoding: chunked

          """;
      out.write(head.replace("\n", "\r\n").getBytes(US_ASCII));
      sender = new Thread(() -> sendChunks(out, 200));
      sender.start();
      byte[] answer = new byte[12];
      assertThat(socket.getInputStream().readNBytes(answer, 0, answer.length)).isEqualTo(12);
      assertThat(new String(answer, US_ASCII)).isEqualTo("HTTP/1.1 413");
    }
    sender.join();
    assertUntouched();
  }

  private static void sendChunks(OutputStream out, int megabytes) {
    byte[] chunk = " ".repeat(MEGABYTE).getBytes(US_ASCII);
    try {
      for (int i = 0; i < megabytes; i++) {
        out.write((Integer.toHexString(MEGABYTE) + "\r\n").getBytes(US_ASCII));
        out.write(chunk);
        out.write("\r\n".getBytes(US_ASCII));
      }
    } catch (IOException refused) {
      // nobody reads any more
    }
  }

  /** A single frame that says how large it is, and what comes of it. */
  @Test
  void aMessageOfNinetyMegabytesClosesItsConnection() throws Exception {
    Thread sender;
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      String handshake =
          """
          GET /v1 HTTP/1.1
          Host: 127.0.0.1
          Upgrade: websocket
          Connection: Upgrade
          Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
          Sec-WebSocket-Version: 13

          """;
      out.write(handshake.replace("\n", "\r\n").getBytes(US_ASCII));
      InputStream in = socket.getInputStream();
      String reply = "";
      while (!reply.endsWith("\r\n\r\n")) {
        reply += (char) in.read();
      }
      long length = 90L * MEGABYTE;
      byte[] head = new byte[14]; // text, masked with zeros, a length of 64 bits
      head[0] = (byte) 0x81;
      head[1] = (byte) 0xff;
      for (int i = 0; i < Long.BYTES; i++) {
        head[2 + i] = (byte) (length >>> (8 * (7 - i)));
      }
      out.write(head);
      sender = new Thread(() -> sendRaw(out, 90));
      sender.start();
      assertThat(in.read()).isEqualTo(0x88);
      assertThat(in.read()).isGreaterThanOrEqualTo(2);
      assertThat(in.read() << 8 | in.read()).isEqualTo(1009);
    }
    sender.join();
    assertUntouched();
  }

  private static void sendRaw(OutputStream out, int megabytes) {
    try {
      for (int i = 0; i < megabytes; i++) {
        out.write(new byte[MEGABYTE]);
      }
    } catch (IOException refused) {
      // nobody reads any more
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/\r\nX-Injected: yes",
        "http://user:password@/",
        "http://[::1",
        "http://127.0.0.1:99999/",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "//127.0.0.1/",
        "http:///x",
        "gopher://127.0.0.1/_x"
      })
  void addressesThatNothingCanBeBroughtToAreRefusedBeforeTheyCost(String address) throws Exception {
    for (String parameter : new String[] {"webhookURL", "uploadEndpoint"}) {
      ObjectNode task = HttpTestClient.video().put(parameter, address);
      var refused = new HttpTestClient(sandbox).send(task);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.error().path("parameter").asString()).isEqualTo(parameter);
      assertThat(sandbox.ledger().account(HttpTestClient.uuid(task)).chargeCount()).isZero();
    }
  }
}
