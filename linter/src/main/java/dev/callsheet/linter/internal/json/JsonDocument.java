package dev.callsheet.linter.internal.json;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A JSON value as read from a text.
 *
 * @param value itself; of members that are given twice, the last
 * @param positions where it and all that is inside stand
 * @param duplicates the members given twice
 */
public record JsonDocument(
    JsonNode value, SourcePositions positions, List<DuplicateKey> duplicates) {
  /** How deep objects and lists may be nested. */
  static final int MAX_DEPTH = 500;

  /** How long a number may be, in characters. */
  static final int MAX_NUMBER_LENGTH = 1000;

  /**
   * A member given again.
   *
   * @param pointer to it
   * @param firstOffset the offset of its key where it is first given
   * @param repeatedOffset the offset of its key where it is given again
   */
  public record DuplicateKey(String pointer, int firstOffset, int repeatedOffset) {}
}
