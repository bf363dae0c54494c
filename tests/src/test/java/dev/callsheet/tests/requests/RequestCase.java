package dev.callsheet.tests.requests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request to be validated.
 *
 * @param file a JSON file with one task
 * @param brokenRule the rule or structural id that it breaks; empty when it breaks none
 * @param notes the ids of the rules whose published form alone it breaks
 */
record RequestCase(Path file, String brokenRule, List<String> notes) {
  private static final Path DIRECTORY = Path.of("requests");
  private static final JsonMapper JSON = new JsonMapper();
  private static final String ENDING = ".json";

  /** Every request under {@code tests/requests}. */
  static List<RequestCase> all() {
    try (Stream<Path> files = Files.walk(DIRECTORY)) {
      return files.filter(RequestCase::isRequest).sorted().map(RequestCase::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether nothing that is enforced is broken. */
  boolean isValid() {
    return brokenRule.isEmpty();
  }

  /** What it holds. */
  byte[] content() {
    return read(file);
  }

  /** The id of the model that the task is for. */
  String model() {
    return JSON.readTree(content()).path("model").stringValue();
  }

  @Override
  public String toString() {
    return DIRECTORY.relativize(file).toString();
  }

  private static boolean isRequest(Path file) {
    String kind = kind(file);
    return file.toString().endsWith(ENDING) && (kind.equals("valid") || kind.equals("invalid"));
  }

  private static RequestCase of(Path file) {
    String fileName = file.getFileName().toString();
    String name = fileName.substring(0, fileName.length() - ENDING.length());
    Path list = file.resolveSibling("../notes.json");
    JsonNode notes =
        Files.exists(list)
            ? JSON.readTree(read(list)).path(kind(file) + "/" + fileName)
            : JSON.createArrayNode();
    return new RequestCase(
        file,
        kind(file).equals("invalid") ? name : "",
        notes.valueStream().map(JsonNode::stringValue).toList());
  }

  private static String kind(Path file) {
    int folder = file.getNameCount() - 2;
    return folder < 0 ? "" : file.getName(folder).toString();
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
