package dev.callsheet.spec.analysis;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A set of values of one parameter that no fragment of the spec tells apart.
 *
 * @param kind what the values are
 * @param representative one of the values; for an object or a list an empty one, to be filled
 * @param itemCount how many items the representative is to have; 0 unless it is a list
 * @param listed whether it is a single value that the spec lists, reported when no request has it
 */
record ValueClass(Kind kind, JsonNode representative, int itemCount, boolean listed) {
  /** What the values of a class are. */
  enum Kind {
    /** Strings, numbers, booleans or null. */
    VALUE,
    /** Objects. */
    OBJECT,
    /** Lists with {@link ValueClass#itemCount} items. */
    LIST,
    /** Values of which none could be constructed, such as those of a complicated pattern. */
    UNKNOWN
  }

  static ValueClass unlisted(JsonNode representative) {
    return new ValueClass(Kind.VALUE, representative, 0, false);
  }

  static ValueClass listed(JsonNode representative) {
    return new ValueClass(Kind.VALUE, representative, 0, true);
  }

  /** A name for people: the value itself, or null where it has none. */
  @Nullable String label() {
    return listed ? representative.toString() : null;
  }
}
