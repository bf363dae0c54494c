package dev.callsheet.spec.price;

import dev.callsheet.runtime.Amount;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.logic.JsonNumbers;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a request in JSON gives, in the terms of {@link dev.callsheet.runtime.support.Quantity}: as
 * generated code takes it from typed requests, where {@code null} says that nothing is provided.
 */
final class GivenValues {
  private final ModelSpec model;
  private final JsonLocation task;

  GivenValues(ModelSpec model, JsonLocation task) {
    this.model = model;
    this.task = task;
  }

  /** The number at a path; the range of the parameter where the value is no number. */
  @Nullable Object number(ParameterPath path) {
    Object value = value(path);
    return value == null || value instanceof Amount
        ? value
        : AbsentValues.range(model, path).<Object>map(amount -> amount).orElse(value);
  }

  /** The value at a path, or all values at a path through lists. */
  @Nullable Object value(ParameterPath path) {
    List<JsonNode> found =
        task.resolve(path).stream()
            .map(JsonLocation::value)
            .filter(value -> !value.isNull())
            .toList();
    if (!path.leadsThroughLists()) {
      return found.isEmpty() ? null : plain(found.get(0));
    }
    List<Object> all = new ArrayList<>();
    for (JsonNode value : found) {
      if (plain(value) instanceof List<?> items) {
        all.addAll(items);
      } else {
        all.add(plain(value));
      }
    }
    return all.isEmpty() ? null : all;
  }

  private static Object plain(JsonNode value) {
    if (value.isString()) {
      return value.stringValue();
    }
    if (value.isArray()) {
      return value.valueStream().map(GivenValues::plain).toList();
    }
    if (value.isNumber()) {
      BigDecimal number = JsonNumbers.decimalValue(value);
      return JsonNumbers.isCalculable(number) ? Amount.exactly(number) : value;
    }
    return value;
  }
}
