package dev.callsheet.spec.calculus;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluationTest {
  private static final Formula A = provided("a");
  private static final Formula B = provided("b");
  private static final Formula C = provided("c");

  @Test
  void nullIsProvided() {
    assertThat(truth(A, "{'a': null}")).isEqualTo(Truth.TRUE);
    assertThat(truth(A, "{'b': null}")).isEqualTo(Truth.FALSE);
    assertThat(truth(A, "[]")).isEqualTo(Truth.FALSE);
  }

  @Test
  void pathThroughItemsIsProvidedWhereOneItemProvidesIt() {
    Formula deep = provided("list[].x");
    assertThat(truth(deep, "{'list': [{}, {'x': 1}]}")).isEqualTo(Truth.TRUE);
    assertThat(truth(deep, "{'list': [{}, 7]}")).isEqualTo(Truth.FALSE);
    assertThat(truth(deep, "{'list': {'x': 1}}")).isEqualTo(Truth.FALSE);
  }

  @Test
  void pathThroughItemsMatchesWhereEveryValueFoundDoes() {
    Formula strings = matches("list[].x", new Facet.OfType(JsonType.STRING));
    assertThat(truth(strings, "{'list': [{}, {'x': 'a'}]}")).isEqualTo(Truth.TRUE);
    assertThat(truth(strings, "{'list': [{'x': 1}, {'x': 'a'}]}")).isEqualTo(Truth.FALSE);
    assertThat(truth(strings, "{'list': [{}]}")).isEqualTo(Truth.FALSE);
  }

  @Test
  void countHoldsWithinItsBounds() {
    Formula one = new Formula.Count(1, 1, List.of(A, B, C));
    assertThat(truth(one, "{}")).isEqualTo(Truth.FALSE);
    assertThat(truth(one, "{'b': 1}")).isEqualTo(Truth.TRUE);
    assertThat(truth(one, "{'b': 1, 'c': 1}")).isEqualTo(Truth.FALSE);
  }

  @Test
  void impliesSpeaksOnlyWhereItsConditionHolds() {
    Formula rule = new Formula.Implies(A, new Formula.All(List.of(B, new Formula.Not(C))));
    assertThat(truth(rule, "{'c': 1}")).isEqualTo(Truth.TRUE);
    assertThat(truth(rule, "{'a': 1, 'b': 1}")).isEqualTo(Truth.TRUE);
    assertThat(truth(rule, "{'a': 1, 'b': 1, 'c': 1}")).isEqualTo(Truth.FALSE);
    assertThat(truth(rule, "{'a': 1}")).isEqualTo(Truth.FALSE);
  }

  @Test
  void sumIsExactAndUsesTheDefault() {
    Formula sum =
        new Formula.SumEquals(Path.parse("parts[].n"), Path.parse("total"), BigDecimal.TEN);
    assertThat(truth(sum, "{'parts': [{'n': 0.1}, {'n': 0.2}], 'total': 0.30}"))
        .isEqualTo(Truth.TRUE);
    assertThat(truth(sum, "{'parts': [{'n': 4}, {'n': 6}]}")).isEqualTo(Truth.TRUE);
    assertThat(truth(sum, "{'parts': [{'n': 4}, {'n': 5}]}")).isEqualTo(Truth.FALSE);
    assertThat(truth(sum, "{'total': 3}")).isEqualTo(Truth.TRUE);
    assertThat(truth(sum, "{'parts': [{'n': 1e999999999}, {'n': 1}]}")).isEqualTo(Truth.TRUE);
  }

  @Test
  void productAndQuotientHoldWhereANumberIsMissing() {
    List<Path> sides = List.of(Path.parse("w"), Path.parse("h"));
    Formula area = new Formula.ProductWithin(sides, null, new BigDecimal("100"));
    Formula ratio =
        new Formula.QuotientWithin(sides.get(0), sides.get(1), new BigDecimal("0.5"), null);
    assertThat(truth(area, "{'w': 10, 'h': 10}")).isEqualTo(Truth.TRUE);
    assertThat(truth(area, "{'w': 10, 'h': 11}")).isEqualTo(Truth.FALSE);
    assertThat(truth(area, "{'w': 1000}")).isEqualTo(Truth.TRUE);
    assertThat(truth(ratio, "{'w': 1, 'h': 3}")).isEqualTo(Truth.FALSE);
    assertThat(truth(ratio, "{'w': 1, 'h': 2}")).isEqualTo(Truth.TRUE);
    assertThat(truth(ratio, "{'w': 1, 'h': 0}")).isEqualTo(Truth.TRUE);
  }

  @Test
  void placeholdersCountFromOne() {
    Formula named =
        new Formula.PlaceholdersWithin(
            List.of(Path.parse("text"), Path.parse("more[].text")), "<(\\d+)>", Path.parse("list"));
    assertThat(truth(named, "{'text': '<1> and <2>', 'list': [0, 0]}")).isEqualTo(Truth.TRUE);
    assertThat(truth(named, "{'text': '<0>', 'list': [0, 0]}")).isEqualTo(Truth.FALSE);
    assertThat(truth(named, "{'text': 'none'}")).isEqualTo(Truth.TRUE);
    assertThat(truth(named, "{'more': [{'text': ''}, {'text': '<1>'}]}")).isEqualTo(Truth.FALSE);
    assertThat(truth(named, "{'text': '<99999999999999999999>', 'list': [0]}"))
        .isEqualTo(Truth.FALSE);
  }

  @Test
  void whatIsInDoubtLeavesAStatementUnknownOnlyWhileItCouldTipIt() {
    Formula five = matches("a", new Facet.OneOf(List.of(JsonMapper.shared().readTree("5"))));
    Place task = Place.root(json("{'a': 'five', 'b': 1, 'c': 1}"));
    Doubt aIsWrong = doubt("/a", "");
    assertThat(Evaluation.of(five).in(task, aIsWrong)).isEqualTo(Truth.UNKNOWN);
    assertThat(Evaluation.of(A).in(task, aIsWrong)).isEqualTo(Truth.TRUE);
    assertThat(Evaluation.of(new Formula.Any(List.of(five, B))).in(task, aIsWrong))
        .isEqualTo(Truth.TRUE);
    assertThat(Evaluation.of(new Formula.Count(0, 1, List.of(five, B, C))).in(task, aIsWrong))
        .isEqualTo(Truth.FALSE);
    assertThat(Evaluation.of(provided("a.inside")).in(task, aIsWrong)).isEqualTo(Truth.UNKNOWN);
    assertThat(Evaluation.of(provided("d")).in(task, doubt("", "d"))).isEqualTo(Truth.UNKNOWN);
  }

  private static Doubt doubt(String value, String absent) {
    return new Doubt() {
      @Override
      public boolean ofValue(Place place) {
        return place.pointer().equals(value);
      }

      @Override
      public boolean ofAnythingIn(Place place) {
        return false;
      }

      @Override
      public boolean ofAbsence(Place parent, String name) {
        return name.equals(absent);
      }
    };
  }

  private static Truth truth(Formula formula, String json) {
    return Evaluation.of(formula).in(Place.root(json(json)), Doubt.NONE);
  }

  private static JsonNode json(String json) {
    return JsonMapper.shared().readTree(json.replace('\'', '"'));
  }

  private static Formula provided(String path) {
    return new Formula.Provided(Path.parse(path));
  }

  private static Formula matches(String path, Facet facet) {
    return new Formula.Matches(Path.parse(path), new Fragment(List.of(facet)));
  }
}
