package dev.callsheet.spec.logic;

import java.util.Set;

/**
 * What cannot be relied on in a request because it is itself wrong. A statement that depends on it
 * is unknown, so that one mistake does not seem to break every rule around it.
 */
public interface UnreliableValues {
  /** Everything can be relied on. */
  UnreliableValues NONE = atPointers(Set.of());

  /** The values at these JSON pointers are in doubt. */
  static UnreliableValues atPointers(Set<String> pointers) {
    return new UnreliableValues() {
      @Override
      public boolean isUnreliable(JsonLocation place) {
        return !pointers.isEmpty() && pointers.contains(place.pointer());
      }

      @Override
      public boolean containsUnreliable(JsonLocation place) {
        String inside = place.pointer() + "/";
        return pointers.stream().anyMatch(pointer -> pointer.startsWith(inside));
      }

      @Override
      public boolean isAbsenceUnreliable(JsonLocation parent, String name) {
        return false;
      }
    };
  }

  /** Whether the value at a place is wrong. */
  boolean isUnreliable(JsonLocation place);

  /** Whether a value inside the one at a place is wrong. */
  boolean containsUnreliable(JsonLocation place);

  /** Whether a member that is not there was probably meant to be. */
  boolean isAbsenceUnreliable(JsonLocation parent, String name);
}
