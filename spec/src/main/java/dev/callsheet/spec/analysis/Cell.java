package dev.callsheet.spec.analysis;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A set of values of one parameter that no fragment of the spec tells apart.
 *
 * @param kind what its values look like
 * @param witness one of its values; for an object or a list an empty one, to be filled
 * @param items how many items the witness is to have; 0 unless it is a list
 * @param choice whether the cell is one of the values a spec lists, and so worth a report when dead
 */
record Cell(Kind kind, JsonNode witness, int items, boolean choice) {
  /** What the values of a cell look like. */
  enum Kind {
    VALUE,
    OBJECT,
    LIST,
    /** There are values, but none could be constructed (a pattern). */
    UNKNOWN
  }

  static Cell value(JsonNode witness) {
    return new Cell(Kind.VALUE, witness, 0, false);
  }

  static Cell choice(JsonNode witness) {
    return new Cell(Kind.VALUE, witness, 0, true);
  }

  /** A name for people: the value itself, or null where it has none. */
  @Nullable String label() {
    return choice ? witness.toString() : null;
  }
}
