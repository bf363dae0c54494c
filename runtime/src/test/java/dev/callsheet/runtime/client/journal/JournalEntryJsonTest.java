package dev.callsheet.runtime.client.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.journal.JournalEntry.Accepted;
import dev.callsheet.runtime.client.journal.JournalEntry.Acknowledged;
import dev.callsheet.runtime.client.journal.JournalEntry.Delivered;
import dev.callsheet.runtime.client.journal.JournalEntry.Finished;
import dev.callsheet.runtime.client.journal.JournalEntry.Submitted;
import dev.callsheet.runtime.client.journal.JournalEntry.Uncertain;
import dev.callsheet.runtime.client.journal.JournalEntry.Unrecognized;
import dev.callsheet.runtime.internal.wire.ErrorCodes;
import dev.callsheet.runtime.internal.wire.WireJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalEntryJsonTest {
  private static final UUID JOB = UUID.randomUUID();
  private static final Instant AT = Instant.parse("2026-11-25T10:00:00.123456789Z");

  static Stream<JournalEntry> entries() {
    var raw = WireJson.MAPPER.readTree("{\"code\":\"c\",\"min\":1.50,\"text\":\"«\\u2028\\\"\"}");
    var error =
        new ApiError(
            ErrorCodes.classify("invalidX", 400),
            "invalidX",
            "«no»",
            List.of("a", "b"),
            JOB,
            400,
            raw);
    return Stream.of(
        new Submitted(JOB, AT, "runware", "acme:clip@1", 4, "[{\"a\":1.0E10,\"b\" : [ ] }]"),
        new Submitted(JOB, AT, "", "textInference", 1, "[\"" + "«whale» ".repeat(10_000) + "\"]"),
        new Submitted(JOB, AT, "runware", "acme:clip@1", 1, null),
        new Accepted(JOB, AT, "prediction-7"),
        new Delivered(
            JOB, AT, "{\"seed\":12345678901234567890,\"x\":1e5,\"y\":\"\\ud83d\\ude00\"}"),
        new Delivered(JOB, AT, "{\"x\":\"" + "A".repeat(200_000) + "\"}"),
        new Uncertain(JOB, AT, ErrorCodes.localError("disconnected", "Lost it", null)),
        new Finished(JOB, AT, List.of(error, error)),
        new Finished(JOB, AT, List.of()),
        new Acknowledged(JOB, AT));
  }

  @ParameterizedTest
  @MethodSource("entries")
  void readsWhatItWritesToTheByte(JournalEntry entry) {
    var json = JournalEntryJson.write(entry);

    assertThat(JournalEntryJson.read(json)).isEqualTo(entry);
    assertThat(json).doesNotContain("\n");
  }

  @Test
  void writesExpectedJson() {
    var entry = new Submitted(JOB, AT, "runware", "acme:clip@1", 1, "[{\"duration\":8}]");

    assertThat(JournalEntryJson.write(entry))
        .isEqualTo(
            """
            {"event":"submitted","job":"%s","at":"2026-11-25T10:00:00.123456789Z",\
            "platform":"runware","model":"acme:clip@1","results":1,\
            "request":[{"duration":8}]}"""
                .formatted(JOB));
  }

  @Test
  void keepsAnEventOfALaterVersionAsItIs() {
    var json =
        "{\"event\":\"paused\",\"job\":\"%s\",\"at\":\"%s\",\"until\": [1.50]}".formatted(JOB, AT);

    var entry = JournalEntryJson.read(json);

    assertThat(entry).isEqualTo(new Unrecognized(JOB, AT, json));
    assertThat(JournalEntryJson.write(entry)).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"event\":\"accepted\"}",
        "{\"event\":\"accepted\",\"job\":\"00000000-0000-4000-8000-000000000000\"}",
        "{\"event\":\"accepted\",\"job\":\"0\",\"at\":\"2026-11-25T10:00:00Z\"}",
        "{\"event\":\"finished\",\"job\":\"00000000-0000-4000-8000-000000000000\",\"at\":\"2026-11-25T10:00:00Z\",\"failures\":[{\"job\":\"x\"}]}",
        "{\"event\":\"accepted\",\"job\":\"00000000-0000-4000-8000-000000000000\",\"at\":\"yesterday\"}",
        "{\"event\":\"delivered\",\"job\":\"00000000-0000-4000-8000-000000000000\",\"at\":\"2026-11-25T10:00:00Z\"}",
        "{\"event\":\"accepted\",\"job\":",
      })
  void rejectsOtherJson(String json) {
    assertThatThrownBy(() -> JournalEntryJson.read(json))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
