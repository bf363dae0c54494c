package dev.callsheet.spec.parser;

import static dev.callsheet.spec.parser.CompleteSpec.fragment;
import static dev.callsheet.spec.parser.CompleteSpec.json;
import static dev.callsheet.spec.parser.CompleteSpec.matches;
import static dev.callsheet.spec.parser.CompleteSpec.path;
import static dev.callsheet.spec.parser.CompleteSpec.provided;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.RuleBody;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.source.SourceLocation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is read of rules. */
class RuleParserTest {
  private static final ModelSpec SPEC = CompleteSpec.parse();

  @Test
  void readsGroupsOfAlternatives() {
    assertThat(body("source"))
        .isEqualTo(
            new RuleBody.ExactlyOneOf(
                List.of(
                    provided("inputs.video"),
                    provided("inputs.images"),
                    new Formula.All(List.of(provided("width"), provided("height"))))));
    assertThat(body("words"))
        .isEqualTo(
            new RuleBody.AtLeastOneOf(
                List.of(
                    provided("prompt"), matches("inputs.elements", new Facet.ItemCount(1, null)))));
    assertThat(body("one-kind"))
        .isEqualTo(
            new RuleBody.AtMostOneOf(
                List.of(
                    provided("inputs.images"),
                    new Formula.All(
                        List.of(provided("inputs.frames"), new Formula.Not(provided("prompt")))))));
    assertThat(body("size-pair"))
        .isEqualTo(new RuleBody.AllOrNone(List.of(path("width"), path("height"))));
  }

  @Test
  void readsConsequencesUnderACondition() {
    RuleBody.Conditional body = (RuleBody.Conditional) body("video-decides");

    assertThat(body.condition())
        .isEqualTo(
            new Formula.Any(
                List.of(
                    provided("inputs.video"),
                    matches(
                        "strength", new Facet.Range(new BigDecimal("0.9"), true, null, false)))));
    assertThat(body.requirements())
        .containsExactly(
            provided("prompt"),
            matches(
                "inputs.elements",
                new Facet.Contains(fragment(new Facet.HasMember("prompt", fragment())))));
    assertThat(body.forbidden()).containsExactly(path("width"), path("height"));
    assertThat(body.constraints().keySet())
        .containsExactly(path("inputs.images"), path("strength"), path("inputs.frames"));
    assertThat(body.constraints())
        .containsEntry(
            path("strength"),
            fragment(new Facet.Not(fragment(new Facet.OneOf(List.of(json("0.25")))))));
  }

  @Test
  void fragmentMembersBindOnlyWherePresent() {
    RuleBody.Conditional body = (RuleBody.Conditional) body("video-decides");
    Facet isFirst = new Facet.OneOf(List.of(json("\"first\"")));
    Facet isNot = new Facet.Not(fragment(isFirst));

    assertThat(body.constraints())
        .containsEntry(
            path("inputs.frames"),
            fragment(
                new Facet.Contains(
                    fragment(
                        new Facet.OfType(JsonType.OBJECT),
                        new Facet.Not(fragment(new Facet.HasMember("frame", fragment(isNot))))))));
  }

  @Test
  void readsDocumentedAndEnforcedForm() {
    Rule rule = SPEC.rule("video-decides").orElseThrow();

    assertThat(rule.severity()).isEqualTo(Severity.WARNING);
    assertThat(rule.description()).isEqualTo("A video decides.");
    assertThat(rule.documentedBody())
        .isEqualTo(
            new RuleBody.Conditional(
                provided("inputs.video"), List.of(), List.of(path("inputs")), Map.of()));
    assertThat(rule.contradicts()).isEqualTo("source");
    assertThat(rule.note()).isEqualTo("The page names only the outer object.");
    assertThat(rule.location()).isEqualTo(new SourceLocation("everything.yaml", 101, 9));
  }

  @Test
  void readsRulesThatAlwaysHold() {
    assertThat(body("always"))
        .isEqualTo(
            new RuleBody.Conditional(
                null,
                List.of(),
                List.of(),
                Map.of(path("prompt"), fragment(new Facet.Length(null, 2000)))));
  }

  @Test
  void readsCombinationsAndTables() {
    assertThat(body("size"))
        .isEqualTo(
            new RuleBody.Combinations(
                new Formula.Not(provided("inputs.video")),
                List.of(path("width"), path("height")),
                List.of(
                    new RuleBody.CombinationRow("wide", List.of(json("1920"), json("1080"))),
                    new RuleBody.CombinationRow("", List.of(json("1080"), json("1920"))))));
    assertThat(body("length-by-size"))
        .isEqualTo(
            new RuleBody.Table(
                List.of(path("width")),
                List.of(
                    new RuleBody.TableRow(
                        "large",
                        List.of(json("1920")),
                        Map.of(path("duration"), fragment(atMost("5"))))),
                Map.of(path("duration"), fragment(atMost("10")))));
  }

  @Test
  void readsRulesAboutNumbers() {
    assertThat(body("filled"))
        .isEqualTo(
            new RuleBody.Sum(
                provided("inputs.elements"),
                path("inputs.elements[].seconds"),
                path("duration"),
                new BigDecimal("5")));
    assertThat(body("filled-enough"))
        .isEqualTo(
            new RuleBody.BoundedSum(
                null,
                path("inputs.elements[].seconds"),
                new BigDecimal("1.5"),
                new BigDecimal("60")));
    assertThat(body("area"))
        .isEqualTo(
            new RuleBody.Measure(
                RuleBody.Measure.Kind.AREA,
                List.of(path("width"), path("height")),
                new BigDecimal("1000"),
                new BigDecimal("3000000")));
    assertThat(body("ratio"))
        .isEqualTo(
            new RuleBody.Measure(
                RuleBody.Measure.Kind.RATIO,
                List.of(path("width"), path("height")),
                null,
                new BigDecimal("2.5")));
    assertThat(body("named"))
        .isEqualTo(
            new RuleBody.PlaceholderReferences(
                List.of(path("prompt"), path("inputs.elements[].prompt")),
                "<(\\d+)>",
                path("inputs.elements")));
  }

  @Test
  void readsRulesForEveryItemInTheScopeOfTheItem() {
    Rule rule = SPEC.rule("images-need-prompt").orElseThrow();

    assertThat(rule.scope()).isEqualTo(path("inputs.elements[]"));
    assertThat(rule.body())
        .isEqualTo(
            new RuleBody.Conditional(
                provided("images"), List.of(provided("prompt")), List.of(), Map.of()));
  }

  @Test
  void readsAnyRuleUnderACondition() {
    RuleBody.Conditional body = (RuleBody.Conditional) body("video-has-a-side");

    assertThat(body.condition()).isEqualTo(provided("inputs.video"));
    assertThat(body.requirements())
        .containsExactly(new Formula.Count(0, 1, List.of(provided("width"), provided("height"))));
  }

  @Test
  void forbidsAndConstrainsInEveryItem() {
    RuleBody.Conditional body = (RuleBody.Conditional) body("video-has-plain-elements");

    assertThat(body.forbidden()).containsExactly(path("inputs.elements[].prompt"));
    assertThat(body.constraints())
        .containsExactly(
            Map.entry(
                path("inputs.elements[]"), fragment(new Facet.HasMember("seconds", fragment()))));
  }

  @Test
  void readsRulesForItemsOfItems() throws SpecException {
    String text =
        """
        callsheet: 1
        model: {id: a, name: A, status: live}
        parameters:
          shots:
            type: array
            items:
              type: object
              properties:
                cuts:
                  type: array
                  items: {type: object, properties: {at: {type: integer}, to: {type: integer}}}
        rules:
          - each: shots
            rules:
              - each: cuts
                rules: [{id: pair, description: Both., allOrNone: [at, to]}]
        response: {properties: {}}
        """;
    Rule rule =
        new SpecParser(new TestIncludeResolver(java.nio.file.Path.of("none")))
            .parse("a.yaml", text)
            .rule("pair")
            .orElseThrow();

    assertThat(rule.scope()).isEqualTo(path("shots[].cuts[]"));
    assertThat(rule.body()).isEqualTo(new RuleBody.AllOrNone(List.of(path("at"), path("to"))));
  }

  private static RuleBody body(String rule) {
    return SPEC.rule(rule).orElseThrow().body();
  }

  private static Facet atMost(String maximum) {
    return new Facet.Range(null, false, new BigDecimal(maximum), false);
  }
}
