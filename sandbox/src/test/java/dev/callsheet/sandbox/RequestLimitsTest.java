package dev.callsheet.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.SandboxLimits;
import dev.callsheet.sandbox.behavior.UnknownModelPolicy;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Requests that are too large, too slow or no text, over sockets of the test's own. */
final class RequestLimitsTest {
  private static final int LARGEST = 20_000;
  private static final int AT_ONCE = 60_000;

  private final List<Socket> sockets = new ArrayList<>();
  private Sandbox sandbox;

  @BeforeEach
  void start() throws IOException {
    sandbox =
        Sandbox.start(
            InkwellModels.options()
                .apiKeys("key-of-a-test")
                .limits(SandboxLimits.defaults().sizes(LARGEST, AT_ONCE, AT_ONCE))
                .build());
  }

  @AfterEach
  void stop() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    sandbox.close();
  }

  @Test
  void aBodyThatSaysThatItIsTooLargeIsRefusedBeforeItComes() throws Exception {
    Socket socket = post("Content-Length: 200000000", "");
    assertThat(reply(socket)).startsWith("HTTP/1.1 413").contains("at most 20000 bytes");
  }

  @Test
  void aBodyThatDoesNotSayHowLargeItIsIsRefusedWhereItBecomesTooLarge() throws Exception {
    Socket socket = post("Transfer-Encoding: chunked", "5000\r\n" + " ".repeat(0x5000));
    assertThat(reply(socket)).startsWith("HTTP/1.1 413").contains("requestTooLarge");
  }

  @Test
  void manyBodiesAtOnceAreRefusedUntilThereIsRoomAgain() throws Exception {
    for (int i = 0; i < 3; i++) {
      post("Content-Length: 20000", " ".repeat(19_999));
    }
    assertThat(replyOnce("HTTP/1.1 503")).contains("serviceUnavailable");
    for (Socket socket : sockets.subList(0, 3)) {
      socket.close();
    }
    assertThat(replyOnce("HTTP/1.1 200")).contains("imageURL");
  }

  /** The first reply that begins so: the server may still be reading what was sent before. */
  private String replyOnce(String expected) throws IOException {
    String last = "";
    for (int i = 0; i < 200 && !last.startsWith(expected); i++) {
      String body = "[" + InkwellModels.image() + "]" + " ".repeat(9000);
      last = reply(post("Content-Length: " + body.length(), body));
    }
    return last;
  }

  @Test
  void threeHundredSlowCallersHoldUpNobody() throws Exception {
    for (int i = 0; i < 300; i++) {
      post("Content-Length: 100", "[{");
    }
    ObjectNode task = InkwellModels.image();
    assertThat(new HttpTestClient(sandbox).send(task).status()).isEqualTo(200);
  }

  /** At each door that takes bodies: the platform's, that of files, that of the page. */
  @ParameterizedTest
  @ValueSource(strings = {"/acme/sketch", "/uploads/NAME", "/workbench/review"})
  void threeHundredSlowCallersHoldUpNobodyOfAnotherPlatform(String path) throws Exception {
    sandbox.close();
    ModelCatalogue catalogue = ModelCatalogue.bundled();
    sandbox =
        Sandbox.start(
            SandboxOptions.builder()
                .catalogue(catalogue)
                .platform(catalogue.platform("fal").orElseThrow())
                .behavior(
                    SandboxBehavior.builder().unknownModel(UnknownModelPolicy.ACCEPTED).build())
                .build());
    String upload = "{\"content_type\": \"image/png\", \"file_name\": \"a.png\"}";
    Socket announced =
        send(
            "/storage/upload/initiate?storage_type=gcs",
            "Content-Length: " + upload.length(),
            upload);
    String name = reply(announced).replaceFirst("(?s).*/uploads/([-0-9a-f]{36}).*", "$1");
    assertThat(name).hasSize(36);
    for (int i = 0; i < 300; i++) {
      send(path.replace("NAME", name), "Content-Length: 100", "{");
    }
    String body = "{\"prompt\": \"A heron\"}";
    assertThat(reply(send("/acme/sketch", "Content-Length: " + body.length(), body)))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void aBodyInAnotherEncodingOrInLongerFormsIsRefused() throws Exception {
    String begin = "[{\"taskType\":\"imageInference\",\"positivePrompt\":\"";
    for (byte[] text :
        List.of(
            "\u00e9".getBytes(ISO_8859_1),
            new byte[] {(byte) 0xC0, (byte) 0xAF}, // a slash in two bytes
            new byte[] {(byte) 0xE0, (byte) 0x80, (byte) 0xAF},
            new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80})) { // half of a pair
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      body.writeBytes(begin.getBytes(US_ASCII));
      body.writeBytes(text);
      body.writeBytes("\"}]".getBytes(US_ASCII));
      Socket socket = post("Content-Length: " + body.size(), body.toByteArray());
      assertThat(reply(socket)).startsWith("HTTP/1.1 400").contains("invalidEncoding");
    }
  }

  @Test
  void aMessageThatIsNoTextOrTooLargeClosesItsConnectionWithTheReason() throws Exception {
    Socket broken = webSocket();
    broken.getOutputStream().write(frame(0x81, new byte[] {'[', (byte) 0xC0, (byte) 0xAF, ']'}));
    assertThat(closeStatus(broken)).isEqualTo(1007);

    Socket large = webSocket();
    for (int i = 0; i < 3; i++) {
      large.getOutputStream().write(frame(i == 0 ? 0x01 : 0x00, new byte[9000]));
    }
    assertThat(closeStatus(large)).isEqualTo(1009);

    Socket inOneFrame = webSocket();
    inOneFrame.getOutputStream().write(frame(0x81, new byte[40_000]));
    assertThat(closeStatus(inOneFrame)).isEqualTo(1009);
  }

  private Socket post(String header, String body) throws IOException {
    return post(header, body.getBytes(UTF_8));
  }

  private Socket post(String header, byte[] body) throws IOException {
    return send("/v1", header, body);
  }

  private Socket send(String path, String header, String body) throws IOException {
    return send(path, header, body.getBytes(UTF_8));
  }

  private Socket send(String path, String header, byte[] body) throws IOException {
    Socket socket = connect();
    String head =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nAuthorization: "
            + (path.equals("/v1") ? "Bearer" : "Key")
            + " key-of-a-test\r\n";
    socket.getOutputStream().write((head + header + "\r\n\r\n").getBytes(US_ASCII));
    socket.getOutputStream().write(body);
    return socket;
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.endpoint().getPort());
    socket.setSoTimeout(20_000);
    sockets.add(socket);
    return socket;
  }

  /** The reply up to the end of its body, which is one line of JSON. */
  private static String reply(Socket socket) throws IOException {
    StringBuilder text = new StringBuilder();
    InputStream from = socket.getInputStream();
    for (int next = from.read(); next >= 0; next = from.read()) {
      text.append((char) next);
      int head = text.indexOf("\r\n\r\n");
      if (head >= 0 && text.length() == head + 4 + length(text.substring(0, head))) {
        return text.toString();
      }
    }
    return text.toString();
  }

  private static int length(String head) {
    return head.lines()
        .filter(line -> line.regionMatches(true, 0, "Content-Length:", 0, 15))
        .map(line -> Integer.parseInt(line.substring(15).strip()))
        .findFirst()
        .orElse(0);
  }

  private Socket webSocket() throws IOException {
    Socket socket = connect();
    String handshake =
        """
        GET /v1 HTTP/1.1
        Host: 127.0.0.1
        Upgrade: websocket
        Connection: Upgrade
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
        Sec-WebSocket-Version: 13

        """
            .replace("\n", "\r\n");
    socket.getOutputStream().write(handshake.getBytes(US_ASCII));
    assertThat(reply(socket)).startsWith("HTTP/1.1 101");
    return socket;
  }

  /** A frame of a client, masked with zeros. */
  private static byte[] frame(int first, byte[] payload) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(first);
    if (payload.length < 126) {
      frame.write(0x80 | payload.length);
    } else {
      frame.write(0x80 | 126);
      frame.write(payload.length >> 8);
      frame.write(payload.length);
    }
    frame.writeBytes(new byte[4]);
    frame.writeBytes(payload);
    return frame.toByteArray();
  }

  private static int closeStatus(Socket socket) throws IOException {
    InputStream from = socket.getInputStream();
    assertThat(from.read()).isEqualTo(0x88);
    assertThat(from.read()).isGreaterThanOrEqualTo(2);
    return from.read() << 8 | from.read();
  }
}
