package dev.callsheet.sandbox.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
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
  void whatBecameOfAnExchangeTakesItsPlaceAsTheLatest() {
    Exchange begun = log.put(new Exchange(0, 0, log.now(), "POST /v1", "", "", null, "", null));
    log.message("WebSocket message", "another");
    Exchange ended =
        log.replace(
            begun, new Exchange(begun.id(), 0, log.now(), "POST /v1", "", "", 200, "reply", null));
    assertThat(log.latest(0, 10)).hasSize(2).first().isEqualTo(ended);
    assertThat(ended.id()).isEqualTo(begun.id());
    assertThat(ended.number()).isGreaterThan(begun.number());
  }
}
