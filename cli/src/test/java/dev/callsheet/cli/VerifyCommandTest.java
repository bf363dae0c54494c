package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.parser.SpecException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sandbox that runs another spec of the same model stands for the platform. */
class VerifyCommandTest {
  private static final String KEY = "a-key-that-nobody-may-see";

  private static final String OURS =
      """
      callsheet: 1
      model: {id: "acme:still@1", name: Still, status: live}
      platform: runware
      required: [taskType, taskUUID, model, prompt]
      parameters:
        taskType: {const: imageInference}
        taskUUID: {type: string, format: uuid4}
        model: {const: "acme:still@1"}
        prompt: {type: string, minLength: 1}
        steps: {type: integer, minimum: 1, maximum: 50}
        style: {enum: [ink, oil]}
        frame: {type: boolean}
      rules:
        - id: frame-needs-style
          description: A frame needs a `style`.
          when: frame
          require: style
        - id: many-steps
          severity: warning
          description: More than 30 steps change little.
          when: {steps: {minimum: 31}}
          require: style
      pricing:
        currency: USD
        charges:
          - id: image
            rates: [{label: image, price: 0.02}]
      response:
        properties:
          imageURL: {type: string, format: uri, media: image}
      """;

  @TempDir private Path directory;

  @BeforeEach
  void writeOurSpec() throws IOException {
    Files.createDirectories(directory.resolve("ours"));
    Files.writeString(directory.resolve("ours/still.yaml"), OURS);
  }

  @Test
  void allAgreesWithAPlatformThatDoesAsTheSpecSays() throws Exception {
    try (Sandbox sandbox = sandbox(OURS)) {
      CommandResult outcome = verify(sandbox.endpoint().toString());
      assertThat(outcome.status()).as(outcome.out() + outcome.err()).isEqualTo(ExitStatus.DONE);
      assertThat(outcome.out()).containsPattern("^acme:still@1: (\\d+) of \\1 requests agree");
      assertThat(sandbox.ledger().accounts()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          maximum: 50     | maximum: 40     | verdict: limit.steps.maximum: valid by the spec; refused by the platform for `steps`
          maximum: 50     | maximum: 60     | verdict: out-of-range.steps.maximum: invalid by the spec [out-of-range] for `steps`; accepted
          [ink, oil]      | [ink]           | verdict: limit.style.oil: valid by the spec; refused by the platform for `style`
          require: style  | require: steps  | verdict: frame-needs-style: valid by the spec; refused by the platform for `frame`
          when: frame     | when: steps     | verdict: frame-needs-style: invalid by the spec [frame-needs-style] for `frame`; accepted by the platform for 0.02
          price: 0.02     | price: 0.03     | price: parameter.prompt: valid by the spec for 0.02 USD (one request at 0.02 USD: image); accepted by the platform for 0.03
          """)
  void whatThePlatformDoesOtherwiseIsShownWithItsRequest(String ours, String theirs, String shown)
      throws Exception {
    try (Sandbox sandbox = sandbox(OURS.replace(ours, theirs))) {
      CommandResult outcome = verify(sandbox.endpoint().toString());
      assertThat(outcome.status()).as(outcome.err()).isEqualTo(ExitStatus.FINDINGS);
      assertThat(outcome.out()).contains(shown, "\n  {\"taskType\":\"imageInference\",");
      assertThat(outcome.out() + outcome.err()).doesNotContain(KEY);
    }
  }

  @Test
  void anErrorAboutAnotherParameterIsADifference() throws Exception {
    String reply =
        "400 {\"errors\": [{\"code\": \"x\", \"message\": \"No.\", \"parameter\": \"wizard\"}]}";
    try (Platform platform = new Platform(List.of(reply))) {
      assertThat(verify(platform.address()).out())
          .contains(
              "parameter: out-of-range.steps.maximum", "refused by the platform for `wizard`");
    }
  }

  @Test
  void anotherFormOfRepliesIsSaidInAFileOfOnesOwn() throws Exception {
    Path platforms = Files.createDirectories(directory.resolve("ours/platforms"));
    Files.writeString(
        platforms.resolve("runware.yaml"),
        Files.readString(Path.of("../spec/platforms/runware.yaml"))
            .replace("cost: /data/*/cost", "cost: /estimate"));
    try (Platform platform = new Platform(List.of("200 {\"estimate\": 0.02}"))) {
      CommandResult outcome = verify(platform.address());
      assertThat(outcome.status()).as(outcome.err()).isEqualTo(ExitStatus.FINDINGS);
      assertThat(outcome.out())
          .contains("invalid by the spec", "accepted by the platform for 0.02");
    }
  }

  @Test
  void theRecordIsTheSameEachTime() throws Exception {
    try (Sandbox sandbox = sandbox(OURS.replace("maximum: 50", "maximum: 40"))) {
      Path first = directory.resolve("first.json");
      Path second = directory.resolve("second.json");
      verify(sandbox.endpoint().toString(), "--out", first.toString());
      verify(sandbox.endpoint().toString(), "--out", second.toString());
      assertThat(second).hasSameTextualContentAs(first);

      JsonNode record = JsonMapper.shared().readTree(Files.readString(first));
      assertThat(record.at("/summary/verdict").asInt()).isEqualTo(1);
      assertThat(record.at("/summary/agreed").asInt()).isEqualTo(record.at("/requests").size() - 1);
      assertThat(record.toString()).doesNotContain(KEY).contains("\"cost\":\"0.02\"");
    }
  }

  @Test
  void aMediumThatIsNotThereIsNoDifference() throws Exception {
    String spec =
        OURS.replace("  frame:", "  seed: {type: string, accepts: [uuid], media: image}\n  frame:");
    Files.writeString(directory.resolve("ours/still.yaml"), spec);
    String reply = "400 {\"errors\": [{\"message\": \"No such media.\", \"parameter\": \"seed\"}]}";
    try (Platform platform = new Platform(List.of(reply))) {
      assertThat(verify(platform.address()).out())
          .contains(
              "medium: parameter.seed: valid by the spec; refused by the platform for `seed`");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://proxy.example.com/v1",
        "http://api.runware.ai/v1",
        "https://api.runware.ai.example.com/v1",
        "https://api.runware.ai:8443/v1"
      })
  void nothingIsSentToWhereADryRunIsNotKnown(String endpoint) {
    CommandResult outcome = verify(endpoint);
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err())
        .contains("nothing was sent", "not known to do dry runs", "https://api.runware.ai");
  }

  @Test
  void nothingIsSentToAPlatformWithoutADryRun() throws IOException {
    Files.writeString(
        directory.resolve("ours/still.yaml"), OURS.replace("platform: runware", "platform: fal"));
    CommandResult outcome = verify("http://127.0.0.1:9/");
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains("nothing was sent: fal has no dry run in its file");
  }

  @Test
  void withoutAKeyItSaysWhichVariableHoldsIt() {
    CommandResult outcome = CommandResult.run("verify", "acme:still@1", "--spec", ours());
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains("nothing was sent", "RUNWARE_API_KEY");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          200 {"data": [{"taskUUID": "x"}]}                         | does not say what it would cost
          200 {"data": [{"cost": 0.02, "imageURL": "https://a/b"}]} | the platform has executed a request, its reply has the result `imageURL`
          401 {"errors": [{"message": "bad key"}]}                  | HTTP 401 says nothing of the request
          302 {}                                                    | HTTP 302 says nothing of the request
          500 no JSON                                               | HTTP 500 says nothing of the request
          """)
  void theFirstReplyThatIsNoDryRunIsTheLast(String reply, String said) throws Exception {
    try (Platform platform = new Platform(List.of(reply))) {
      CommandResult outcome = verify(platform.address());
      assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
      assertThat(outcome.err()).contains("stopped: ", said).doesNotContain(KEY, "\tat ");
      assertThat(platform.requests()).isEqualTo(1);
    }
  }

  @Test
  void aBusyPlatformIsAskedAgain() throws Exception {
    try (Platform platform = new Platform(List.of("429 {}", "500 {}"))) {
      assertThat(verify(platform.address()).err()).contains("HTTP 500");
      assertThat(platform.requests()).isEqualTo(2);
    }
  }

  private CommandResult verify(String endpoint, String... options) {
    Map<String, String> environment = new HashMap<>();
    environment.put("RUNWARE_API_KEY", KEY);
    environment.put("CALLSHEET_ENDPOINT", endpoint);
    List<String> all = new ArrayList<>(List.of("verify", "acme:still@1", "--spec", ours()));
    all.addAll(List.of(options));
    return CommandResult.run("", environment, all.toArray(String[]::new));
  }

  private String ours() {
    return directory.resolve("ours").toString();
  }

  private Sandbox sandbox(String spec) throws IOException, SpecException {
    Path theirs = Files.createDirectories(directory.resolve("theirs"));
    Files.writeString(theirs.resolve("still.yaml"), spec);
    return Sandbox.start(
        SandboxOptions.builder()
            .apiKeys(KEY)
            .catalogue(ModelCatalogue.of(List.of(theirs)))
            .build());
  }

  /** A server with these replies, a status and a body; the last one again and again. */
  private static final class Platform implements AutoCloseable {
    private final HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final AtomicInteger requests = new AtomicInteger();

    Platform(List<String> replies) throws IOException {
      server.createContext(
          "/",
          exchange -> {
            String reply = replies.get(Math.min(requests.getAndIncrement(), replies.size() - 1));
            byte[] body = reply.substring(4).getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Retry-After", "0");
            exchange.sendResponseHeaders(Integer.parseInt(reply.substring(0, 3)), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.start();
    }

    String address() {
      return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    int requests() {
      return requests.get();
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
