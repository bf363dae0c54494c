package dev.callsheet.cli.request;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/** The task objects of an input that the linter found nothing wrong with. */
final class TaskObjectReader {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private TaskObjectReader() {}

  /**
   * Reads a task, an array of tasks, or one of either per line.
   *
   * @throws tools.jackson.core.JacksonException when it is not JSON
   */
  static List<JsonNode> read(byte[] content) {
    List<JsonNode> tasks = new ArrayList<>();
    try (MappingIterator<JsonNode> values = MAPPER.readerFor(JsonNode.class).readValues(content)) {
      values.forEachRemaining(
          value -> {
            if (value.isArray()) {
              value.forEach(tasks::add);
            } else {
              tasks.add(value);
            }
          });
    }
    return tasks;
  }
}
