package dev.callsheet.linter.testing;

import dev.callsheet.spec.model.ModelSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The request files in {@code tests/requests}. */
public final class PublishedRequests {
  private static final Path DIRECTORY = Path.of("..", "tests", "requests");
  private static final JsonMapper JSON = new JsonMapper();

  private PublishedRequests() {}

  /** The requests for a model that lie in folders whose name matches a regular expression. */
  public static List<ObjectNode> of(ModelSpec model, String folder) throws IOException {
    try (Stream<Path> files = Files.walk(DIRECTORY)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> file.getName(file.getNameCount() - 2).toString().matches(folder))
          .sorted()
          .map(JSON::readTree)
          .filter(request -> request.path("model").asString("").equals(model.id()))
          .map(ObjectNode.class::cast)
          .toList();
    }
  }
}
