package dev.callsheet.spec.parser;

import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.Charge;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.YamlNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads price lists. */
final class PricingParser {
  private final ProblemCollector problems;
  private final ParameterPathParser paths;
  private final ConditionParser conditions;
  private final ChargeUnitParser units;

  PricingParser(ProblemCollector problems) {
    this.problems = problems;
    this.paths = new ParameterPathParser(problems);
    this.conditions = new ConditionParser(problems);
    this.units = new ChargeUnitParser(problems);
  }

  Pricing parse(YamlNode.Mapping pricing, PathScope scope) {
    List<YamlNode.Mapping> charges =
        pricing.items("charges").stream().flatMap(charge -> charge.asMapping().stream()).toList();
    checkIds(charges);
    for (String key : List.of("currency", "charges")) {
      if (!pricing.has(key) && !problems.hasProblemAtKeyOf(pricing)) {
        problems.report(pricing.location(), "`pricing` needs the key `" + key + "`");
      }
    }
    return new Pricing(
        pricing.text("currency").orElse(""),
        pricing.text("overview").orElse(""),
        pricing
            .get("complete")
            .map(YamlNode::json)
            .filter(JsonNode::isBoolean)
            .map(JsonNode::booleanValue)
            .orElse(true),
        charges.stream().map(charge -> charge(charge, scope)).toList(),
        pricing.location());
  }

  private void checkIds(List<YamlNode.Mapping> charges) {
    Map<String, SourceLocation> first = new LinkedHashMap<>();
    for (YamlNode.Mapping charge : charges) {
      charge
          .text("id")
          .ifPresent(
              id -> {
                SourceLocation known = first.putIfAbsent(id, location(charge));
                if (known != null) {
                  problems.report(
                      location(charge),
                      "the charge id `" + id + "` is taken; the first is at " + known);
                }
              });
    }
  }

  private Charge charge(YamlNode.Mapping charge, PathScope scope) {
    Optional<YamlNode.Mapping> per = charge.mapping("per");
    return new Charge(
        charge.text("id").orElse(""),
        conditions.parse(charge, "when", scope).orElse(null),
        units.parse(per, scope),
        per.flatMap(unit -> unit.decimal("beyond")).orElse(BigDecimal.ZERO),
        per.flatMap(unit -> unit.decimal("each")).orElse(BigDecimal.ONE),
        charge.mapping("steps").map(PricingParser::steps).orElse(null),
        multiplier(charge, scope),
        charge.items("rates").stream()
            .flatMap(rate -> rate.asMapping().stream())
            .map(rate -> rate(rate, scope))
            .toList(),
        location(charge));
  }

  private static Charge.Steps steps(YamlNode.Mapping steps) {
    RoundingMode rounding =
        switch (steps.text("round").orElse("")) {
          case "down" -> RoundingMode.FLOOR;
          case "nearest" -> RoundingMode.HALF_UP;
          default -> RoundingMode.CEILING;
        };
    return new Charge.Steps(rounding, steps.decimal("to").orElse(BigDecimal.ONE));
  }

  private @Nullable ParameterPath multiplier(YamlNode.Mapping charge, PathScope scope) {
    return charge
        .get("times")
        .map(
            node ->
                paths.parseSingle(
                    node, KeywordTypes.NUMBERS, "a price is multiplied by a number", scope))
        .orElse(null);
  }

  private Pricing.Rate rate(YamlNode.Mapping rate, PathScope scope) {
    return new Pricing.Rate(
        rate.text("label").orElse(""),
        rate.decimal("price").orElse(BigDecimal.ZERO),
        conditions.parse(rate, "when", scope).orElse(null),
        rate.location());
  }

  private static SourceLocation location(YamlNode.Mapping charge) {
    return charge.get("id").map(YamlNode::location).orElse(charge.location());
  }
}
