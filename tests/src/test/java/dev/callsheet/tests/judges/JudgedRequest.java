package dev.callsheet.tests.judges;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.model.ModelSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request and what is to be found in it.
 *
 * @param name {@code valid/*.json} or {@code invalid/<rule id>.json}
 * @param file where it stands
 * @param notes the rules whose published form alone it breaks
 */
record JudgedRequest(String name, Path file, List<String> notes) {
  private static final JsonMapper JSON = new JsonMapper();

  /** All requests below a model's directory; its {@code notes.json}, if any, says of which. */
  static List<JudgedRequest> below(Path modelDirectory) throws IOException {
    Path list = modelDirectory.resolve("notes.json");
    Map<String, List<String>> notes =
        Files.exists(list) ? JSON.readValue(list, new TypeReference<>() {}) : Map.of();
    List<JudgedRequest> requests = new ArrayList<>();
    for (String kind : List.of("valid", "invalid")) {
      try (Stream<Path> files = Files.list(modelDirectory.resolve(kind))) {
        files
            .sorted()
            .forEach(
                file -> {
                  String name = kind + "/" + file.getFileName();
                  requests.add(new JudgedRequest(name, file, notes.getOrDefault(name, List.of())));
                });
      }
    }
    return requests;
  }

  boolean isValid() {
    return name.startsWith("valid/");
  }

  /** The one rule that an invalid request breaks; empty for a valid one. */
  String brokenRule() {
    return isValid() ? "" : name.substring("invalid/".length(), name.length() - ".json".length());
  }

  String modelId() {
    return content().get("model").stringValue();
  }

  JsonNode content() {
    return JSON.readTree(file);
  }

  /** What every judge is to find. */
  JudgeFindings expected(ModelSpec model) {
    JudgeFindings verdict = JudgeFindings.none();
    notes.forEach(rule -> verdict.add(Severity.NOTE, rule));
    if (!isValid()) {
      Severity severity =
          model.rule(brokenRule()).map(rule -> rule.severity()).orElse(Severity.ERROR);
      verdict.add(severity, brokenRule());
    }
    return verdict;
  }
}
