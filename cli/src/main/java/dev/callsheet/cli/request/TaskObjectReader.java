package dev.callsheet.cli.request;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The task objects of an input that the linter found nothing wrong with. */
final class TaskObjectReader {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private TaskObjectReader() {}

  /**
   * A task.
   *
   * @param line where it begins, from 1
   */
  record TaskObject(JsonNode json, int line) {}

  /**
   * Reads a task, an array of tasks, or one of either per line.
   *
   * @throws tools.jackson.core.JacksonException when it is not JSON
   */
  static List<TaskObject> read(byte[] content) {
    List<TaskObject> tasks = new ArrayList<>();
    try (JsonParser parser = MAPPER.createParser(content)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          int line = parser.currentTokenLocation().getLineNr();
          tasks.add(new TaskObject(parser.readValueAsTree(), line));
        }
      }
    }
    return tasks;
  }
}
