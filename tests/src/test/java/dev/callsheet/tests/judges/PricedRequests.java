package dev.callsheet.tests.judges;

import dev.callsheet.generator.vectors.TestVector;
import dev.callsheet.generator.vectors.TestVectorSet;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.validation.ModelValidator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A model with a price list, and valid requests for it. */
record PricedRequests(ModelSpec model, List<JsonNode> requests) {
  private static final JsonMapper JSON = new JsonMapper();

  /** Values that charges count in one way or another. */
  private static final Map<String, List<String>> VALUES = new LinkedHashMap<>();

  static {
    VALUES.put("duration", List.of("1", "2.5", "7", "8", "33.25", "'auto'"));
    VALUES.put("numberResults", List.of("1", "2", "3"));
    VALUES.put("takes", List.of("1", "2", "4"));
    VALUES.put("pause", List.of("0", "1.5", "1e1"));
    VALUES.put("pace", List.of("5", "10"));
    VALUES.put("photos", List.of("'x'", "[]", "['x']", "['x', 'y', 'z']"));
    VALUES.put("tags", List.of("[]", "['x']", "['x', 'y', 'z']", "['x', 'y', 'z', 'z']"));
    VALUES.put("positivePrompt", List.of("'w'", "'a whale \uD83D\uDC0B sings, \u00e9merging'"));
    VALUES.put("greeting", List.of("''", "'hi'"));
    VALUES.put("width", List.of("64", "1024", "2048", "576"));
    VALUES.put("height", List.of("64", "576", "1024.0", "1152"));
    VALUES.put(
        "inputs",
        List.of(
            "{}",
            "{'video': 'https://example.com/a.mp4'}",
            "{'video': '9c0e6b3e-6d0c-4e5f-8f4e-3a4b5c6d7e8f', 'elements': [{}]}",
            "{'audios': ['https://example.com/a.mp3', 'https://example.com/b.mp3']}",
            "{'audios': [], 'elements': [{'prompt': 'x y'}, {'images': ['a', 'b']}]}",
            "{'elements': [{'prompt': 'h\u00e9llo', 'images': []}, {'images': ['a']}]}"));
  }

  /** The test requests of the model, so far as they are valid. */
  static PricedRequests vectors(ModelSpec model) {
    return new PricedRequests(
        model,
        TestVectorSet.of(model).vectors().stream()
            .filter(TestVector::valid)
            .map(TestVector::request)
            .toList());
  }

  /** Requests made at random, so far as they are valid, and the test requests. */
  static PricedRequests random(ModelSpec model, long seed, int count) {
    Random random = new Random(seed);
    ModelValidator validator = new ModelValidator(model, RuleInterpretation.ENFORCED);
    List<JsonNode> requests = new ArrayList<>(vectors(model).requests());
    Stream.generate(() -> request(model, random))
        .filter(
            request ->
                validator.validate(request).stream()
                    .noneMatch(violation -> violation.severity() == Severity.ERROR))
        .limit(count)
        .forEach(requests::add);
    return new PricedRequests(model, requests);
  }

  private static JsonNode request(ModelSpec model, Random random) {
    ObjectNode request =
        JSON.createObjectNode()
            .put("taskType", "videoInference")
            .put("taskUUID", "6d2bdd0a-3d5c-4f1c-9c3b-0f8f5f2f4b11")
            .put("model", model.id())
            .put("positivePrompt", "x");
    VALUES.forEach(
        (name, values) -> {
          if (model.request().member(name).isPresent() && random.nextInt(5) < 3) {
            String value = values.get(random.nextInt(values.size()));
            request.set(name, JSON.readTree(value.replace('\'', '"')));
          }
        });
    return request;
  }

  @Override
  public String toString() {
    return model.id() + " (" + requests.size() + ")";
  }
}
