package dev.callsheet.spec.analysis;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A set of values of one parameter that no fragment of the spec tells apart.
 *
 * @param kind what its values look like
 * @param representative one of its values; for an object or a list an empty one, to be filled
 * @param itemCount how many items the witness is to have; 0 unless it is a list
 * @param listed whether the cell is one of the values a spec lists, and so worth a report when dead
 */
record ValueClass(Kind kind, JsonNode representative, int itemCount, boolean listed) {
  /** What the values of a cell look like. */
  enum Kind {
    VALUE,
    OBJECT,
    LIST,
    /** There are values, but none could be constructed (a pattern). */
    UNKNOWN
  }

  static ValueClass unlisted(JsonNode witness) {
    return new ValueClass(Kind.VALUE, witness, 0, false);
  }

  static ValueClass listed(JsonNode witness) {
    return new ValueClass(Kind.VALUE, witness, 0, true);
  }

  /** A name for people: the value itself, or null where it has none. */
  @Nullable String label() {
    return listed ? representative.toString() : null;
  }
}
