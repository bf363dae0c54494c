package dev.callsheet.generator.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.SpecParser;
import dev.callsheet.spec.validation.ModelValidator;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Fractions among listed values, in Java as in the validator. */
class FractionsJavaTest {
  private static final String SPEC =
      """
      callsheet: 1
      model: {id: "acme:still@1", name: Still, status: live}
      parameters:
        pace: {type: number, enum: [0.5, 1, 1.5, 24]}
        level: {oneOf: [{title: step, enum: [0.5, 1]}, {title: word, enum: [low, top]}]}
      rules:
        - {id: slow, description: Slow., when: {pace: {maximum: 1}}, require: {level: {const: 1.0}}}
      response: {properties: {}}
      """;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path directory;

  @Test
  void fractionsAreReadCheckedAndWrittenAsTheDecimalsThatTheyAre() throws Exception {
    ModelSpec model = new SpecParser(IncludeResolver.NONE).parse("still.yaml", SPEC);
    ModelValidator validator = new ModelValidator(model, RuleInterpretation.ENFORCED);
    CompiledSources sources =
        CompiledSources.of(directory, new JavaGenerator("com.acme").generate(model));
    Class<?> type = sources.type("com.acme.still.StillRequest");
    for (String pace : new String[] {"0.5", "1", "1.5", "24"}) {
      for (String level : new String[] {"0.5", "1", "\"top\""}) {
        String json = "{\"pace\":" + pace + ",\"level\":" + level + "}";
        Object read = JSON.readValue(json, type);
        assertThat(((ModelRequest<?>) read).check().stream().map(Violation::toString).toList())
            .as(json)
            .isEqualTo(
                validator.validate(JSON.readTree(json)).stream().map(Violation::toString).toList());
        assertThat(JSON.writeValueAsString(read))
            .contains("\"pace\":" + pace, "\"level\":" + level);
      }
    }
    assertThatThrownBy(() -> JSON.readValue("{\"pace\": 1.5000000000000000001}", type))
        .hasStackTraceContaining("is not one of [0.5, 1, 1.5, 24]");
    assertThat(sources.type("com.acme.still.Pace").getEnumConstants())
        .extracting(Object::toString)
        .containsExactly("PACE_0_5", "PACE_1", "PACE_1_5", "PACE_24");
  }
}
