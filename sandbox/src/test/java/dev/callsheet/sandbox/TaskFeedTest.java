package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.sandbox.HttpTestClient.Response;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.WireFault;
import dev.callsheet.sandbox.ledger.LedgerEntry;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the page at {@code /} is told: tasks, exchanges and faults. */
final class TaskFeedTest {
  private final ManualClock clock = new ManualClock();
  private Sandbox sandbox;
  private HttpTestClient caller;

  private void start(SandboxOptions.Builder options, WireFault... faults) throws IOException {
    sandbox =
        Sandbox.start(
            options
                .renderTime(RenderTime.fixed(Duration.ofSeconds(3)))
                .behavior(SandboxBehavior.builder().wireFaults(faults).build())
                .build(),
            clock);
    caller = new HttpTestClient(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private Response get(String path) throws Exception {
    return caller.get(sandbox.page().resolve(path));
  }

  private JsonNode feed(long event, long exchange) throws Exception {
    return get("/workbench/feed?event=" + event + "&exchange=" + exchange).json();
  }

  private Response change(String method, String path, String body) throws Exception {
    return HttpTestClient.exchange(
        HttpRequest.newBuilder(sandbox.page().resolve(path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private static List<String> texts(JsonNode list, String member) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(each -> each.path(member).asString(""))
        .toList();
  }

  @Test
  void thePageLoadsNothingFromElsewhereAndRunsNothingThatIsWrittenInIt() throws Exception {
    start(InkwellModels.options());
    Response page = get("/");
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.header("Content-Security-Policy"))
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
        .doesNotContain("unsafe")
        .contains("frame-ancestors 'none'");
    String html = page.response().body();
    assertThat(html).doesNotContain("style=", "onclick", "http:", "https:");
    Response part = get("/workbench/page.js");
    assertThat(part.status()).isEqualTo(200);
    assertThat(part.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(get("/workbench/../../../page.js").status()).isIn(400, 404);
    assertThat(get("/workbench/module-info.class").status()).isEqualTo(404);
  }

  @Test
  void aTaskIsShownWithWhatBecomesOfItAndOnlyOnceUntilSomethingHappensToIt() throws Exception {
    start(InkwellModels.options());
    ObjectNode task = HttpTestClient.video();
    assertThat(caller.send(task).status()).isEqualTo(200);
    JsonNode first = feed(0, 0);
    JsonNode shown = first.path("tasks").path(0);
    assertThat(shown.path("task").asString()).isEqualTo(HttpTestClient.uuid(task));
    assertThat(shown.path("state").asString()).isEqualTo("accepted");
    assertThat(shown.path("model").asString()).isEqualTo("klingai:kling-video@o3-pro");
    assertThat(shown.path("finishedAt").longValue() - first.path("now").longValue())
        .isEqualTo(3000);
    assertThat(shown.path("charged").asString()).isEqualTo("0.56");
    assertThat(texts(shown.path("events"), "kind")).containsExactly("submit", "charge");
    long last = shown.path("number").longValue();

    assertThat(feed(last, 0).path("tasks")).isEmpty();
    clock.advance(Duration.ofSeconds(4));
    caller.poll(HttpTestClient.uuid(task));
    JsonNode later = feed(last, 0).path("tasks").path(0);
    assertThat(later.path("number").longValue()).isGreaterThan(last);
    assertThat(texts(later.path("events"), "kind")).containsExactly("submit", "charge", "poll");
  }

  @Test
  void lookingAtAResultIsNoDownloadAndTakesNoFault() throws Exception {
    start(InkwellModels.options(), WireFault.truncate(10));
    caller.send(HttpTestClient.video());
    JsonNode result = feed(0, 0).path("tasks").path(0).path("results").path(0);
    assertThat(result.path("type").asString()).isEqualTo("video/mp4");
    var media =
        caller.fetch(
            sandbox
                .page()
                .resolve("/workbench/media/" + result.path("media").asString())
                .toString());
    assertThat(media.statusCode()).isEqualTo(200);
    assertThat(media.body()).hasSizeGreaterThan(1000);
    assertThat(media.headers().firstValue("Content-Security-Policy")).contains("sandbox");
    assertThat(sandbox.ledger().entries())
        .extracting(LedgerEntry::kind)
        .doesNotContain(LedgerEntry.Kind.DOWNLOAD);
    assertThat(feed(0, 0).path("faults").path("pending")).hasSize(1);
  }

  @Test
  void aRejectedTaskSaysWhy() throws Exception {
    start(InkwellModels.options());
    caller.send(HttpTestClient.video().put("duration", 99));
    JsonNode shown = feed(0, 0).path("tasks").path(0);
    assertThat(shown.path("state").asString()).isEqualTo("rejected");
    assertThat(shown.path("events").path(1).path("note").asString()).contains("`duration` is 99");
  }

  @Test
  void exchangesAreKeptAsTheyWereWithoutTheKey() throws Exception {
    start(InkwellModels.options(), WireFault.status(503));
    ObjectNode task = HttpTestClient.video().put("positivePrompt", "<img src=x onerror=alert(1)>");
    caller.send(task);
    caller.send(task);
    JsonNode lines = feed(0, 0).path("exchanges");
    assertThat(lines).hasSize(2);
    assertThat(texts(lines, "line")).containsOnly("POST /v1");
    assertThat(
            List.of(
                lines.path(0).path("status").intValue(), lines.path(1).path("status").intValue()))
        .containsExactly(200, 503);
    assertThat(feed(0, lines.path(0).path("number").longValue()).path("exchanges")).isEmpty();

    JsonNode about = get("/workbench/exchanges?task=" + HttpTestClient.uuid(task)).json();
    assertThat(about).hasSize(2);
    assertThat(about.path(0).path("reply").asString()).contains("serviceUnavailable");
    assertThat(about.path(1).path("request").asString())
        .isEqualTo(HttpTestClient.array(task).toString());
    assertThat(about.path(1).path("headers").asString())
        .contains("Authorization: ***")
        .doesNotContain("key-of-a-test");
    long id = lines.path(1).path("id").longValue();
    assertThat(get("/workbench/exchanges?id=" + id).json().path(0)).isEqualTo(about.path(0));
  }

  @Test
  void messagesOverAWebSocketAreKeptAsWell() throws Exception {
    start(InkwellModels.options());
    ObjectNode task = HttpTestClient.video();
    try (var socket = WebSocketTestClient.connectAuthenticated(sandbox, "")) {
      assertThat(socket.session()).isNotEmpty();
      socket.send(task);
      socket.next();
    }
    JsonNode about = get("/workbench/exchanges?task=" + HttpTestClient.uuid(task)).json();
    assertThat(texts(about, "line")).containsExactly("WebSocket message", "WebSocket frame sent");
    JsonNode first = feed(0, 0).path("exchanges");
    assertThat(first.valueStream().map(each -> each.path("isMessage").booleanValue()))
        .isNotEmpty()
        .containsOnly(true);
    long id = first.path(first.size() - 1).path("id").longValue();
    assertThat(get("/workbench/exchanges?id=" + id).json().path(0).path("request").asString())
        .contains("authentication")
        .doesNotContain("key-of-a-test");
  }

  @Test
  void aLostReplyIsShownAsThat() throws Exception {
    start(InkwellModels.options(), WireFault.dropReply());
    ObjectNode task = HttpTestClient.video();
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> caller.send(task))).isNotNull();
    JsonNode line = feed(0, 0).path("exchanges").path(0);
    assertThat(line.path("status").isNull()).isTrue();
    assertThat(line.path("end").asString()).contains("dropped on purpose");
  }

  @Test
  void afterAResetPagesBeginAnew() throws Exception {
    start(InkwellModels.options());
    caller.send(HttpTestClient.video());
    String run = feed(0, 0).path("run").asString();
    sandbox.reset();
    JsonNode anew = feed(0, 0);
    assertThat(anew.path("run").asString()).isNotEqualTo(run);
    assertThat(anew.path("tasks")).isEmpty();
    assertThat(anew.path("exchanges")).isEmpty();
  }

  @Test
  void faultsAreSetAndCleared() throws Exception {
    start(InkwellModels.options());
    assertThat(change("POST", "/workbench/faults", "{\"fault\": \"status=429,times=2\"}").json())
        .isEqualTo(
            HttpTestClient.JSON.readTree(
                "{\"storm\": 0.0, \"pending\": [\"status=429,on=submit,times=2,before\"]}"));
    assertThat(caller.send(HttpTestClient.video()).status()).isEqualTo(429);
    assertThat(feed(0, 0).path("faults").path("pending").path(0).asString())
        .isEqualTo("status=429,on=submit,before");
    assertThat(
            change("POST", "/workbench/faults", "{\"storm\": 1}")
                .json()
                .path("storm")
                .doubleValue())
        .isEqualTo(1);
    change("DELETE", "/workbench/faults", "");
    assertThat(caller.send(HttpTestClient.video()).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"fault\": \"staus=4\"}", "{\"storm\": 3}", "{}", "[1]", "{", "null"})
  void whatIsNoFaultIsRefusedWithASentence(String body) throws Exception {
    start(InkwellModels.options());
    Response refused = change("POST", "/workbench/faults", body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error().path("message").asString()).contains(" ");
    assertThat(feed(0, 0).path("faults").path("pending")).isEmpty();
  }

  @Test
  void anotherPlatformHasThePageAsWell() throws Exception {
    ModelCatalogue catalogue = ModelCatalogue.bundled();
    start(
        SandboxOptions.builder()
            .catalogue(catalogue)
            .platform(catalogue.platform("fal").orElseThrow()));
    HttpTestClient.exchange(
        HttpRequest.newBuilder(URI.create(sandbox.endpoint() + "/fal-ai/flux/schnell"))
            .header("Authorization", "Key key-of-a-test")
            .POST(HttpRequest.BodyPublishers.ofString("{\"prompt\": \"a heron\"}"))
            .build());
    assertThat(get("/").header("Content-Type")).startsWith("text/html");
    JsonNode shown = feed(0, 0);
    assertThat(shown.path("tasks").path(0).path("model").asString())
        .isEqualTo("fal-ai/flux/schnell");
    assertThat(texts(shown.path("exchanges"), "line")).containsExactly("POST /fal-ai/flux/schnell");
    String task = shown.path("tasks").path(0).path("task").asString();
    assertThat(get("/workbench/exchanges?task=" + task).json()).hasSize(1);
    assertThat(change("POST", "/workbench/faults", "{\"fault\": \"beside=x\"}").error().toString())
        .contains("only a reply of Runware");
  }

  @Test
  void withoutAWorkbenchThereAreNoModelsToWriteRequestsFor() throws Exception {
    start(InkwellModels.options());
    assertThat(get("/workbench/about").json().path("workbench").booleanValue()).isFalse();
    assertThat(get("/workbench/models").json()).isEmpty();
    assertThat(get("/workbench/model?id=x").status()).isEqualTo(404);
    assertThat(change("POST", "/workbench/review", "{\"text\": \"{}\"}").status()).isEqualTo(200);
    assertThat(change("POST", "/workbench/none", "").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/workbench/page.css", "/workbench/about"})
  void theHeadOfThePageIsThatOfTheWhole(String path) throws Exception {
    start(InkwellModels.options());
    Response head = change("HEAD", path, "");
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Type")).isEqualTo(get(path).header("Content-Type"));
    assertThat(head.response().body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, faults, 'DELETE, POST'",
    "GET, faults, 'DELETE, POST'",
    "GET, review, POST",
    "POST, feed, 'GET, HEAD'",
    "DELETE, page.css, 'GET, HEAD'"
  })
  void whatIsThereIsNotAskedForInAnotherWay(String method, String name, String allowed)
      throws Exception {
    start(InkwellModels.options());
    Response refused = change(method, "/workbench/" + name, "{}");
    assertThat(refused.status()).isEqualTo(405);
    assertThat(refused.header("Allow")).isEqualTo(allowed);
  }

  @Test
  void exchangesAreFoundByATaskInEitherCaseAndOfALongName() throws Exception {
    start(InkwellModels.options());
    ObjectNode task = HttpTestClient.video();
    caller.send(task.put("taskUUID", HttpTestClient.uuid(task).toUpperCase(Locale.ROOT)));
    String longName = "Name of a task ".repeat(20);
    caller.send(HttpTestClient.video().put("taskUUID", longName));
    for (JsonNode shown : feed(0, 0).path("tasks")) {
      String key = URLEncoder.encode(shown.path("task").asString(), StandardCharsets.UTF_8);
      assertThat(get("/workbench/exchanges?task=" + key).json()).as(key).hasSize(1);
    }
  }
}
