package dev.callsheet.spec.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.analysis.RequestSearch;
import dev.callsheet.spec.check.InterpretationSelection;
import dev.callsheet.spec.check.SpecChecker;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.SpecParser;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is deprecated, ignored or clamped is a warning; from its sunset on, an error. */
class AdviceTest {
  private static final ModelSpec MODEL =
      parse(
          """
          callsheet: 1
          model: {id: "acme:still@1", name: Still, status: live, replacedBy: "acme:still@2"}
          required: [model]
          parameters:
            model: {const: "acme:still@1"}
            strength: {type: number, deprecated: Its scale was odd., replacedBy: intensity, sunset: 2026-06-01}
            intensity: {type: number}
            photo: {type: string, ignoredWhen: {kind: {const: paint}}}
            steps: {type: integer, clampedTo: {minimum: 2, maximum: 50}}
            kind:
              oneOf:
                - {const: paint, description: Paints.}
                - {const: draw, description: Draws., deprecated: true}
            parts:
              type: array
              items:
                type: object
                properties:
                  oldName: {type: string, replacedBy: name}
                  name: {type: string}
            tags:
              type: array
              items: {oneOf: [{const: a, description: A.}, {const: b, description: B., sunset: 2026-06-01}]}
          response: {properties: {}}
          """);

  @Test
  void aModelIsDeprecatedInEveryRequest() {
    assertThat(found("{}"))
        .containsExactly(
            "warning /model: Still is deprecated; use `acme:still@2` instead. [deprecated-model]");
  }

  @Test
  void whatHasASunsetIsAWarningBeforeItAndAnErrorFromThatDayOn() {
    String request = "{\"strength\": 1}";
    String sentence =
        " /strength: `strength` is deprecated, and not accepted from 2026-06-01 on; use `intensity`"
            + " instead. Its scale was odd. [deprecated-strength]";
    assertThat(found(request, "2026-05-31")).contains("warning" + sentence);
    assertThat(found(request, "2026-06-01")).contains("error" + sentence);
    assertThat(found(request, "2030-01-01")).contains("error" + sentence);
  }

  @Test
  void withoutAClockNothingIsPastItsSunset() {
    assertThat(
            new ModelValidator(MODEL, RuleInterpretation.ENFORCED)
                .validate(JsonMapper.shared().readTree(complete("{\"strength\": 1}"))))
        .noneMatch(violation -> violation.severity() == Severity.ERROR);
  }

  @Test
  void aValueIsDeprecatedWhereverItStands() {
    assertThat(found("{\"kind\": \"draw\", \"tags\": [\"a\", \"b\"]}", "2026-06-01"))
        .contains(
            "warning /kind: `draw` for `kind` is deprecated. [deprecated-kind-draw]",
            "error /tags: `b` for `tags[]` is deprecated, and not accepted from 2026-06-01 on."
                + " [deprecated-tags-b]");
    assertThat(found("{\"kind\": \"paint\", \"tags\": [\"a\"]}", "2026-06-01")).hasSize(1);
  }

  @Test
  void membersOfItemsAreDeprecatedItemByItem() {
    assertThat(found("{\"parts\": [{\"name\": \"x\"}, {\"oldName\": \"x\"}]}"))
        .contains(
            "warning /parts/1/oldName: `parts[].oldName` is deprecated; use `name` instead."
                + " [deprecated-parts-old-name]")
        .hasSize(2);
  }

  @Test
  void whatIsIgnoredOrClampedIsPaidForInVain() {
    assertThat(found("{\"photo\": \"x\", \"kind\": \"paint\", \"steps\": 90}"))
        .contains(
            "warning /photo: `photo` is ignored in a request like this: the platform accepts it,"
                + " and makes and charges what it would without it. [ignored-photo]",
            "warning /steps: `steps` is clamped to 2 to 50: the platform accepts other values, and"
                + " silently does something else. [clamped-steps]");
    assertThat(found("{\"photo\": \"x\", \"steps\": 50}")).hasSize(1);
  }

  @Test
  void eachPieceOfAdviceIsShownByARequestThatFollowsItAndOneThatDoesNot() {
    RequestSearch search = new RequestSearch(MODEL, RuleInterpretation.ENFORCED);
    for (Rule advice : MODEL.advice()) {
      assertThat(search.smallestRequestViolatingOnly(advice))
          .as(advice.id())
          .hasValueSatisfying(
              request -> assertThat(found(request.toString())).anyMatch(shows(advice)));
      assertThat(search.smallestRequestExercising(advice))
          .as(advice.id())
          .matches(
              request ->
                  advice.id().equals("deprecated-model")
                      ? request.isEmpty() // every request is for it
                      : found(request.orElseThrow().toString()).stream().noneMatch(shows(advice)));
    }
  }

  private static Predicate<String> shows(Rule rule) {
    return finding -> finding.endsWith("[" + rule.id() + "]");
  }

  @Test
  void adviceMakesNoParameterDead() {
    assertThat(new SpecChecker(InterpretationSelection.BOTH, false).check(MODEL).findings())
        .isEmpty();
  }

  private static List<String> found(String request) {
    return found(request, "2026-01-01");
  }

  private static List<String> found(String request, String today) {
    Clock clock =
        Clock.fixed(
            LocalDate.parse(today).atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
    return new ModelValidator(MODEL, RuleInterpretation.ENFORCED, clock)
        .validate(JsonMapper.shared().readTree(complete(request))).stream()
            .map(Object::toString)
            .toList();
  }

  private static String complete(String request) {
    String rest = request.substring(1);
    return "{\"model\": \"acme:still@1\"" + (rest.equals("}") ? "" : ", ") + rest;
  }

  private static ModelSpec parse(String text) {
    try {
      return new SpecParser(IncludeResolver.NONE).parse("still.yaml", text);
    } catch (SpecException e) {
      throw new AssertionError(e);
    }
  }
}
