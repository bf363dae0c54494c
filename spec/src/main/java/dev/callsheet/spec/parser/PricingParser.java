package dev.callsheet.spec.parser;

import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.source.YamlNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads price lists. */
final class PricingParser {
  private final ParameterPathParser paths;
  private final ConditionParser conditions;

  PricingParser(ProblemCollector problems) {
    this.paths = new ParameterPathParser(problems);
    this.conditions = new ConditionParser(problems);
  }

  Pricing parse(YamlNode.Mapping pricing, PathScope scope) {
    List<Pricing.Rate> rates =
        pricing.items("rates").stream()
            .flatMap(rate -> rate.asMapping().stream())
            .map(rate -> rate(rate, scope))
            .toList();
    return new Pricing(
        pricing.text("currency").orElse(""),
        pricing.text("overview").orElse(""),
        pricing.mapping("per").map(per -> quantity(per, scope)).orElse(null),
        number(pricing, "times", scope).orElse(null),
        rates,
        pricing.location());
  }

  private Pricing.Quantity quantity(YamlNode.Mapping per, PathScope scope) {
    return new Pricing.Quantity(
        number(per, "parameter", scope).orElse(ParameterPath.ROOT),
        per.text("unit").orElse(""),
        per.get("follows").map(node -> paths.parseSingle(node, scope)).orElse(null));
  }

  private Optional<ParameterPath> number(YamlNode.Mapping owner, String key, PathScope scope) {
    return owner
        .get(key)
        .map(
            node ->
                paths.parseSingle(
                    node, KeywordTypes.NUMBERS, "a price is multiplied by a number", scope));
  }

  private Pricing.Rate rate(YamlNode.Mapping rate, PathScope scope) {
    return new Pricing.Rate(
        rate.text("label").orElse(""),
        rate.decimal("price").orElse(BigDecimal.ZERO),
        conditions.parse(rate, "when", scope).orElse(null),
        rate.location());
  }
}
