package dev.callsheet.tests.differential;

import dev.callsheet.runtime.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/**
 * Something that a published schema lets pass and a spec does not, on purpose.
 *
 * @param id what to call it
 * @param rule the id of the rule that is broken, one of structure or of the model
 * @param at the places where it may be broken, as a regular expression of the whole JSON pointer
 * @param value the values that may break it, as a regular expression of the whole value
 * @param reason why the spec knows better
 */
record KnownDifference(String id, String rule, String at, String value, String reason) {

  /** All that there are. */
  static List<KnownDifference> all() {
    try (InputStream in =
        KnownDifference.class.getResourceAsStream("/published/differences.json")) {
      return JsonSchemas.JSON.readValue(Objects.requireNonNull(in), new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it is why a request is refused with this violation. */
  boolean explains(Violation violation, JsonNode request) {
    return violation.rule().equals(rule)
        && violation.pointer().matches(at)
        && request.at(violation.pointer()).asString().matches(value);
  }

  @Override
  public String toString() {
    return id;
  }
}
