package dev.callsheet.spec.read;

import dev.callsheet.spec.calculus.JsonType;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.source.Node;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads price lists. */
final class PricingReader {
  private static final Set<JsonType> NUMBERS = Set.of(JsonType.INTEGER, JsonType.NUMBER);

  private final PathReader paths;
  private final ConditionReader conditions;

  PricingReader(Problems problems) {
    this.paths = new PathReader(problems);
    this.conditions = new ConditionReader(problems);
  }

  Pricing read(Node.Mapping pricing, Scope scope) {
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

  private Pricing.Quantity quantity(Node.Mapping per, Scope scope) {
    return new Pricing.Quantity(
        number(per, "parameter", scope).orElse(Path.ROOT),
        per.text("unit").orElse(""),
        per.get("follows").map(node -> paths.one(node, scope)).orElse(null));
  }

  private Optional<Path> number(Node.Mapping owner, String key, Scope scope) {
    return owner
        .get(key)
        .map(
            node -> {
              Path path = paths.one(node, scope);
              paths.expect(path, NUMBERS, "a price is multiplied by a number", node, scope);
              return path;
            });
  }

  private Pricing.Rate rate(Node.Mapping rate, Scope scope) {
    return new Pricing.Rate(
        rate.text("label").orElse(""),
        rate.get("price")
            .filter(node -> node.json().isNumber())
            .map(node -> node.json().decimalValue())
            .orElse(BigDecimal.ZERO),
        conditions.read(rate, "when", scope).orElse(null),
        rate.location());
  }
}
