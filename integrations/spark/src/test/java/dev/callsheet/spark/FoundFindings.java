package dev.callsheet.spark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The findings in a file of lines as the command and as the job report them, each as one text with
 * the number of its line, so that they can be compared.
 */
final class FoundFindings {
  private static final JsonMapper JSON = new JsonMapper();

  private FoundFindings() {}

  /** Those in the command's report, {@code --format json}; sorted. */
  static List<String> ofReport(Path report) {
    List<String> found = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(report)) {
      while (parser.nextToken() != JsonToken.START_ARRAY) {
        // to the list of findings, the first there is
      }
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        JsonNode finding = parser.readValueAsTree();
        found.add(text(finding.path("line").asLong(), finding));
      }
    }
    found.sort(null);
    return found;
  }

  /**
   * Those in the job's findings, {@code --format json}; sorted.
   *
   * @param input the file of lines
   */
  static List<String> ofJob(Path findings, Path input) throws IOException {
    TreeMap<Long, List<JsonNode>> byOffset = new TreeMap<>();
    try (Stream<Path> parts = Files.list(findings)) {
      parts.filter(part -> part.toString().endsWith(".json")).forEach(part -> add(part, byOffset));
    }
    List<String> found = new ArrayList<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(input), 1 << 20)) {
      byte[] block = new byte[1 << 16];
      long at = 0;
      long line = 1;
      while (!byOffset.isEmpty()) {
        long next = byOffset.firstKey();
        while (at < next) {
          int read = in.read(block, 0, (int) Math.min(block.length, next - at));
          if (read < 0) {
            throw new IOException("offset " + next + " is behind the end of " + input);
          }
          for (int i = 0; i < read; i++) {
            line += block[i] == '\n' ? 1 : 0;
          }
          at += read;
        }
        for (JsonNode finding : byOffset.pollFirstEntry().getValue()) {
          found.add(text(line, finding));
        }
      }
    }
    found.sort(null);
    return found;
  }

  private static void add(Path part, Map<Long, List<JsonNode>> byOffset) {
    try (Stream<String> lines = Files.lines(part)) {
      lines.forEach(
          line -> {
            JsonNode finding = JSON.readTree(line);
            long offset = finding.path("key").path("offset").asLong();
            byOffset.computeIfAbsent(offset, none -> new ArrayList<>()).add(finding);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(long line, JsonNode finding) {
    return String.join(
        " | ",
        String.valueOf(line),
        finding.path("severity").asString(),
        finding.path("rule").asString(),
        finding.path("model").asString(""),
        finding.path("pointer").asString(),
        finding.path("message").asString());
  }
}
