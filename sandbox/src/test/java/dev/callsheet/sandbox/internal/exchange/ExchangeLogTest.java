package dev.callsheet.sandbox.internal.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.sandbox.ledger.ReceivedRequest;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExchangeLogTest {
  private final ExchangeLog log = new ExchangeLog(InstantSource.system());

  @Test
  void theLatestAreKept() {
    for (int i = 0; i < 1000; i++) {
      log.message("WebSocket message", "message " + i);
    }
    assertThat(log.latest(0, 1000)).hasSize(300);
    assertThat(log.latest(0, 1).get(0).request()).isEqualTo("message 999");
    assertThat(log.about("message 998", 10)).hasSize(1);
    assertThat(log.about("message 1", 10)).isEmpty();
  }

  @Test
  void longTextsAreCutAndManyOfThemTakeTheRoomOfOthers() {
    String text = "x".repeat(1 << 20);
    for (int i = 0; i < 300; i++) {
      log.message("WebSocket message", text);
    }
    assertThat(log.latest(0, 1).get(0).request())
        .hasSizeLessThan(70_000)
        .endsWith("\n… 983040 more characters");
    assertThat(log.latest(0, 1000).stream().mapToLong(Exchange::weight).sum()).isLessThan(9 << 20);
  }

  @Test
  void aTaskIsFoundHoweverFarBehindItIsNamed() {
    String filler = "{\"taskUUID\": \"%s\"}, ".formatted(UUID.randomUUID()).repeat(3000);
    String last = UUID.randomUUID().toString();
    log.message(
        "WebSocket message", "[" + filler + "{\"taskUUID\": \"my own name\"}, \"" + last + "\"]");
    assertThat(log.about(last, 10)).hasSize(1);
    assertThat(log.about("my own name", 10)).hasSize(1);
    assertThat(log.about(UUID.randomUUID().toString(), 10)).isEmpty();
  }

  @Test
  void namesAreFoundHoweverABodyIsCutIntoParts() {
    String name = UUID.randomUUID().toString();
    for (int before : List.of((64 << 10) - 500, (64 << 10) - 20, 64 << 10, 100_000)) {
      byte[] body = ("x".repeat(before) + " \"" + name + "\" and more").getBytes(UTF_8);
      for (int size : List.of(1, 7, 1000, body.length)) {
        CapturedText captured = new CapturedText();
        for (int from = 0; from < body.length; from += size) {
          captured.add(ByteBuffer.wrap(body, from, Math.min(size, body.length - from)));
        }
        assertThat(
                captured.text().contains(name) || TaskNames.isAmong(captured.namedBeyond(), name))
            .as("%d bytes before it, in parts of %d", before, size)
            .isTrue();
      }
    }
  }

  @Test
  void whatBecameOfAnExchangeTakesItsPlaceAsTheLatest() {
    Exchange begun = log.put(log.run(), null, exchange(0, null));
    log.message("WebSocket message", "another");
    Exchange ended = log.put(log.run(), begun, exchange(begun.id(), 200));
    assertThat(log.latest(0, 10)).hasSize(2).first().isEqualTo(ended);
    assertThat(ended.id()).isEqualTo(begun.id());
    assertThat(ended.number()).isGreaterThan(begun.number());
  }

  @Test
  void whatBeganBeforeAResetStaysForgotten() {
    UUID run = log.run();
    Exchange begun = log.put(run, null, exchange(0, null));
    log.clear();
    log.put(run, begun, exchange(begun.id(), 200));
    log.put(run, null, exchange(0, 200));
    assertThat(log.latest(0, 10)).isEmpty();
  }

  @Test
  void noCharacterIsCutInTwo() {
    String text = "x".repeat((64 << 10) - 1) + "𝔘𝔘";
    assertThat(CapturedText.shortened(text)).endsWith("x\n… 4 more characters");
    CapturedText captured = new CapturedText();
    captured.add(UTF_8.encode(text));
    assertThat(captured.text()).endsWith("x\n… 8 more bytes");
  }

  @Test
  void requestsAreShownWithoutKeysAndTheirBodiesStayJson() {
    String body = "[{\"taskType\": \"authentication\", \"apiKey\": \"s\\\"ecret\", \"token\": 5}]";
    log.put(
        log.run(),
        null,
        new Exchange(
            0,
            0,
            log.now(),
            "POST /v1?apiKey=secret",
            "",
            body,
            200,
            "{\"token\": \"secret\"}",
            Exchange.NamedTasks.NONE,
            null));
    ReceivedRequest request = log.received().get(0).asRequest();
    assertThat(request.toString()).doesNotContain("ecret");
    assertThat(request.address()).isEqualTo("/v1?apiKey=******");
    assertThat(request.tasks().get(0).path("taskType").asString()).isEqualTo("authentication");
    assertThat(request.tasks().get(0).path("apiKey").asString()).matches("\\*+");
    assertThat(request.tasks().get(0).path("token").intValue()).isEqualTo(5);
  }

  private Exchange exchange(long id, @Nullable Integer status) {
    return new Exchange(
        id, 0, log.now(), "POST /v1", "", "", status, "", Exchange.NamedTasks.NONE, null);
  }
}
