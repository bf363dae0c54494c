package dev.callsheet.tests.conformance;

import dev.callsheet.spec.model.ModelSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests that were kept for a model, in a folder of its own: those that there was a disagreement
 * on, a file each, and those that tell it from mutants that no test vector notices, a line each.
 */
final class KeptRequests {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final Path ROOT = Path.of("src/test/resources/conformance");
  private static final String LINES = "mutants.jsonl";

  private KeptRequests() {}

  /** The folder of a model, from the module's own. */
  static Path folder(ModelSpec model) {
    return ROOT.resolve(model.id().replaceAll("[^A-Za-z0-9.-]", "_"));
  }

  /** All that were kept. */
  static List<JsonNode> of(ModelSpec model) {
    if (!Files.isDirectory(folder(model))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder(model))) {
      List<JsonNode> requests = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        if (file.endsWith(LINES)) {
          Files.readAllLines(file).forEach(line -> requests.add(JSON.readTree(line)));
        } else {
          requests.add(JSON.readTree(file));
        }
      }
      return requests;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps more that tell a model from mutants. */
  static void add(ModelSpec model, Collection<JsonNode> requests) throws IOException {
    Path file = Files.createDirectories(folder(model)).resolve(LINES);
    List<String> lines = new ArrayList<>();
    if (Files.exists(file)) {
      lines.addAll(Files.readAllLines(file));
    }
    requests.forEach(request -> lines.add(request.toString()));
    Files.write(file, lines);
  }
}
