package dev.callsheet.sandbox.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.sandbox.internal.ledger.TaskKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Names in any script are found, wherever the parts of a body end. */
final class TaskNamesTest {
  private static final String NAME = "Größe-猫-🐈";
  private static final String BODY = "[{\"taskUUID\": \"" + NAME + "\", \"x\": 1}]";

  @Test
  void inBytesThatEndAnywhere() {
    byte[] bytes = BODY.getBytes(StandardCharsets.UTF_8);
    for (int end = 0; end <= bytes.length; end++) {
      TaskNames names = new TaskNames();
      names.read(ByteBuffer.wrap(bytes, 0, end));
      names.read(ByteBuffer.wrap(bytes, end, bytes.length - end));
      assertThat(TaskNames.isAmong(names.found(), TaskKey.of(NAME))).isTrue();
    }
  }

  @Test
  void inText() {
    TaskNames names = new TaskNames();
    names.read(BODY);
    assertThat(TaskNames.isAmong(names.found(), TaskKey.of(NAME))).isTrue();
  }
}
