package dev.callsheet.tests.differential;

import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.FormulaCompiler;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.Charge;
import dev.callsheet.spec.model.ChargeUnit;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Pricing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The price of a request as docs/prices.md reads, added up in the plainest way: only where all that
 * is counted is given, and exactly one rate fits.
 */
record NaivePrice(ModelSpec model, JsonNode request) {
  /** The sum of the charges; empty where something is not given. */
  Optional<BigDecimal> amount() {
    Pricing pricing = model.pricing();
    if (pricing == null) {
      return Optional.empty();
    }
    BigDecimal sum = BigDecimal.ZERO;
    boolean any = false;
    for (Charge charge : pricing.charges()) {
      if (holds(charge.condition())) {
        Optional<BigDecimal> part = amount(charge);
        if (part.isEmpty()) {
          return Optional.empty();
        }
        sum = sum.add(part.get());
        any = true;
      }
    }
    return any ? Optional.of(sum) : Optional.empty();
  }

  private Optional<BigDecimal> amount(Charge charge) {
    List<Pricing.Rate> rates =
        charge.rates().stream().filter(rate -> holds(rate.condition())).toList();
    Optional<BigDecimal> counted = quantity(charge.unit());
    ParameterPath times = charge.multiplier();
    Optional<BigDecimal> factor = times == null ? Optional.of(BigDecimal.ONE) : number(times);
    if (rates.size() != 1 || counted.isEmpty() || factor.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal quantity = counted.get().subtract(charge.free()).max(BigDecimal.ZERO);
    Charge.Steps steps = charge.steps();
    if (steps != null) {
      quantity = quantity.divide(steps.size(), 0, steps.rounding()).multiply(steps.size());
    }
    return Optional.of(
        quantity
            .multiply(factor.get())
            .multiply(rates.get(0).price())
            .divide(charge.unitsOfPrice(), MathContext.DECIMAL128));
  }

  private Optional<BigDecimal> quantity(ChargeUnit unit) {
    if (unit instanceof ChargeUnit.Request) {
      return Optional.of(BigDecimal.ONE);
    }
    if (unit instanceof ChargeUnit.Seconds seconds && seconds.duration() != null) {
      return number(seconds.duration());
    }
    if (unit instanceof ChargeUnit.Items items) {
      return value(items.list()).map(list -> BigDecimal.valueOf(list.isArray() ? list.size() : 1));
    }
    return unit instanceof ChargeUnit.Characters characters
        ? value(characters.text())
            .filter(JsonNode::isString)
            .map(text -> text.stringValue().codePoints().count())
            .map(BigDecimal::valueOf)
        : Optional.empty();
  }

  private Optional<BigDecimal> number(ParameterPath path) {
    return value(path)
        .or(() -> model.parameter(path).map(Parameter::defaultValue))
        .filter(JsonNode::isNumber)
        .map(JsonNode::decimalValue);
  }

  private Optional<JsonNode> value(ParameterPath path) {
    return JsonLocation.root(request).resolve(path).stream().findFirst().map(JsonLocation::value);
  }

  private boolean holds(@Nullable Formula condition) {
    return condition == null
        || FormulaCompiler.compile(condition).holdsIn(JsonLocation.root(request));
  }
}
