package dev.callsheet.spec.model;

import dev.callsheet.spec.source.SourceLocation;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a platform says that it charged for a request.
 *
 * @param configuration the platform's words for the request
 * @param request what these words say of it: some of its parameters
 * @param price in the currency of the model's price list, with as many decimals as are published
 * @param disagreement why it is known to differ from the price list; null where it does not
 * @param lengths of media in seconds, by the value of their parameter
 * @param location where it stands
 */
public record MeasuredPrice(
    String configuration,
    JsonNode request,
    BigDecimal price,
    @Nullable String disagreement,
    Map<String, BigDecimal> lengths,
    SourceLocation location) {

  /** Copies the map, order kept, so that a measured price never changes. */
  public MeasuredPrice {
    lengths = Collections.unmodifiableMap(new LinkedHashMap<>(lengths));
  }
}
