package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.callsheet.cli.console.ExitStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests for bundled models of several platforms, in one file and in one folder. */
class SeveralPlatformsTest {
  private static final String DRAWING =
      "{\"model\": \"gpt-image-2\", \"prompt\": \"A heron\", \"quality\": \"high\"}";
  private static final String STILL =
      "{\"platform\": \"fal\", \"model\": \"fal-ai/flux/schnell\","
          + " \"request\": {\"prompt\": \"A heron\", \"num_images\": 2}}";
  private static final String CLIP =
      "{\"model\": \"gen4_turbo\", \"promptImage\": \"https://example.com/a.png\","
          + " \"ratio\": \"1280:720\", \"duration\": 5}";
  private static final String VECTOR =
      "{\"taskType\": \"vectorize\", \"taskUUID\": \"2b6d4c0e-6a0b-4f0e-9c39-4a0b8f1f3c01\","
          + " \"model\": \"recraft:v4@vector\", \"positivePrompt\": \"A heron\","
          + " \"width\": 1024, \"height\": 1024}";

  @TempDir private Path directory;
  private final List<String> calls = new CopyOnWriteArrayList<>();

  @BeforeEach
  void write() throws IOException {
    Path requests = Files.createDirectory(directory.resolve("requests"));
    Files.writeString(requests.resolve("clip.json"), CLIP);
    Files.writeString(requests.resolve("vector.json"), VECTOR);
    Files.writeString(requests.resolve("both.jsonl"), DRAWING + "\n" + STILL + "\n");
  }

  @Test
  void aFolderIsLintedEachByItsOwnModel() throws IOException {
    Path folder = directory.resolve("requests");
    assertThat(CommandResult.run("lint", folder.toString()).status()).isEqualTo(ExitStatus.DONE);

    Files.writeString(folder.resolve("clip.json"), CLIP.replace("1280:720", "1920:1080"));
    Files.writeString(
        folder.resolve("both.jsonl"), DRAWING + "\n" + STILL.replace("2}", "5}") + "\n");
    CommandResult outcome = CommandResult.run("lint", folder.toString());

    assertThat(outcome.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(outcome.out())
        .contains(
            "both.jsonl:2:", "`num_images` is 5", "clip.json:1:", "3 files, 4 requests: 2 errors");
  }

  @Test
  void aFolderIsPricedEachByItsOwnModel() {
    CommandResult outcome = CommandResult.run("price", directory.resolve("requests").toString());

    assertThat(outcome.status()).as(outcome.err()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out())
        .containsPattern("both\\.jsonl:1 .*0\\.00003 USD/image output token")
        .containsPattern("both\\.jsonl:2 +0\\.006 USD")
        .containsPattern("clip\\.json +0\\.25 USD")
        .containsPattern("vector\\.json +0\\.08 USD");
  }

  @Test
  void aFileIsRunEachOnItsOwnPlatform() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort();
      CommandResult outcome =
          CommandResult.run(
              "",
              Map.of(
                  "OPENAI_API_KEY",
                  "key-of-openai",
                  "FAL_KEY",
                  "key-of-fal",
                  "CALLSHEET_ENDPOINT_OPENAI",
                  address + "/openai",
                  "CALLSHEET_ENDPOINT_FAL",
                  address + "/fal",
                  "CALLSHEET_JOURNAL",
                  directory.resolve("journal").toString()),
              "run",
              "--out",
              directory.resolve("out").toString(),
              directory.resolve("requests/both.jsonl").toString());

      assertThat(outcome.status()).as(outcome.err()).isEqualTo(ExitStatus.DONE);
      assertThat(directory.resolve("out")).isDirectoryContaining("glob:**.png");
      assertThat(calls)
          .containsOnlyOnce(
              "POST /openai/images/generations Bearer key-of-openai",
              "POST /fal/fal-ai/flux/schnell Key key-of-fal");
    } finally {
      server.stop(0);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    calls.add(call + " " + exchange.getRequestHeaders().getFirst("Authorization"));
    exchange.getRequestBody().readAllBytes();
    String here = "http://127.0.0.1:" + exchange.getLocalAddress().getPort();
    String png = "\u0089PNG\r\n\u001a\n a heron";
    String answer =
        switch (call) {
          case "POST /openai/images/generations" ->
              "{'created':1,'data':[{'url':'%s/a.png'}]}".formatted(here);
          case "POST /fal/fal-ai/flux/schnell" ->
              "{'request_id':'f1','status_url':'%s/fal/status','response_url':'%s/fal/result'}"
                  .formatted(here, here);
          case "GET /fal/status" -> "{'status':'COMPLETED'}";
          case "GET /fal/result" -> "{'images':[{'url':'%s/b.png'}]}".formatted(here);
          default -> png;
        };
    byte[] sent = answer.replace('\'', '"').getBytes(StandardCharsets.ISO_8859_1);
    exchange
        .getResponseHeaders()
        .set("Content-Type", answer.equals(png) ? "image/png" : "application/json");
    exchange.sendResponseHeaders(200, sent.length);
    exchange.getResponseBody().write(sent);
    exchange.close();
  }
}
