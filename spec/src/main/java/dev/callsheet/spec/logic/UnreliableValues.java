package dev.callsheet.spec.logic;

import java.util.Set;

/**
 * The values of a request that are wrong themselves. Formulas that depend on them are {@link
 * TruthValue#UNKNOWN}, so that one wrong value is not reported again by every rule that names it.
 */
public interface UnreliableValues {
  /** No value is unreliable. */
  UnreliableValues NONE = atPointers(Set.of());

  /** The values at these JSON pointers (RFC 6901) are unreliable. */
  static UnreliableValues atPointers(Set<String> pointers) {
    return new UnreliableValues() {
      @Override
      public boolean areNone() {
        return pointers.isEmpty();
      }

      @Override
      public boolean isUnreliable(JsonLocation location) {
        return !pointers.isEmpty() && pointers.contains(location.pointer());
      }

      @Override
      public boolean containsUnreliable(JsonLocation location) {
        String inside = location.pointer() + "/";
        return pointers.stream().anyMatch(pointer -> pointer.startsWith(inside));
      }

      @Override
      public boolean isAbsenceUnreliable(JsonLocation parent, String name) {
        return false;
      }
    };
  }

  /** Whether all values can be relied on; where that is not easily known, false. */
  default boolean areNone() {
    return false;
  }

  /** Whether the value at a location is wrong. */
  boolean isUnreliable(JsonLocation location);

  /** Whether a value inside the one at a location is wrong. */
  boolean containsUnreliable(JsonLocation location);

  /** Whether a missing member was probably intended, such as one whose name is misspelt. */
  boolean isAbsenceUnreliable(JsonLocation parent, String name);
}
