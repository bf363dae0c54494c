package dev.callsheet.spec.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.analysis.AnalysisFinding.Kind;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.Charge;
import dev.callsheet.spec.model.ModelMode;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.model.Shape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whatever the analyser says of a small spec, trying every request says too. */
class SpecAnalyzerBruteForceTest {
  private static final int SPECS = 4000;

  @Test
  void findingsEqualThoseOfExhaustiveSearch() {
    Map<Kind, Integer> seen = new TreeMap<>();
    for (long seed = 0; seed < SPECS; seed++) {
      ModelSpec spec = RandomSpecs.spec(seed);
      ExhaustiveRequests all = new ExhaustiveRequests(spec);
      List<AnalysisFinding> findings =
          SpecAnalyzer.analyze(spec, RuleInterpretation.ENFORCED).findings();

      Map<String, Integer> found = new TreeMap<>();
      findings.forEach(
          finding ->
              found.put(finding.kind().id() + " " + finding.subject(), finding.causes().size()));
      assertThat(found).as("spec %d: %s", seed, spec.rules()).isEqualTo(expected(spec, all));
      findings.forEach(finding -> seen.merge(finding.kind(), 1, Integer::sum));
    }
    assertThat(seen.keySet())
        .contains(
            Kind.INCONSISTENT,
            Kind.DEAD_PARAMETER,
            Kind.DEAD_VALUE,
            Kind.FALSE_OPTIONAL,
            Kind.REDUNDANT_RULE,
            Kind.DEAD_RULE,
            Kind.DEAD_MODE,
            Kind.OVERLAPPING_MODES,
            Kind.UNCOVERED_REQUESTS,
            Kind.DEAD_PRICE,
            Kind.OVERLAPPING_PRICES,
            Kind.UNPRICED_REQUESTS);
  }

  /** Every flaw, and how many rules its smallest cause has. */
  private static Map<String, Integer> expected(ModelSpec spec, ExhaustiveRequests all) {
    Map<String, Integer> expected = new TreeMap<>();
    BitSet valid = all.valid();
    if (valid.isEmpty()) {
      expected.put(
          "inconsistent " + spec.id(), all.smallestCause(all.keeping(List.of()), all.rules()));
      return expected;
    }
    parameters(expected, all, valid, spec.request(), ParameterPath.ROOT);
    spec.rules().forEach(rule -> superfluous(expected, all, rule));
    modes(expected, spec, all, valid);
    if (spec.pricing() != null) {
      prices(expected, spec.pricing(), all, valid);
    }
    return expected;
  }

  private static void parameters(
      Map<String, Integer> expected,
      ExhaustiveRequests all,
      BitSet valid,
      Shape.Structure structure,
      ParameterPath parent) {
    for (Parameter parameter : structure.members()) {
      BitSet provides = all.where(new Formula.Provided(parameter.path()));
      BitSet room =
          parent.isRoot() ? all.keeping(List.of()) : all.where(new Formula.Provided(parent));
      BitSet leaves = minus(room, provides);
      if (!provides.intersects(valid)) {
        expected.put(
            "dead-parameter " + parameter.path(), all.smallestCause(provides, all.rules()));
        continue;
      }
      if (!parameter.required() && !leaves.intersects(valid)) {
        expected.put("false-optional " + parameter.path(), all.smallestCause(leaves, all.rules()));
      }
      for (JsonNode value : listed(parameter.shape())) {
        BitSet gives =
            all.where(
                request ->
                    JsonLocation.root(request).resolve(parameter.path()).stream()
                        .anyMatch(place -> place.value().equals(value)));
        if (!gives.intersects(valid)) {
          expected.put(
              "dead-value " + parameter.path() + " = " + value,
              all.smallestCause(gives, all.rules()));
        }
      }
      if (parameter.shape() instanceof Shape.Structure inner) {
        parameters(expected, all, valid, inner, parameter.path());
      }
    }
  }

  private static List<JsonNode> listed(Shape shape) {
    if (shape instanceof Shape.Choice choice) {
      return choice.values();
    }
    boolean isFlag =
        shape instanceof Shape.Scalar scalar
            && scalar.type() == dev.callsheet.spec.logic.JsonType.BOOLEAN;
    return isFlag
        ? List.of(
            tools.jackson.databind.node.BooleanNode.TRUE,
            tools.jackson.databind.node.BooleanNode.FALSE)
        : List.of();
  }

  private static void superfluous(
      Map<String, Integer> expected, ExhaustiveRequests all, Rule rule) {
    List<String> others = all.rulesBeside(rule);
    BitSet keepingOthers = all.keeping(others);
    Formula demand = rule.body().toFormula();
    if (demand instanceof Formula.Implies conditional) {
      BitSet applies = all.where(conditional.condition());
      if (!applies.intersects(keepingOthers)) {
        expected.put("dead-rule " + rule.id(), all.smallestCause(applies, others));
        return;
      }
    }
    BitSet breaking = minus(all.keeping(List.of()), all.keeping(List.of(rule.id())));
    if (!breaking.intersects(keepingOthers)) {
      expected.put("redundant-rule " + rule.id(), all.smallestCause(breaking, others));
    }
  }

  private static void modes(
      Map<String, Integer> expected, ModelSpec spec, ExhaustiveRequests all, BitSet valid) {
    Map<String, BitSet> modes = new LinkedHashMap<>();
    for (ModelMode mode : spec.modes()) {
      modes.put("mode '" + mode.name() + "'", all.where(mode.condition(spec.modes())));
    }
    modes.forEach(
        (name, requests) -> {
          if (!requests.intersects(valid)) {
            expected.put("dead-mode " + name, all.smallestCause(requests, all.rules()));
          }
        });
    if (modes.size() == 2) {
      List<BitSet> two = List.copyOf(modes.values());
      if (and(two.get(0), two.get(1)).intersects(valid)) {
        expected.put("overlapping-modes mode 'one', mode 'two'", 0);
      }
      if (!minus(minus(valid, two.get(0)), two.get(1)).isEmpty()) {
        expected.put("uncovered-requests mode", 0);
      }
    }
  }

  private static void prices(
      Map<String, Integer> expected, Pricing pricing, ExhaustiveRequests all, BitSet valid) {
    BitSet withoutCharge = (BitSet) valid.clone();
    for (Charge charge : pricing.charges()) {
      BitSet charged = where(charge.condition(), all);
      withoutCharge.andNot(charged);
      String name = "charge '" + charge.id() + "'";
      if (!charged.intersects(valid)) {
        expected.put("dead-price " + name, all.smallestCause(charged, all.rules()));
        continue;
      }
      BitSet withoutRate = and(charged, valid);
      List<BitSet> rates = new ArrayList<>();
      List<String> names = new ArrayList<>();
      for (Pricing.Rate rate : charge.rates()) {
        BitSet rated = and(charged, where(rate.condition(), all));
        withoutRate.andNot(rated);
        String rateName = "price '" + rate.label() + "'";
        if (!rated.intersects(valid)) {
          expected.put("dead-price " + rateName, all.smallestCause(rated, all.rules()));
        }
        for (int i = 0; i < rates.size(); i++) {
          if (and(rates.get(i), rated).intersects(valid)) {
            expected.put("overlapping-prices " + names.get(i) + ", " + rateName, 0);
          }
        }
        rates.add(rated);
        names.add(rateName);
      }
      if (pricing.complete() && !withoutRate.isEmpty()) {
        expected.put("unpriced-requests " + name, 0);
      }
    }
    if (pricing.complete() && !withoutCharge.isEmpty()) {
      expected.put("unpriced-requests price", 0);
    }
  }

  private static BitSet where(@Nullable Formula condition, ExhaustiveRequests all) {
    return condition == null ? all.keeping(List.of()) : all.where(condition);
  }

  private static BitSet minus(BitSet a, BitSet b) {
    BitSet result = (BitSet) a.clone();
    result.andNot(b);
    return result;
  }

  private static BitSet and(BitSet a, BitSet b) {
    BitSet result = (BitSet) a.clone();
    result.and(b);
    return result;
  }
}
