package dev.callsheet.generator.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.SpecParser;
import dev.callsheet.spec.validation.ModelValidator;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Modes by value, conditions on items and counts over lists, in Java as in the validator. */
class ConditionFormsJavaTest {
  private static final String SPEC =
      """
      callsheet: 1
      model: {id: "acme:still@1", name: Still, status: live}
      required: [operation]
      parameters:
        operation: {type: string, enum: [edit, extend]}
        frames: {type: array, items: {type: string}}
        images: {type: array, items: {type: string}}
        audio: {type: string}
      modes:
        edit: {provides: [{operation: {const: edit}}]}
        extend: {provides: [{operation: {const: extend}}, audio]}
        silent: {provides: [{operation: {const: extend}}]}
      rules:
        - id: long-frames
          description: Long frames need audio.
          when: {frames: {items: {minLength: 3}, minItems: 2}}
          require: audio
        - id: together
          description: 2 to 5 in all.
          itemsTogether: {of: [frames, images], minimum: 2, maximum: 5}
      response: {properties: {}}
      """;

  @TempDir private Path directory;

  @Test
  void theGeneratedCheckerFindsWhatTheValidatorFinds() throws Exception {
    ModelSpec model = parse();
    CompiledSources sources =
        CompiledSources.of(directory, new JavaGenerator("com.acme").generate(model));
    Class<?> request = sources.type("com.acme.still.StillRequest");
    ModelValidator validator = new ModelValidator(model, RuleInterpretation.ENFORCED);
    JsonMapper mapper = JsonMapper.builder().build();
    for (int code = 0; code < 98; code++) {
      ObjectNode json = mapper.createObjectNode().put("operation", "edit");
      addItems(json, "frames", code % 7 - 1, code >= 49 ? "abc" : "ab");
      addItems(json, "images", code / 7 % 7 - 1, "a");
      List<String> found =
          ((ModelRequest<?>) mapper.readValue(json.toString(), request))
              .check().stream().map(Violation::toString).toList();

      assertThat(found)
          .as(json.toString())
          .isEqualTo(validator.validate(json).stream().map(Violation::toString).toList());
    }
  }

  private static void addItems(ObjectNode json, String name, int count, String item) {
    if (count >= 0) {
      var items = json.putArray(name);
      for (int i = 0; i < count; i++) {
        items.add(item);
      }
    }
  }

  private static ModelSpec parse() throws SpecException {
    return new SpecParser(IncludeResolver.NONE).parse("still.yaml", SPEC);
  }
}
