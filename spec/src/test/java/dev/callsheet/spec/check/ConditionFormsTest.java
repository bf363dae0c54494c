package dev.callsheet.spec.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.logic.FormulaCompiler;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.logic.RuleBody;
import dev.callsheet.spec.model.ModelMode;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.SpecParser;
import dev.callsheet.spec.validation.ModelValidator;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Modes by condition, items in conditions, items of several lists, forms that nothing has. */
class ConditionFormsTest {
  @Test
  void aModeMayBeToldByAValueOrACount() {
    ModelSpec model =
        parse(
            """
            operation: {type: string, enum: [edit, extend]}
            frames: {type: array, items: {type: string}}
            """,
            """
            required: [operation]
            modes:
              edit: {provides: [{operation: {const: edit}}]}
              extend: {provides: [{operation: {const: extend}}]}
              extend-many: {provides: [{operation: {const: extend}}, {frames: {minItems: 2}}]}
            """);
    assertThat(modes(model, "{'operation': 'edit', 'frames': ['a', 'b']}")).containsExactly("edit");
    assertThat(modes(model, "{'operation': 'extend', 'frames': ['a']}")).containsExactly("extend");
    assertThat(modes(model, "{'operation': 'extend', 'frames': ['a', 'b']}"))
        .containsExactly("extend-many");
    assertThat(findings(model)).isEmpty();
  }

  @Test
  void modesThatValuesLetOverlapAreFound() {
    ModelSpec model =
        parse(
            "count: {type: integer, minimum: 1, maximum: 9}",
            """
            required: [count]
            modes:
              few: {provides: [{count: {maximum: 4}}]}
              many: {provides: [{count: {minimum: 4}}]}
            """);
    assertThat(findings(model)).containsExactly("overlapping-modes");
  }

  @Test
  void aConditionMayLookAtEveryItem() {
    ModelSpec model =
        parse(
            "frames: {type: array, items: {type: string}}\naudio: {type: string}",
            """
            rules:
              - id: long-frames
                description: Long frames need audio.
                when: {frames: {items: {minLength: 3}, minItems: 2}}
                require: audio
            """);
    assertThat(broken(model, "{'frames': ['abc', 'abcd']}")).containsExactly("long-frames");
    assertThat(broken(model, "{'frames': ['abc', 'ab']}")).isEmpty();
    assertThat(broken(model, "{'frames': ['abc']}")).isEmpty();
    assertThat(broken(model, "{'frames': ['abc', 'abcd'], 'audio': 'a'}")).isEmpty();
  }

  @Test
  void theItemsOfSeveralListsAreCountedTogether() {
    ModelSpec model =
        parse(
            """
            a: {type: array, items: {type: string}, maxItems: 4}
            b: {type: array, items: {type: string}, maxItems: 4}
            c: {type: array, items: {type: string}, maxItems: 4}
            """,
            """
            rules:
              - id: together
                description: 2 to 5 in all.
                itemsTogether: {of: [a, b, c], minimum: 2, maximum: 5}
            """);
    for (int code = 0; code < 216; code++) {
      int[] counts = {code % 6 - 1, code / 6 % 6 - 1, code / 36 - 1};
      int sum = 0;
      ObjectNode request = JsonMapper.shared().createObjectNode();
      for (int list = 0; list < 3; list++) {
        if (counts[list] >= 0) {
          var items = request.putArray(List.of("a", "b", "c").get(list));
          for (int i = 0; i < counts[list]; i++) {
            items.add("x");
          }
          sum += counts[list];
        }
      }
      assertThat(broken(model, request.toString()).isEmpty())
          .as(request.toString())
          .isEqualTo(sum >= 2 && sum <= 5);
    }
    assertThat(findings(model)).isEmpty();
  }

  @Test
  void waysOfSharingAreCounted() {
    assertThat(RuleBody.ItemsTogether.ways(6, 1)).isEqualTo(1);
    assertThat(RuleBody.ItemsTogether.ways(6, 2)).isEqualTo(7);
    assertThat(RuleBody.ItemsTogether.ways(6, 3)).isEqualTo(28);
  }

  @Test
  void aBoundThatTakesTooManyWaysIsRefusedWhereItStands() {
    assertThat(
            catchThrowableOfType(
                SpecException.class,
                () ->
                    read(
                        "a: {type: array, items: {type: string}}\nb: {type: string}",
                        """
                        rules:
                          - {id: x, description: X., itemsTogether: {of: [a, b], maximum: 900}}
                        """)))
        .hasMessageContaining("`itemsTogether` counts lists")
        .hasMessageContaining("more than 500 ways");
  }

  @Test
  void aFormOrAValueThatFitsAnotherFormTooIsNeverValid() {
    assertThat(
            findings(
                parse("x: {oneOf: [{type: string, maxLength: 9}, {title: a, const: auto}]}", "")))
        .containsExactly("dead-value");
    assertThat(
            findings(
                parse("x: {oneOf: [{type: string, maxLength: 3}, {title: a, const: auto}]}", "")))
        .isEmpty();
    assertThat(
            findings(
                parse(
                    "x: {type: array, items: {oneOf: [{type: integer, minimum: 1, maximum: 3},"
                        + " {type: number, minimum: 1}]}}",
                    "")))
        .isEmpty();
    assertThat(
            findings(
                parse(
                    "x: {type: array, items: {oneOf: [{type: integer, minimum: 1},"
                        + " {type: number, minimum: 1}]}}",
                    "")))
        .containsExactly("dead-form");
  }

  @Test
  void aRuleThatSaysWhyItIsRedundantIsLeftAlone() {
    String rules =
        """
        rules:
          - {id: one, description: One., atMostOneOf: [a, b]}
          - {id: two, description: Two., when: a, forbid: [b]%s}
        """;
    String parameters = "a: {type: string}\nb: {type: string}";
    assertThat(findings(parse(parameters, rules.formatted(""))))
        .containsExactly("redundant-rule", "redundant-rule");
    assertThat(findings(parse(parameters, rules.formatted(", redundant: It says more."))))
        .containsExactly("redundant-rule");
  }

  private static List<String> modes(ModelSpec model, String request) {
    JsonLocation task = JsonLocation.root(json(request));
    return model.modes().stream()
        .filter(mode -> FormulaCompiler.compile(mode.condition(model.modes())).holdsIn(task))
        .map(ModelMode::name)
        .toList();
  }

  private static List<String> broken(ModelSpec model, String request) {
    return new ModelValidator(model, RuleInterpretation.ENFORCED)
        .validate(json(request)).stream()
            .map(Violation::rule)
            .filter(rule -> model.rule(rule).isPresent())
            .toList();
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text.replace('\'', '"'));
  }

  private static List<String> findings(ModelSpec model) {
    return new SpecChecker(InterpretationSelection.ENFORCED, false)
        .check(model).findings().stream().map(CheckFinding::kind).toList();
  }

  private static ModelSpec parse(String parameters, String rest) {
    try {
      return read(parameters, rest);
    } catch (SpecException e) {
      throw new AssertionError(e);
    }
  }

  private static ModelSpec read(String parameters, String rest) throws SpecException {
    return new SpecParser(IncludeResolver.NONE)
        .parse(
            "still.yaml",
            "callsheet: 1\nmodel: {id: \"acme:still@1\", name: Still, status: live}\nparameters:\n"
                + parameters.indent(2)
                + rest
                + "response: {properties: {}}\n");
  }
}
