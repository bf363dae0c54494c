package dev.callsheet.spec.diff;

import dev.callsheet.spec.analysis.RandomSpecs;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.RuleBody;
import dev.callsheet.spec.model.Charge;
import dev.callsheet.spec.model.ChargeUnit;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.Shape;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** Two versions of a small spec: a random one, and what a few random edits make of it. */
final class RandomSpecPairs {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Random random;
  private final ModelSpec other;

  private RandomSpecPairs(long seed) {
    this.random = new Random(seed);
    this.other = RandomSpecs.specWithoutUnits(seed + 1_000_000);
  }

  /** Both versions. */
  record Pair(ModelSpec before, ModelSpec after) {}

  static Pair pair(long seed) {
    RandomSpecPairs pairs = new RandomSpecPairs(seed);
    ModelSpec before = pairs.counting(pairs.withResponse(RandomSpecs.specWithoutUnits(seed)));
    ModelSpec after = before;
    int edits = 1 + pairs.random.nextInt(3);
    for (int i = 0; i < edits; i++) {
      after = pairs.edited(after);
    }
    return new Pair(before, naming(after));
  }

  /** A spec names no parameters but its own. */
  private static ModelSpec naming(ModelSpec spec) {
    List<Rule> rules =
        spec.rules().stream()
            .map(
                rule -> {
                  Formula formula = rule.body().toFormula();
                  Formula known = own(formula, spec);
                  return known.equals(formula)
                      ? rule
                      : rule(rule, rule.id(), new RuleBody.AtLeastOneOf(List.of(known)));
                })
            .toList();
    Pricing pricing = spec.pricing();
    if (pricing == null) {
      return with(spec, spec.request(), rules, null);
    }
    List<Charge> charges = new ArrayList<>();
    for (Charge charge : pricing.charges()) {
      boolean isLost =
          ChargeMeaning.countedParameters(charge)
              .anyMatch(path -> !KnownParameters.has(spec, path));
      charges.add(
          new Charge(
              charge.id(),
              charge.condition() == null ? null : own(charge.condition(), spec),
              isLost ? new ChargeUnit.Request() : charge.unit(),
              charge.free(),
              charge.unitsOfPrice(),
              charge.steps(),
              charge.multiplier(),
              charge.rates().stream()
                  .map(
                      rate ->
                          new Pricing.Rate(
                              rate.label(),
                              rate.price(),
                              rate.condition() == null ? null : own(rate.condition(), spec),
                              rate.location()))
                  .toList(),
              charge.location()));
    }
    return with(
        spec,
        spec.request(),
        rules,
        new Pricing(pricing.currency(), "", pricing.complete(), charges, pricing.location()));
  }

  private static Formula own(Formula formula, ModelSpec spec) {
    return KnownParameters.restrict(formula, spec, ParameterPath.ROOT);
  }

  private ModelSpec edited(ModelSpec spec) {
    return switch (random.nextInt(9)) {
      case 0, 1 -> with(spec, spec.request(), rules(spec.rules()), spec.pricing());
      case 2, 3 -> with(spec, structure(spec.request()), spec.rules(), spec.pricing());
      case 4, 5, 6 -> with(spec, spec.request(), spec.rules(), pricing(spec.pricing()));
      case 7 -> random.nextInt(3) == 0 ? withResponse(spec) : spec;
      default -> spec;
    };
  }

  private List<Rule> rules(List<Rule> rules) {
    List<Rule> edited = new ArrayList<>(rules);
    int index = random.nextInt(rules.size() + 1);
    Rule chosen = index < rules.size() ? rules.get(index) : null;
    if (chosen == null) {
      Rule added = other.rules().get(0);
      edited.add(rule(added, "added-" + rules.size(), added.body()));
      return edited;
    }
    switch (random.nextInt(4)) {
      case 0 -> edited.remove(index);
      case 1 -> edited.set(index, rule(chosen, chosen.id(), other.rules().get(0).body()));
      case 2 -> Collections.shuffle(edited, random);
      default -> edited.set(index, rule(chosen, "as-" + chosen.id(), rewritten(chosen.body())));
    }
    return edited;
  }

  /** Another body of the same meaning. */
  private static RuleBody rewritten(RuleBody body) {
    Formula formula = body.toFormula();
    Formula twice = new Formula.Not(new Formula.Not(formula));
    return formula instanceof Formula.Implies conditional
        ? new RuleBody.AtLeastOneOf(
            List.of(new Formula.Not(conditional.condition()), conditional.consequence()))
        : new RuleBody.AtLeastOneOf(List.of(twice));
  }

  private static Rule rule(Rule rule, String id, RuleBody body) {
    return new Rule(
        id,
        rule.severity(),
        rule.description(),
        rule.scope(),
        body,
        null,
        null,
        null,
        null,
        null,
        null,
        rule.location());
  }

  private Shape.Structure structure(Shape.Structure structure) {
    List<Parameter> members = new ArrayList<>(structure.members());
    if (members.isEmpty()) {
      return structure;
    }
    int index = random.nextInt(members.size());
    Parameter chosen = members.get(index);
    switch (random.nextInt(5)) {
      case 0 -> members.remove(index);
      case 1 -> {
        Parameter first = other.request().members().get(0);
        ParameterPath path = chosen.path().parent().member("added" + members.size());
        members.add(parameter(first, path, first.shape(), random.nextInt(3) == 0));
      }
      case 2 ->
          members.set(index, parameter(chosen, chosen.path(), chosen.shape(), !chosen.required()));
      default ->
          members.set(
              index, parameter(chosen, chosen.path(), shape(chosen.shape()), chosen.required()));
    }
    return new Shape.Structure(members);
  }

  private Shape shape(Shape shape) {
    if (shape instanceof Shape.Structure structure) {
      return structure(structure);
    }
    if (shape instanceof Shape.Choice choice) {
      List<Shape.Option> options = new ArrayList<>(choice.options());
      if (options.size() > 1 && random.nextBoolean()) {
        options.remove(random.nextInt(options.size()));
      } else {
        options.add(new Shape.Option(JSON.stringNode("xx"), ""));
      }
      return new Shape.Choice(options.stream().distinct().toList());
    }
    if (shape instanceof Shape.Scalar scalar && scalar.type() == JsonType.INTEGER) {
      int least = random.nextInt(3);
      return random.nextInt(5) == 0
          ? new Shape.Choice(List.of(new Shape.Option(JSON.numberNode(2), "")))
          : new Shape.Scalar(
              random.nextInt(4) == 0 ? JsonType.NUMBER : JsonType.INTEGER,
              List.of(
                  new Facet.Range(
                      BigDecimal.valueOf(least),
                      false,
                      BigDecimal.valueOf(least + 1 + random.nextInt(3)),
                      random.nextInt(4) == 0)));
    }
    return other.request().members().get(0).shape();
  }

  private static Parameter parameter(
      Parameter from, ParameterPath path, Shape shape, boolean required) {
    return new Parameter(
        path.lastName(), path, shape, required, null, null, from.metadata(), from.location());
  }

  private @Nullable Pricing pricing(@Nullable Pricing pricing) {
    if (pricing == null || random.nextInt(10) == 0) {
      return other.pricing();
    }
    List<Charge> charges = new ArrayList<>(pricing.charges());
    int index = random.nextInt(charges.size());
    Charge chosen = charges.get(index);
    switch (random.nextInt(4)) {
      case 0 -> {
        List<Pricing.Rate> rates = new ArrayList<>(chosen.rates());
        Pricing.Rate rate = rates.get(0);
        rates.set(
            0,
            new Pricing.Rate(
                rate.label(),
                BigDecimal.valueOf(random.nextInt(4)),
                rate.condition(),
                rate.location()));
        charges.set(index, charge(chosen, chosen.unit(), chosen.free(), rates));
      }
      case 1 -> {
        List<Pricing.Rate> rates = new ArrayList<>(chosen.rates());
        Collections.shuffle(rates, random);
        charges.set(index, charge(chosen, chosen.unit(), chosen.free(), rates));
      }
      case 2 ->
          charges.set(
              index,
              charge(chosen, chosen.unit(), BigDecimal.valueOf(random.nextInt(3)), chosen.rates()));
      default -> Collections.reverse(charges);
    }
    return new Pricing(pricing.currency(), "", pricing.complete(), charges, pricing.location());
  }

  /** With prices by the second of a number, where there is one. */
  private ModelSpec counting(ModelSpec spec) {
    Pricing pricing = spec.pricing();
    ParameterPath number =
        spec.request().members().stream()
            .filter(member -> member.shape().types().contains(JsonType.INTEGER))
            .map(Parameter::path)
            .findFirst()
            .orElse(null);
    if (pricing == null || number == null || random.nextBoolean()) {
      return spec;
    }
    List<Charge> charges = new ArrayList<>(pricing.charges());
    Charge first = charges.get(0);
    charges.set(
        0,
        charge(
            first,
            new ChargeUnit.Seconds(number, null),
            BigDecimal.valueOf(random.nextInt(2)),
            first.rates()));
    return with(
        spec,
        spec.request(),
        spec.rules(),
        new Pricing(pricing.currency(), "", pricing.complete(), charges, pricing.location()));
  }

  private Charge charge(Charge from, ChargeUnit unit, BigDecimal free, List<Pricing.Rate> rates) {
    boolean inSteps = random.nextInt(4) == 0;
    return new Charge(
        from.id(),
        from.condition(),
        unit,
        free,
        from.unitsOfPrice(),
        inSteps ? new Charge.Steps(RoundingMode.CEILING, BigDecimal.valueOf(2)) : from.steps(),
        from.multiplier(),
        rates,
        from.location());
  }

  private ModelSpec withResponse(ModelSpec spec) {
    List<Parameter> fields =
        Stream.concat(
                RandomSpecs.specWithoutUnits(random.nextInt(40)).request().members().stream(),
                spec.response().members().stream())
            .filter(field -> random.nextInt(4) > 0)
            .toList();
    List<Parameter> distinct = new ArrayList<>();
    for (Parameter field : fields) {
      if (distinct.stream().noneMatch(known -> known.name().equals(field.name()))) {
        distinct.add(field);
      }
    }
    return new ModelSpec(
        spec.metadata(),
        spec.request(),
        spec.modes(),
        spec.rules(),
        spec.advice(),
        spec.pricing(),
        new Shape.Structure(distinct),
        spec.examples(),
        spec.tests(),
        spec.leftOut(),
        spec.location());
  }

  private static ModelSpec with(
      ModelSpec spec, Shape.Structure request, List<Rule> rules, @Nullable Pricing pricing) {
    return new ModelSpec(
        spec.metadata(),
        request,
        spec.modes(),
        rules,
        spec.advice(),
        pricing,
        spec.response(),
        spec.examples(),
        spec.tests(),
        spec.leftOut(),
        spec.location());
  }
}
