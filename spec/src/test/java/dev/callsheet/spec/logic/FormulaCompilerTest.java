package dev.callsheet.spec.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FormulaCompilerTest {
  private static final Formula A = provided("a");
  private static final Formula B = provided("b");
  private static final Formula C = provided("c");

  @Test
  void nullIsProvided() {
    assertThat(evaluate(A, "{'a': null}")).isEqualTo(TruthValue.TRUE);
    assertThat(evaluate(A, "{'b': null}")).isEqualTo(TruthValue.FALSE);
    assertThat(evaluate(A, "[]")).isEqualTo(TruthValue.FALSE);
  }

  @Test
  void pathThroughItemsIsProvidedWhereOneItemProvidesIt() {
    Formula deep = provided("list[].x");
    assertThat(evaluate(deep, "{'list': [{}, {'x': 1}]}")).isEqualTo(TruthValue.TRUE);
    assertThat(evaluate(deep, "{'list': [{}, 7]}")).isEqualTo(TruthValue.FALSE);
    assertThat(evaluate(deep, "{'list': {'x': 1}}")).isEqualTo(TruthValue.FALSE);
  }

  @Test
  void pathThroughItemsMatchesWhereEveryValueFoundDoes() {
    Formula strings = matches("list[].x", new Facet.OfType(JsonType.STRING));
    assertThat(evaluate(strings, "{'list': [{}, {'x': 'a'}]}")).isEqualTo(TruthValue.TRUE);
    assertThat(evaluate(strings, "{'list': [{'x': 1}, {'x': 'a'}]}")).isEqualTo(TruthValue.FALSE);
    assertThat(evaluate(strings, "{'list': [{}]}")).isEqualTo(TruthValue.FALSE);
  }

  @Test
  void countHoldsWithinItsBounds() {
    Formula one = new Formula.Count(1, 1, List.of(A, B, C));
    assertThat(evaluate(one, "{}")).isEqualTo(TruthValue.FALSE);
    assertThat(evaluate(one, "{'b': 1}")).isEqualTo(TruthValue.TRUE);
    assertThat(evaluate(one, "{'b': 1, 'c': 1}")).isEqualTo(TruthValue.FALSE);
  }

  @Test
  void impliesHoldsWhereItsConditionDoesNot() {
    Formula rule = new Formula.Implies(A, new Formula.All(List.of(B, new Formula.Not(C))));
    assertThat(evaluate(rule, "{'c': 1}")).isEqualTo(TruthValue.TRUE);
    assertThat(evaluate(rule, "{'a': 1, 'b': 1}")).isEqualTo(TruthValue.TRUE);
    assertThat(evaluate(rule, "{'a': 1, 'b': 1, 'c': 1}")).isEqualTo(TruthValue.FALSE);
    assertThat(evaluate(rule, "{'a': 1}")).isEqualTo(TruthValue.FALSE);
  }

  @Test
  void sumIsExactAndUsesTheDefault() {
    Formula sum =
        new Formula.SumEquals(
            ParameterPath.parse("parts[].n"), ParameterPath.parse("total"), BigDecimal.TEN);
    assertThat(evaluate(sum, "{'parts': [{'n': 0.1}, {'n': 0.2}], 'total': 0.30}"))
        .isEqualTo(TruthValue.TRUE);
    assertThat(evaluate(sum, "{'parts': [{'n': 4}, {'n': 6}]}")).isEqualTo(TruthValue.TRUE);
    assertThat(evaluate(sum, "{'parts': [{'n': 4}, {'n': 5}]}")).isEqualTo(TruthValue.FALSE);
    assertThat(evaluate(sum, "{'total': 3}")).isEqualTo(TruthValue.TRUE);
    assertThat(evaluate(sum, "{'parts': [{'n': 1e999999999}, {'n': 1}]}"))
        .isEqualTo(TruthValue.TRUE);
  }

  @Test
  void boundedSumHoldsWithinItsBoundsAndWhereThereIsNoSum() {
    ParameterPath terms = ParameterPath.parse("parts[].n");
    Formula ten = new Formula.SumWithin(terms, BigDecimal.TEN, BigDecimal.TEN);
    assertThat(evaluate(ten, "{'parts': [{'n': 9.9}, {'n': 0.10}]}")).isEqualTo(TruthValue.TRUE);
    assertThat(evaluate(ten, "{'parts': [{'n': 4}, {'n': 5}]}")).isEqualTo(TruthValue.FALSE);
    assertThat(evaluate(ten, "{'parts': [{'n': 4}, {'n': 'auto'}]}")).isEqualTo(TruthValue.TRUE);
    assertThat(evaluate(ten, "{'parts': []}")).isEqualTo(TruthValue.TRUE);
    assertThat(evaluate(ten, "{}")).isEqualTo(TruthValue.TRUE);
    Formula atMost = new Formula.SumWithin(terms, null, new BigDecimal("1.5"));
    assertThat(evaluate(atMost, "{'parts': [{'n': 0.75}, {'n': 0.75}]}"))
        .isEqualTo(TruthValue.TRUE);
    assertThat(evaluate(atMost, "{'parts': [{'n': 0.75}, {'n': 0.76}]}"))
        .isEqualTo(TruthValue.FALSE);
  }

  @Test
  void productAndQuotientHoldWhereANumberIsMissing() {
    List<ParameterPath> sides = List.of(ParameterPath.parse("w"), ParameterPath.parse("h"));
    Formula area = new Formula.ProductWithin(sides, null, new BigDecimal("100"));
    Formula ratio =
        new Formula.QuotientWithin(sides.get(0), sides.get(1), new BigDecimal("0.5"), null);
    assertThat(evaluate(area, "{'w': 10, 'h': 10}")).isEqualTo(TruthValue.TRUE);
    assertThat(evaluate(area, "{'w': 10, 'h': 11}")).isEqualTo(TruthValue.FALSE);
    assertThat(evaluate(area, "{'w': 1000}")).isEqualTo(TruthValue.TRUE);
    assertThat(evaluate(ratio, "{'w': 1, 'h': 3}")).isEqualTo(TruthValue.FALSE);
    assertThat(evaluate(ratio, "{'w': 1, 'h': 2}")).isEqualTo(TruthValue.TRUE);
    assertThat(evaluate(ratio, "{'w': 1, 'h': 0}")).isEqualTo(TruthValue.TRUE);
  }

  @Test
  void placeholdersCountFromOne() {
    Formula named =
        new Formula.PlaceholdersWithin(
            List.of(ParameterPath.parse("text"), ParameterPath.parse("more[].text")),
            "<(\\d+)>",
            ParameterPath.parse("list"));
    assertThat(evaluate(named, "{'text': '<1> and <2>', 'list': [0, 0]}"))
        .isEqualTo(TruthValue.TRUE);
    assertThat(evaluate(named, "{'text': '<0>', 'list': [0, 0]}")).isEqualTo(TruthValue.FALSE);
    assertThat(evaluate(named, "{'text': 'none'}")).isEqualTo(TruthValue.TRUE);
    assertThat(evaluate(named, "{'more': [{'text': ''}, {'text': '<1>'}]}"))
        .isEqualTo(TruthValue.FALSE);
    assertThat(evaluate(named, "{'text': '<99999999999999999999>', 'list': [0]}"))
        .isEqualTo(TruthValue.FALSE);
  }

  @Test
  void unreliableValueMakesFormulaUnknownOnlyIfItCanDecideIt() {
    Formula five = matches("a", new Facet.OneOf(List.of(JsonMapper.shared().readTree("5"))));
    JsonLocation task = JsonLocation.root(json("{'a': 'five', 'b': 1, 'c': 1}"));
    UnreliableValues aIsWrong = unreliable("/a", "");
    assertThat(FormulaCompiler.compile(five).evaluate(task, aIsWrong))
        .isEqualTo(TruthValue.UNKNOWN);
    assertThat(FormulaCompiler.compile(A).evaluate(task, aIsWrong)).isEqualTo(TruthValue.TRUE);
    assertThat(FormulaCompiler.compile(new Formula.Any(List.of(five, B))).evaluate(task, aIsWrong))
        .isEqualTo(TruthValue.TRUE);
    assertThat(
            FormulaCompiler.compile(new Formula.Count(0, 1, List.of(five, B, C)))
                .evaluate(task, aIsWrong))
        .isEqualTo(TruthValue.FALSE);
    assertThat(FormulaCompiler.compile(provided("a.inside")).evaluate(task, aIsWrong))
        .isEqualTo(TruthValue.UNKNOWN);
    assertThat(FormulaCompiler.compile(provided("d")).evaluate(task, unreliable("", "d")))
        .isEqualTo(TruthValue.UNKNOWN);
  }

  @Test
  void wrongMemberMattersOnlyToWhatLooksAtIt() {
    Formula hasArray = matches("box", member("target", new Facet.OfType(JsonType.ARRAY)));
    JsonLocation task = JsonLocation.root(json("{'box': {'target': null, 'source': [1]}}"));

    assertThat(truth(hasArray, task, "/box/source")).isEqualTo(TruthValue.FALSE);
    assertThat(truth(hasArray, task, "/box/source/0")).isEqualTo(TruthValue.FALSE);
    assertThat(truth(hasArray, task, "/box/target")).isEqualTo(TruthValue.UNKNOWN);
    assertThat(truth(hasArray, task, "/box")).isEqualTo(TruthValue.UNKNOWN);
    assertThat(truth(matches("box", member("target")), task, "/box/target"))
        .isEqualTo(TruthValue.TRUE);
    assertThat(truth(matches("box", member("other")), task, "/box/target"))
        .isEqualTo(TruthValue.FALSE);
    Facet forbidden =
        new Facet.Not(new SchemaFragment(List.of(member("source"), member("target"))));
    assertThat(truth(matches("box", forbidden), task, "/box/source")).isEqualTo(TruthValue.FALSE);
  }

  @Test
  void wrongItemMattersOnlyWhereNoOtherDecides() {
    Facet five = new Facet.OneOf(List.of(json("5")));
    Formula hasFive = matches("list", new Facet.Contains(new SchemaFragment(List.of(five))));

    assertThat(truth(hasFive, JsonLocation.root(json("{'list': ['x', 5]}")), "/list/0"))
        .isEqualTo(TruthValue.TRUE);
    assertThat(truth(hasFive, JsonLocation.root(json("{'list': ['x', 4]}")), "/list/0"))
        .isEqualTo(TruthValue.UNKNOWN);
  }

  private static Facet member(String name, Facet... facets) {
    return new Facet.HasMember(name, new SchemaFragment(List.of(facets)));
  }

  private static TruthValue truth(Formula formula, JsonLocation task, String wrong) {
    return FormulaCompiler.compile(formula)
        .evaluate(task, UnreliableValues.atPointers(Set.of(wrong)));
  }

  private static UnreliableValues unreliable(String value, String absent) {
    return new UnreliableValues() {
      @Override
      public boolean isUnreliable(JsonLocation place) {
        return place.pointer().equals(value);
      }

      @Override
      public boolean containsUnreliable(JsonLocation place) {
        return false;
      }

      @Override
      public boolean isAbsenceUnreliable(JsonLocation parent, String name) {
        return name.equals(absent);
      }
    };
  }

  private static TruthValue evaluate(Formula formula, String json) {
    return FormulaCompiler.compile(formula)
        .evaluate(JsonLocation.root(json(json)), UnreliableValues.NONE);
  }

  private static JsonNode json(String json) {
    return JsonMapper.shared().readTree(json.replace('\'', '"'));
  }

  private static Formula provided(String path) {
    return new Formula.Provided(ParameterPath.parse(path));
  }

  private static Formula matches(String path, Facet facet) {
    return new Formula.Matches(ParameterPath.parse(path), new SchemaFragment(List.of(facet)));
  }
}
