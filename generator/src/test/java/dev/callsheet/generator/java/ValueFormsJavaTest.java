package dev.callsheet.generator.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.SpecParser;
import dev.callsheet.spec.validation.ModelValidator;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Null, fractions, lengths, sums and members of any name, in Java as in the validator. */
class ValueFormsJavaTest {
  private static final String SPEC =
      """
      callsheet: 1
      model: {id: "acme:still@1", name: Still, status: live}
      required: [box]
      parameters:
        box:
          oneOf:
            - {title: index, type: integer, minimum: 0}
            - {title: none, const: null}
        mood: {enum: [calm, wild, null]}
        notes: {type: array, items: {oneOf: [{title: note, type: string}, {title: none, const: null}]}}
        pace: {type: number, enum: [0.5, 1, 1.5, 24]}
        level: {oneOf: [{title: step, enum: [0.5, 1]}, {title: word, enum: [low, top]}]}
        share: {oneOf: [{title: number, type: number}, {title: part, type: object, required: [of], properties: {of: {type: integer}}}]}
        count: {oneOf: [{title: all, type: integer, maximum: 9000000000}, {title: each, type: object, additionalProperties: {type: integer}}]}
        grade: {oneOf: [{title: step, enum: [0.5, 1, 24]}, {title: mark, type: object, additionalProperties: {type: integer}}]}
        caption: {type: string, minLength: 2, maxLength: 8, lengthIn: utf8}
        title: {type: string, maxLength: 4, lengthIn: utf16}
        labels: {type: object, additionalProperties: {type: string, maxLength: 3}, maxProperties: 2}
        extras: {type: object, additionalProperties: true, minProperties: 1}
        shots: {type: array, items: {type: object, properties: {seconds: {enum: [0.5, 1, 8]}}}}
      rules:
        - {id: ten, description: Ten., sum: {of: "shots[].seconds", equals: 10}}
        - {id: none-is-calm, description: Calm., when: {box: {const: null}}, require: {mood: {not: {const: wild}}}}
        - {id: large, description: Large., when: {box: {minimum: 3}}, require: mood}
        - {id: few, description: Few., when: {labels: {minProperties: 2}}, forbid: extras}
      response: {properties: {}}
      """;

  private static final GeneratedFile PROGRAM =
      new GeneratedFile(
          "a/Program.java",
          """
          package a;

          import com.acme.still.Pace;
          import com.acme.still.Still;
          import com.acme.still.StillRequest;
          import java.util.Map;

          /** Builds a request. */
          public final class Program implements java.util.function.Function<String, String> {
            /** Nothing to do. */
            public Program() {}

            @Override
            public String apply(String input) {
              StillRequest request =
                  Still.request()
                      .box(null)
                      .pace(Pace.PACE_1_5)
                      .labels(Map.of("a", "b"))
                      .build();
              String json =
                  tools.jackson.databind.json.JsonMapper.builder().build().writeValueAsString(request);
              return json + " " + request.box().isNull();
            }
          }
          """);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** 1 and 1.0 are the same number. */
  static final Comparator<JsonNode> BY_VALUE =
      (one, other) ->
          one.isNumber() && other.isNumber()
              ? one.decimalValue().compareTo(other.decimalValue())
              : one.equals(other) ? 0 : 1;

  @TempDir private static Path directory;
  private static CompiledSources sources;
  private static ModelValidator validator;

  @BeforeAll
  static void compile() throws SpecException {
    ModelSpec model = new SpecParser(IncludeResolver.NONE).parse("still.yaml", SPEC);
    sources = CompiledSources.of(directory, new JavaGenerator("com.acme").generate(model), PROGRAM);
    validator = new ModelValidator(model, RuleInterpretation.ENFORCED);
  }

  @Test
  void whatIsSetToNullIsWrittenAsNull() {
    assertThat(sources.run("a.Program", ""))
        .contains("\"box\":null", "\"pace\":1.5", "\"labels\":{\"a\":\"b\"}")
        .doesNotContain("mood")
        .endsWith("} true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'box': null}",
        "{}",
        "{'box': 2}",
        "{'box': -1}",
        "{'box': 3}",
        "{'box': 3, 'mood': null}",
        "{'box': null, 'mood': 'wild'}",
        "{'box': null, 'mood': null}",
        "{'box': null, 'notes': ['a', null]}",
        "{'box': null, 'pace': 24, 'level': 1}",
        "{'box': null, 'pace': 0.5, 'level': 0.5}",
        "{'box': null, 'level': 'top'}",
        "{'box': null, 'share': 1, 'count': 1, 'grade': 1}",
        "{'box': null, 'share': 1.25, 'count': 8000000000, 'grade': 0.5}",
        "{'box': null, 'share': 5000000000, 'count': {'a': 1}, 'grade': {'a': 1}}",
        "{'box': null, 'share': {'of': 1}, 'count': {}, 'grade': 24}",
        "{'box': null, 'caption': 'é'}",
        "{'box': null, 'caption': 'éééé'}",
        "{'box': null, 'caption': 'ééééé'}",
        "{'box': null, 'title': '🐋🐋'}",
        "{'box': null, 'title': '🐋🐋a'}",
        "{'box': null, 'labels': {}}",
        "{'box': null, 'labels': {'a/b': 'long'}}",
        "{'box': null, 'labels': {'a': 'x', 'b': 'y'}, 'extras': {'x': 1}}",
        "{'box': null, 'labels': {'a': 'x', 'b': 'y', 'c': 'z'}}",
        "{'box': null, 'extras': {}}",
        "{'box': null, 'extras': {'any': [null, {'thing': 0.5}]}}",
        "{'box': null, 'shots': [{'seconds': 8}, {'seconds': 1}, {'seconds': 1}]}",
        "{'box': null, 'shots': [{'seconds': 8}, {'seconds': 1}, {'seconds': 0.5}]}",
        "{'box': null, 'shots': [{}]}"
      })
  void theCheckerSaysWhatTheValidatorSays(String request) throws Exception {
    String json = request.replace('\'', '"');
    Object typed = JSON.readValue(json, sources.type("com.acme.still.StillRequest"));
    assertThat(((ModelRequest<?>) typed).check().stream().map(Violation::toString))
        .isEqualTo(
            validator.validate(JSON.readTree(json)).stream().map(Violation::toString).toList());
    String written = JSON.writeValueAsString(typed);
    assertThat(JSON.readValue(written, sources.type("com.acme.still.StillRequest")))
        .isEqualTo(typed);
    String withoutUuid = written.replaceFirst("\"taskUUID\":\"[^\"]*\",?", "");
    assertThat(JSON.readTree(withoutUuid).equals(BY_VALUE, JSON.readTree(json)))
        .as(withoutUuid)
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pace", "caption", "labels", "shots"})
  void nullIsRefusedWhereItIsNoValue(String name) {
    String json = "{\"box\": 1, \"" + name + "\": null}";
    assertThat(validator.validate(JSON.readTree(json)))
        .extracting(Violation::rule)
        .containsExactly("wrong-type");
    assertThatThrownBy(() -> JSON.readValue(json, sources.type("com.acme.still.StillRequest")))
        .hasMessageContaining("`" + name + "`: null is not a");
  }

  @Test
  void aFormWithoutWhatItRequiresIsRefused() {
    assertThatThrownBy(
            () ->
                JSON.readValue(
                    "{\"box\": 1, \"share\": {}}", sources.type("com.acme.still.StillRequest")))
        .hasStackTraceContaining("`of` is missing; Part requires it");
  }

  @Test
  void aValueThatIsNoneOfTheFractionsIsRefused() {
    assertThatThrownBy(
            () ->
                JSON.readValue(
                    "{\"box\": 1, \"pace\": 1.5000000000000000001}",
                    sources.type("com.acme.still.StillRequest")))
        .hasStackTraceContaining("is not one of [0.5, 1, 1.5, 24]");
  }

  @Test
  void jackson2WritesNullAsWell() throws Exception {
    var mapper = new com.fasterxml.jackson.databind.ObjectMapper();
    Class<?> type = sources.type("com.acme.still.StillRequest");
    Object read = mapper.readValue("{\"box\": null, \"level\": 1, \"pace\": 24}", type);
    assertThat(mapper.writeValueAsString(read))
        .contains("\"box\":null", "\"level\":1", "\"pace\":24");
  }
}
