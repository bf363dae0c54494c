package dev.callsheet.spec.logic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** JSON values in a form whose {@code equals} is JSON Schema's: numbers are equal by value. */
final class CanonicalValue {
  private CanonicalValue() {}

  static Object of(JsonNode value) {
    if (value.isNumber()) {
      return JsonNumbers.decimalValue(value).stripTrailingZeros();
    }
    if (value.isString()) {
      return value.stringValue();
    }
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    if (value.isArray()) {
      return value.values().stream().map(CanonicalValue::of).toList();
    }
    if (value.isObject()) {
      Map<String, Object> members = new HashMap<>();
      value.properties().forEach(member -> members.put(member.getKey(), of(member.getValue())));
      return members;
    }
    return value.isNull() ? Optional.empty() : List.of(value);
  }
}
