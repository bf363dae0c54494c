package dev.callsheet.linter.record;

import dev.callsheet.runtime.Price;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.price.PriceEstimator;
import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a request will cost.
 *
 * @param currency such as {@code USD}
 * @param minimum the least it can come to
 * @param maximum the most it can come to, the minimum where the price is exact; null where it also
 *     depends on what the request does not show
 */
public record RecordPrice(String currency, BigDecimal minimum, @Nullable BigDecimal maximum)
    implements Serializable {
  /** The price of a valid task; null where it is not known. */
  static @Nullable RecordPrice of(ModelSpec model, JsonNode task) {
    Pricing pricing = model.pricing();
    if (pricing == null) {
      return null;
    }
    Price price = PriceEstimator.price(model, task);
    return price.known().isEmpty()
        ? null
        : new RecordPrice(pricing.currency(), price.lowerBound(), price.upperBound().orElse(null));
  }
}
