package dev.callsheet.journal.postgresql;

import dev.callsheet.runtime.Amount;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.Price.UnitPrice;
import dev.callsheet.runtime.PriceVisitor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A price as a queue keeps it, without what it is the sum of.
 *
 * @param least the least that is known
 * @param most the most of that; null where nothing is known
 * @param units what is paid besides, as {@code [[least, most, unit]]} in JSON; null for nothing
 */
record QueuedPrice(
    BigDecimal least,
    @Nullable BigDecimal most,
    @Nullable String units,
    String currency,
    String why) {
  /** Of a price that is not known, there is nothing to have a currency. */
  private static final String ANY_CURRENCY = "USD";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  static QueuedPrice of(Price price) {
    return price.accept(
        new PriceVisitor<>() {
          @Override
          public QueuedPrice visitExact(Price.Exact exact) {
            return known(exact, exact.currency());
          }

          @Override
          public QueuedPrice visitBetween(Price.Between between) {
            return known(between, between.currency());
          }

          @Override
          public QueuedPrice visitRate(Price.Rate rate) {
            return known(rate, rate.currency());
          }

          @Override
          public QueuedPrice visitUnknown(Price.Unknown unknown) {
            return new QueuedPrice(BigDecimal.ZERO, null, null, ANY_CURRENCY, unknown.why());
          }
        });
  }

  private static QueuedPrice known(Price price, String currency) {
    var amount = price.known().orElseThrow();
    var units = price.units().isEmpty() ? null : write(price.units());
    return new QueuedPrice(amount.minimum(), amount.maximum(), units, currency, price.why());
  }

  private static String write(List<UnitPrice> units) {
    var all = JSON.createArrayNode();
    for (var unit : units) {
      all.addArray().add(unit.amount().minimum()).add(unit.amount().maximum()).add(unit.unit());
    }
    return JSON.writeValueAsString(all);
  }

  /** The price that it was. */
  Price price() {
    if (most == null) {
      return new Price.Unknown(why);
    }
    return Price.of(
        new Amount(least, most), units == null ? List.of() : read(units), currency, why);
  }

  private static List<UnitPrice> read(String units) {
    var all = new ArrayList<UnitPrice>();
    for (var unit : JSON.readTree(units)) {
      all.add(
          new UnitPrice(
              new Amount(unit.path(0).decimalValue(), unit.path(1).decimalValue()),
              unit.path(2).stringValue()));
    }
    return all;
  }
}
