package dev.callsheet.sandbox.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.SandboxLimits;
import dev.callsheet.sandbox.behavior.UnknownModelPolicy;
import dev.callsheet.sandbox.ledger.ReceivedRequest;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What no client of a platform sends: every such request has an answer that says what is wrong. */
class OddRequestsTest {
  private static final int LARGEST = 20_000;
  private static final String FORM = "multipart/form-data; boundary=B";

  @TempDir Path folder;
  private ModelCatalogue catalogue = ModelCatalogue.bundled();
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void readSpecs() throws Exception {
    catalogue = DescribedPlatforms.catalogue(folder);
  }

  private Sandbox sandbox(String platform) throws Exception {
    return DescribedPlatforms.sandbox(
        catalogue,
        platform,
        SandboxBehavior.builder().unknownModel(UnknownModelPolicy.ACCEPTED).build());
  }

  private static URI at(Sandbox sandbox, String path) {
    return URI.create(sandbox.endpoint().toString().replaceAll("/$", "") + path);
  }

  private HttpResponse<String> post(URI address, String type, BodyPublisher body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + DescribedPlatforms.KEY)
            .header("Content-Type", type)
            .POST(body)
            .build(),
        BodyHandlers.ofString());
  }

  private Sandbox smallSandbox(String platform) throws Exception {
    return Sandbox.start(
        SandboxOptions.builder()
            .platform(catalogue.platform(platform).orElseThrow())
            .catalogue(catalogue)
            .apiKeys(DescribedPlatforms.KEY)
            .limits(SandboxLimits.defaults().sizes(LARGEST, 4 * LARGEST, 4 * LARGEST))
            .build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 20001\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n4e21\r\n",
      })
  void aBodyThatIsTooLongIsRefusedInThePlatformsForm(String length) throws Exception {
    try (var sandbox = smallSandbox("replicate");
        var socket = connect(sandbox)) {
      send(
          socket.getOutputStream(),
          "POST /v1/predictions HTTP/1.1\r\nHost: localhost\r\n"
              + length
              + (length.contains("chunked") ? " ".repeat(LARGEST + 1) : ""));

      socket.setSoTimeout(10_000);
      var reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(reply).startsWith("HTTP/1.1 413 ").contains("\"detail\":\"A request has at most");
      assertThat(sandbox.ledger().accounts()).isEmpty();
    }
  }

  @Test
  void ofWhatIsNoRequestOfThePlatformNoBodyIsRead() throws Exception {
    try (var sandbox = sandbox("replicate");
        var socket = connect(sandbox)) {
      send(
          socket.getOutputStream(),
          "POST /v1/nowhere HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999999999\r\n\r\n");

      assertThat(statusLine(socket)).as("while the body is still to come").contains(" 404 ");
    }
  }

  @Test
  void ofAFileThatNobodyAnnouncedNoBodyIsRead() throws Exception {
    try (var sandbox = sandbox("fal");
        var socket = connect(sandbox)) {
      send(
          socket.getOutputStream(),
          "PUT /uploads/nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999999999\r\n\r\n");

      assertThat(statusLine(socket)).contains(" 404 ");
    }
  }

  private static Socket connect(Sandbox sandbox) throws Exception {
    return new Socket(InetAddress.getLoopbackAddress(), sandbox.endpoint().getPort());
  }

  private static void send(OutputStream out, String text) throws Exception {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String statusLine(Socket socket) throws Exception {
    socket.setSoTimeout(10_000);
    var bytes = socket.getInputStream().readNBytes(15);
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  @Test
  void aFileThatIsTooLongIsRefusedAndStillExpected() throws Exception {
    try (var sandbox = smallSandbox("fal")) {
      var announced =
          http.send(
              HttpRequest.newBuilder(at(sandbox, "/"))
                  .header("Authorization", "Key " + DescribedPlatforms.KEY)
                  .header(
                      "x-fal-target-url", "https://rest.fal.ai/storage/upload/initiate?storage=1")
                  .POST(BodyPublishers.ofString("{}"))
                  .build(),
              BodyHandlers.ofString());
      var address =
          URI.create(JsonMapper.shared().readTree(announced.body()).path("upload_url").asString());

      assertThat(sent(sandbox, address, LARGEST + 1)).startsWith("HTTP/1.1 413");
      assertThat(sent(sandbox, address, LARGEST)).startsWith("HTTP/1.1 204");
    }
  }

  private static String sent(Sandbox sandbox, URI address, int size) throws Exception {
    try (var socket = connect(sandbox)) {
      send(
          socket.getOutputStream(),
          "PUT "
              + address.getPath()
              + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
              + size
              + "\r\n\r\n"
              + (size > LARGEST ? "" : " ".repeat(size)));
      return statusLine(socket);
    }
  }

  private static String part(String name, String more, String content) {
    return "--B\r\nContent-Disposition: form-data; name=\""
        + name
        + "\""
        + more
        + "\r\n\r\n"
        + content
        + "\r\n";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image, image[]",
        "image[], image",
        "images, image file",
        "/a/b[]",
        "image[]/x file",
        "images/0 file, image file",
        "[]",
      })
  void namesOfPartsThatDoNotGoTogetherAreRefusedOrTaken(String names) throws Exception {
    try (var sandbox = sandbox("openai")) {
      var form = new StringBuilder(part("model", "", "any-1"));
      for (var name : names.split(", ", -1)) {
        form.append(
            part(
                name.replace(" file", ""),
                name.endsWith(" file") ? "; filename=\"a.png\"" : "",
                "x"));
      }
      var reply =
          post(at(sandbox, "/images/edits"), FORM, BodyPublishers.ofString(form + "--B--\r\n"));

      assertThat(reply.statusCode()).as(reply.body()).isIn(200, 400);
      assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/json");
    }
  }

  @Test
  void aQueryThatCannotBeReadIsRefusedInThePlatformsForm() throws Exception {
    try (var sandbox = sandbox("replicate");
        var socket = connect(sandbox)) {
      send(
          socket.getOutputStream(),
          "GET /v1/predictions?created_after=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

      socket.setSoTimeout(10_000);
      var reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(reply).contains(" 400 ").contains("\"detail\"");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mailto:someone", "https:", "//", "https://queue.fal.run", "%", "https://[::1"})
  void aTargetThatIsNoAddressIsNowhere(String target) throws Exception {
    try (var sandbox = sandbox("fal")) {
      var reply =
          http.send(
              HttpRequest.newBuilder(at(sandbox, "/"))
                  .header("Authorization", "Key " + DescribedPlatforms.KEY)
                  .header("x-fal-target-url", target)
                  .POST(BodyPublishers.ofString("{}"))
                  .build(),
              BodyHandlers.ofString());

      assertThat(reply.statusCode()).as(reply.body()).isEqualTo(404);
    }
  }

  /** The root is the page's, too; a client behind a proxy sends everything there. */
  @Test
  void whatAClientReadsBehindAProxyIsNotThePage() throws Exception {
    try (var sandbox = sandbox("fal")) {
      var reply =
          http.send(
              HttpRequest.newBuilder(at(sandbox, "/"))
                  .header("Authorization", "Key " + DescribedPlatforms.KEY)
                  .header(
                      "x-fal-target-url",
                      "https://queue.fal.run/fal-ai/flux/requests/no-such-task/status")
                  .build(),
              BodyHandlers.ofString());

      assertThat(reply.statusCode()).as(reply.body()).isEqualTo(404);
      assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/json");
      assertThat(sandbox.requests()).extracting(ReceivedRequest::method).containsExactly("GET");
    }
  }

  @Test
  void aFileThatNobodyAnnouncedIsAmongTheRequests() throws Exception {
    try (var sandbox = sandbox("fal")) {
      post(at(sandbox, "/uploads/nothing"), "text/plain", BodyPublishers.ofString("a"));

      assertThat(sandbox.requests())
          .extracting(ReceivedRequest::address, ReceivedRequest::status)
          .containsExactly(tuple("/uploads/nothing", 404));
    }
  }

  /** Requests put together from pieces that mean something, with a fixed seed. */
  @ParameterizedTest
  @ValueSource(strings = {"fal", "replicate", "openai", "runway"})
  void noRequestIsTheSandboxsOwnError(String platform) throws Exception {
    var random = new Random(14);
    var pieces =
        List.of(
            "/",
            "v1",
            "predictions",
            "images",
            "edits",
            "generations",
            "models",
            "a",
            "requests",
            "status",
            "cancel",
            "files",
            "uploads",
            "tasks",
            "media",
            "%2F",
            "%00",
            "..",
            ";x=1",
            "?page=2147483647",
            "?limit=-1",
            "&a=b",
            "text_to_video",
            "{",
            "*");
    var bodies =
        List.of(
            "",
            "{}",
            "[]",
            "{\"input\":1}",
            "{\"input\":{},\"version\":7}",
            "{\"model\":[],\"prompt\":{}}",
            "{\"version\":\"a/b\",\"input\":{\"prompt\":null}}",
            "--B\r\n\r\n--B--",
            part("model", "", "a") + part("images[]", "; filename=x", "y") + "--B",
            "[".repeat(5000),
            "{\"n\":1e999999999}",
            "\u0000\uFFFD");
    var types = List.of("application/json", FORM, "multipart/form-data", "", "text/plain");
    try (var sandbox = sandbox(platform)) {
      for (var i = 0; i < 100; i++) {
        var request =
            request(
                platform,
                List.of("GET", "POST", "PUT", "DELETE", "OPTIONS").get(random.nextInt(5)),
                path(random, pieces),
                types.get(random.nextInt(types.size())),
                bodies.get(random.nextInt(bodies.size())));
        try (var socket = connect(sandbox)) {
          send(socket.getOutputStream(), request);

          assertThat(statusLine(socket)).as(request).matches("HTTP/1.1 [234].*");
        }
      }
    }
  }

  private static String path(Random random, List<String> pieces) {
    var path = new StringBuilder("/");
    for (var piece = random.nextInt(6); piece >= 0; piece--) {
      path.append(pieces.get(random.nextInt(pieces.size())));
      if (random.nextInt(3) > 0) {
        path.append('/');
      }
    }
    return path.toString();
  }

  private static String request(
      String platform, String method, String path, String type, String body) {
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Runway-Version: 2024-11-06\r\n"
        + "Authorization: "
        + (platform.equals("fal") ? "Key " : "Bearer ")
        + DescribedPlatforms.KEY
        + "\r\nContent-Type: "
        + type
        + "\r\nContent-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n"
        + body;
  }
}
