package dev.callsheet.linter.coverage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tasks in a request file, one at a time. Where it is no JSON, there are none. */
public record TaskReader(Path file) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /**
   * Passes them on.
   *
   * @throws IOException when the file cannot be read
   */
  public void forEachTask(Consumer<JsonNode> found) throws IOException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    try (InputStream in = Files.newInputStream(file)) {
      if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
        readLines(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), found);
      } else {
        readValues(MAPPER.createParser(in), found);
      }
    }
  }

  private static void readLines(BufferedReader reader, Consumer<JsonNode> found)
      throws IOException {
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      String json = line.startsWith("\uFEFF") ? line.substring(1) : line;
      if (!json.isBlank()) {
        readValues(MAPPER.createParser(json), found);
      }
    }
  }

  private static void readValues(JsonParser parser, Consumer<JsonNode> found) {
    try (parser) {
      boolean list = parser.nextToken() == JsonToken.START_ARRAY;
      if (!list) {
        found.accept(MAPPER.readTree(parser));
        return;
      }
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        found.accept(MAPPER.readTree(parser));
      }
    } catch (JacksonException noJson) {
      // the linter says so, and where
    }
  }
}
