package dev.callsheet.runtime.internal.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.client.Clip;
import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.internal.wire.ApiReply.ParsedReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;

/**
 * Whatever a server sends, reading it never fails as a whole, shows no secret, and keeps to what a
 * message may be long. Here every seed is tried; {@code tests/fuzz/run replies} has a fuzzer look
 * for more.
 */
public class ReplyFuzzTest {
  private static final UUID TASK = UUID.fromString("5b1c9d0e-6b0f-4a55-8e2c-0a4d3a3f6c21");
  private static final String KEY = "sk-secret";
  private static final int MESSAGE_LENGTH = 100;

  /**
   * A character that cannot be seen is written as one or two of UTF-16, such as {@code \\u202e}.
   */
  private static final int WRITTEN_LENGTH = 12;

  private static final List<Integer> STATUSES = List.of(200, 400, 401, 429, 500);

  private static final ApiReplyReader REPLIES =
      new ApiReplyReader(text -> text.replace(KEY, "..."), MESSAGE_LENGTH);
  private static final NotificationReader NOTIFICATIONS =
      new NotificationReader(text -> text.replace(KEY, "..."), MESSAGE_LENGTH);

  static List<Path> seeds() throws IOException {
    try (var files = Files.walk(Path.of("src/test/fuzz/replies"))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void readsWhatItCanAndNamesTheRest(Path seed) throws IOException {
    fuzzerTestOneInput(Files.readAllBytes(seed));
  }

  /** What a fuzzer calls, by this name, with bytes of its own making. */
  public static void fuzzerTestOneInput(byte[] content) {
    STATUSES.forEach(status -> assertRead(REPLIES.read(status, content, null)));
    assertRead(REPLIES.readFrame(new String(content, UTF_8)));
    NOTIFICATIONS.read(content).ifPresent(ReplyFuzzTest::assertRead);
  }

  private static void assertRead(ApiReply reply) {
    reply.firstError().ifPresent(ReplyFuzzTest::assertShown);
    if (reply instanceof ParsedReply parsed) {
      parsed.errors().forEach(ReplyFuzzTest::assertShown);
      parsed.items().forEach(ReplyFuzzTest::assertItem);
      parsed.tasks().forEach(task -> TaskUpdate.of(parsed, task, false));
      TaskUpdate.of(parsed, TASK, true).failed().forEach(ReplyFuzzTest::assertShown);
      TaskUpdate.ofNotification(parsed, TASK);
    }
  }

  private static void assertItem(ReplyItem item) {
    assertThat(item.json().toString()).doesNotContain(KEY);
    CostField.of(item.json()).amount().ifPresent(cost -> assertThat(cost).isNotNegative());
    new MediaFields(item.json()).unreadableAddresses();
    try {
      ResultReader.read(item.withTask(TASK).json(), TASK, Clip.class);
    } catch (JacksonException noPartOfIt) {
      assertThat(noPartOfIt.getOriginalMessage()).isNotEmpty();
    }
  }

  private static void assertShown(ApiError error) {
    assertThat(error.message()).doesNotContain(KEY);
    assertThat(error.message().codePointCount(0, error.message().length()))
        .isLessThanOrEqualTo(WRITTEN_LENGTH * MESSAGE_LENGTH + 100);
  }
}
