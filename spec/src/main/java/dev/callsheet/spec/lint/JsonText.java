package dev.callsheet.spec.lint;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A JSON value as read from a text.
 *
 * @param value itself; of members that are given twice, the last
 * @param spot where it and all that is inside stand
 * @param duplicates the members given twice
 */
record JsonText(JsonNode value, Spot spot, List<Duplicate> duplicates) {
  /** How deep objects and lists may be nested. */
  static final int MAX_DEPTH = 500;

  /** How long a number may be, in characters. */
  static final int MAX_NUMBER = 1000;

  /**
   * A member given again.
   *
   * @param pointer to it
   * @param first the offset of its key where it is first given
   * @param again the offset of its key where it is given again
   */
  record Duplicate(String pointer, int first, int again) {}
}
