package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.internal.journal.JournalLine;
import dev.callsheet.sandbox.HttpTestClient.Response;
import dev.callsheet.sandbox.behavior.RenderFailure;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.SandboxLimits;
import dev.callsheet.sandbox.ledger.LedgerEntry;
import java.math.BigDecimal;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A sandbox with a folder goes on where the one before it ended. */
final class StateTest {
  private static final Duration RENDER = Duration.ofMinutes(1);
  private final ManualClock clock = new ManualClock();
  @TempDir private Path folder;
  private SandboxLimits limits = SandboxLimits.defaults();
  private SandboxBehavior behavior = SandboxBehavior.defaults();
  private Sandbox sandbox;
  private HttpTestClient caller;

  @BeforeEach
  void start() throws Exception {
    sandbox = Sandbox.start(options(), clock);
    caller = new HttpTestClient(sandbox);
  }

  private SandboxOptions options() {
    return InkwellModels.options()
        .renderTime(RenderTime.fixed(RENDER))
        .limits(limits)
        .behavior(behavior)
        .state(folder)
        .build();
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private void restart() throws Exception {
    sandbox.close();
    start();
  }

  private ObjectNode submitted() throws Exception {
    ObjectNode task = InkwellModels.video().put("deliveryMethod", "async");
    assertThat(caller.send(task).status()).isEqualTo(200);
    return task;
  }

  /** A task that costs something. */
  private ObjectNode charged() throws Exception {
    ObjectNode task = InkwellModels.image().put("deliveryMethod", "async");
    assertThat(caller.send(task).status()).isEqualTo(200);
    return task;
  }

  private JsonNode polled(ObjectNode task) throws Exception {
    return caller.poll(HttpTestClient.uuid(task)).data().path(0);
  }

  /** What does not depend on the port. */
  private static JsonNode withoutAddress(JsonNode result) {
    return ((ObjectNode) result.deepCopy()).without(List.of("videoURL"));
  }

  @Test
  void aFinishedTaskHasTheSameResultAndTheSameFile() throws Exception {
    ObjectNode task = submitted();
    clock.advance(RENDER);
    JsonNode before = polled(task);
    byte[] file = caller.fetch(before.path("videoURL").asString()).body();

    restart();

    JsonNode after = polled(task);
    assertThat(withoutAddress(after)).isEqualTo(withoutAddress(before));
    assertThat(caller.fetch(after.path("videoURL").asString()).body()).isEqualTo(file);
  }

  @Test
  void aTaskThatRunsIsFinishedWhenItWouldHaveBeen() throws Exception {
    ObjectNode task = submitted();
    clock.advance(Duration.ofSeconds(45));

    restart();

    assertThat(polled(task).path("status").asString()).isEqualTo("processing");
    assertThat(polled(task).path("progress").asInt()).isEqualTo(75);
    clock.advance(Duration.ofSeconds(15));
    assertThat(polled(task).path("status").asString()).isEqualTo("success");
  }

  @Test
  void aFailedResultStaysOne() throws Exception {
    behavior =
        SandboxBehavior.builder()
            .renderFailure(RenderFailure.all("timeoutProvider", "Too late."))
            .build();
    restart();
    ObjectNode task = submitted();
    behavior = SandboxBehavior.defaults();
    restart();
    clock.advance(RENDER);
    JsonNode error = caller.poll(HttpTestClient.uuid(task)).error();
    assertThat(error.path("code").asString()).isEqualTo("timeoutProvider");
    assertThat(error.path("message").asString()).isEqualTo("Too late.");
  }

  @Test
  void theLedgerGoesOnWithItsNumbersAndItsTotal() throws Exception {
    ObjectNode task = charged();
    List<LedgerEntry> entries = sandbox.ledger().entries();
    String total = sandbox.ledger().totalCharged().toPlainString();
    assertThat(total).isNotEqualTo("0");

    restart();

    assertThat(sandbox.ledger().entries()).isEqualTo(entries);
    assertThat(sandbox.ledger().totalCharged()).isEqualByComparingTo(total);
    assertThat(sandbox.ledger().account(HttpTestClient.uuid(task)).chargeCount()).isOne();
    submitted();
    JsonNode page = caller.get(sandbox.ledgerUri()).json();
    assertThat(page.path("entries").get(entries.size()).path("number").asInt())
        .isEqualTo(entries.size() + 1);
  }

  @Test
  void theBalanceIsWhatIsLeftOfTheCredit() throws Exception {
    charged();
    JsonNode before = balance();
    restart();
    assertThat(balance()).isEqualTo(before);
    assertThat(before.decimalValue()).isLessThan(BigDecimal.valueOf(1000));
  }

  private JsonNode balance() throws Exception {
    return caller
        .send(
            HttpTestClient.task("accountManagement")
                .put("taskUUID", "7b0cf6a4-9a6f-4a3c-8a43-94cd1b5f7f8e")
                .put("operation", "getDetails"))
        .data()
        .get(0)
        .path("balance");
  }

  @Test
  void aUuidStaysTaken() throws Exception {
    ObjectNode task = submitted();
    restart();
    Response again = caller.send(task);
    assertThat(again.error().path("code").asString()).isEqualTo("conflictTaskUUID");
    assertThat(sandbox.ledger().account(HttpTestClient.uuid(task)).chargeCount()).isOne();
  }

  /** As one that is killed between a task and its charge leaves it. */
  @Test
  void aTaskThatWasNotChargedYetIsChargedOnce() throws Exception {
    ObjectNode task = charged();
    BigDecimal total = sandbox.ledger().totalCharged();
    sandbox.close();
    Path file = folder.resolve("runware/state.jsonl");
    List<String> lines = Files.readAllLines(file);
    lines.removeIf(line -> line.contains("\"in\":\"ledger\""));
    Files.write(file, lines);
    for (int i = 0; i < 2; i++) {
      restart();
      assertThat(sandbox.ledger().account(HttpTestClient.uuid(task)).entries())
          .extracting(LedgerEntry::kind)
          .containsExactly(LedgerEntry.Kind.SUBMIT, LedgerEntry.Kind.CHARGE);
      assertThat(sandbox.ledger().totalCharged()).isEqualByComparingTo(total);
    }
  }

  @Test
  void whatWasSaidOfATaskIsSaidStill() throws Exception {
    ObjectNode task = submitted();
    ObjectNode details =
        HttpTestClient.task("getTaskDetails").put("taskUUID", HttpTestClient.uuid(task));
    JsonNode before = caller.send(details).data();
    restart();
    assertThat(caller.send(details).data()).isEqualTo(before);
  }

  @Test
  void aPollWritesWhatItAnsweredAndNotTheTaskAgain() throws Exception {
    ObjectNode task =
        InkwellModels.video()
            .put("deliveryMethod", "async")
            .put("positivePrompt", "x".repeat(3000));
    assertThat(caller.send(task).status()).isEqualTo(200);
    long before = Files.size(folder.resolve("runware/state.jsonl"));
    polled(task);
    assertThat(Files.size(folder.resolve("runware/state.jsonl")) - before).isBetween(1L, 2000L);
  }

  @Test
  void storedMediaAreThereUntilTheyAreDeleted() throws Exception {
    byte[] picture = Files.readAllBytes(Path.of("src/test/resources/media/square.png"));
    ObjectNode upload =
        HttpTestClient.task("mediaStorage")
            .put("operation", "upload")
            .put("taskUUID", "0d0c30d3-54fb-4f2a-8a2e-9c5e5b8d0f11")
            .put("media", Base64.getEncoder().encodeToString(picture));
    JsonNode stored = caller.send(upload).data().get(0);
    String name = stored.path("mediaURL").asString().replaceFirst(".*/", "");

    restart();
    assertThat(caller.fetch(sandbox.page() + "media/" + name).body()).isEqualTo(picture);

    ObjectNode delete =
        HttpTestClient.task("mediaStorage")
            .put("operation", "delete")
            .put("taskUUID", "9b1f6c1e-4a43-4b4c-9a55-0f6a3b1d2c11")
            .put("media", stored.path("mediaUUID").asString());
    assertThat(caller.send(delete).status()).isEqualTo(200);
    restart();
    assertThat(caller.fetch(sandbox.page() + "media/" + name).statusCode()).isEqualTo(404);
  }

  @Test
  void aResultThatWasDeletedStaysSo() throws Exception {
    ObjectNode task = submitted();
    clock.advance(RENDER);
    JsonNode result = polled(task);
    ObjectNode delete =
        HttpTestClient.task("mediaStorage")
            .put("operation", "delete")
            .put("taskUUID", "9b1f6c1e-4a43-4b4c-9a55-0f6a3b1d2c11")
            .put("media", result.path("videoUUID").asString());
    assertThat(caller.send(delete).status()).isEqualTo(200);
    restart();
    assertThat(caller.fetch(polled(task).path("videoURL").asString()).statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsForgottenIsForgottenInTheFolderToo() throws Exception {
    limits = SandboxLimits.defaults().keep(Duration.ofHours(1), 1000);
    restart();
    ObjectNode task = charged();
    String total = sandbox.ledger().totalCharged().toPlainString();
    clock.advance(RENDER.plus(Duration.ofHours(1)));
    restart();
    assertThat(polled(task).isMissingNode()).isTrue();
    assertThat(sandbox.ledger().entries()).isEmpty();
    assertThat(sandbox.ledger().totalCharged()).isEqualByComparingTo(total);
    restart();
    assertThat(sandbox.ledger().totalCharged()).isEqualByComparingTo(total);
  }

  @Test
  void aSmallerKeepHoldsForWhatIsInTheFolder() throws Exception {
    ObjectNode first = submitted();
    clock.advance(RENDER.plusSeconds(1));
    ObjectNode second = submitted();
    clock.advance(RENDER);
    limits = SandboxLimits.defaults().keep(Duration.ofDays(1), 1);
    restart();
    assertThat(polled(first).isMissingNode()).isTrue();
    assertThat(polled(second).path("status").asString()).isEqualTo("success");
    assertThat(sandbox.ledger().accounts()).hasSize(1);
  }

  @Test
  void aResetEmptiesTheFolder() throws Exception {
    ObjectNode task = submitted();
    caller.send(
        HttpTestClient.task("imageUpload")
            .put("taskUUID", "0d0c30d3-54fb-4f2a-8a2e-9c5e5b8d0f11")
            .put("image", "AAAA"));
    sandbox.reset();
    try (var files = Files.list(folder.resolve("runware/media"))) {
      assertThat(files).isEmpty();
    }
    restart();
    assertThat(sandbox.ledger().entries()).isEmpty();
    assertThat(sandbox.ledger().totalCharged()).isZero();
    assertThat(caller.send(task).status()).isEqualTo(200);
  }

  @Test
  void oneSandboxHasTheFolder() {
    assertThatThrownBy(() -> Sandbox.start(options(), clock))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining(folder.resolve("runware").toString())
        .hasMessageContaining(
            "another sandbox has it, in process " + ProcessHandle.current().pid());
  }

  @Test
  void aFolderWithSomethingElseInItIsLeftAlone() throws Exception {
    Path project = Files.createDirectory(folder.resolve("runware/media/project"));
    Files.writeString(project.resolve("pom.xml"), "<project/>");
    SandboxOptions there = InkwellModels.options().state(project).build();
    assertThatThrownBy(() -> Sandbox.start(there))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("there is `pom.xml` in it");
    assertThat(project).isDirectoryNotContaining("glob:**/runware");
  }

  @Test
  void theStateOfAnotherVersionIsRefused() throws Exception {
    sandbox.close();
    Path file = folder.resolve("runware/state.jsonl");
    byte[] header =
        JournalLine.encode("{\"sandbox\":\"callsheet\",\"version\":99,\"platform\":\"runware\"}");
    Files.write(file, header);
    assertThatThrownBy(() -> Sandbox.start(options(), clock))
        .hasMessageContaining("another version of Callsheet (format 99, and this one has 1)");
    Files.writeString(file, "{\"name\": \"something else\"}\n");
    assertThatThrownBy(() -> Sandbox.start(options(), clock))
        .hasMessageContaining("it is no state of a sandbox");
    Files.delete(file);
    start();
  }

  @Test
  void aTaskOfAModelThatIsGoneIsStillAnswered() throws Exception {
    ObjectNode task = submitted();
    clock.advance(RENDER);
    JsonNode before = polled(task);
    sandbox.close();
    sandbox =
        Sandbox.start(
            SandboxOptions.builder().state(folder).build(), clock); // without the tests' models
    caller = new HttpTestClient(sandbox);
    assertThat(polled(task).path("videoUUID")).isEqualTo(before.path("videoUUID"));
    assertThat(caller.fetch(polled(task).path("videoURL").asString()).statusCode()).isEqualTo(200);
  }
}
