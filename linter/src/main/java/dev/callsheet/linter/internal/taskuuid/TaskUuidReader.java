package dev.callsheet.linter.internal.taskuuid;

import dev.callsheet.linter.internal.input.DecodedText;
import dev.callsheet.linter.internal.json.JsonDocumentReader;
import dev.callsheet.linter.internal.scan.UuidBits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** Reads the UUIDs of the tasks of one JSON value, whatever else is right or wrong in them. */
final class TaskUuidReader {
  private static final Tasks NONE = new Tasks(0, List.of());

  private final JsonParser parser;
  private final String text;
  private final UuidBits bits = new UuidBits();
  private final List<TaskUuid> found = new ArrayList<>();
  private int tasks;
  private int countedChars;
  private long countedBytes;

  /**
   * The UUID of a task.
   *
   * @param offset of its first quote, in bytes from the beginning of the input
   * @param item which task of a list it is; -1 when there is no list
   * @param taskType empty where the task says none
   */
  record TaskUuid(long high, long low, long offset, int item, String taskType) {}

  /** The tasks of a value: how many there are, and the UUIDs of those that have one. */
  record Tasks(int count, List<TaskUuid> uuids) {}

  private TaskUuidReader(JsonParser parser, String text) {
    this.parser = parser;
    this.text = text;
  }

  /**
   * Reads a task or a list of tasks between two offsets; there are none in what is no JSON.
   *
   * @param start where in the input it begins
   */
  static Tasks read(byte[] bytes, int from, int to, long start) {
    DecodedText text = DecodedText.ofUtf8(Arrays.copyOfRange(bytes, from, to));
    if (!text.invalidOffsets().isEmpty()) {
      return NONE;
    }
    try (JsonParser parser =
        JsonDocumentReader.FACTORY.createParser(ObjectReadContext.empty(), text.text())) {
      TaskUuidReader reader = new TaskUuidReader(parser, text.text());
      reader.readAll(start);
      return new Tasks(reader.tasks, reader.found);
    } catch (JacksonException e) {
      return NONE;
    }
  }

  private void readAll(long start) {
    if (parser.nextToken() == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        readTask(start, tasks++);
      }
    } else {
      readTask(start, -1);
      tasks++;
    }
    if (parser.nextToken() != null) { // no JSON
      found.clear();
    }
  }

  /** Reads the current value; of members with the same name, the last counts. */
  private void readTask(long start, int item) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    String type = "";
    long offset = -1;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      boolean isString = parser.nextToken() == JsonToken.VALUE_STRING;
      if (name.equals("taskType")) {
        type = isString ? parser.getString() : "";
      } else if (name.equals("taskUUID")) {
        boolean isUuid = isString && isUuid(parser.getString());
        offset = isUuid ? start + tokenOffset() : -1;
      }
      parser.skipChildren();
    }
    if (offset >= 0) {
      found.add(new TaskUuid(bits.high(), bits.low(), offset, item, type));
    }
  }

  /** Where the current token begins in the value's bytes; counted on from the one before. */
  private long tokenOffset() {
    long token = parser.currentTokenLocation().getCharOffset();
    for (; countedChars < token; countedChars++) {
      char c = text.charAt(countedChars);
      countedBytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return countedBytes;
  }

  private boolean isUuid(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return bits.read(bytes, 0, bytes.length);
  }
}
