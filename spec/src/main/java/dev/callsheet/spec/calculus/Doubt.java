package dev.callsheet.spec.calculus;

import java.util.Set;

/**
 * What cannot be relied on in a request because it is itself wrong. A statement that depends on it
 * is unknown, so that one mistake does not seem to break every rule around it.
 */
public interface Doubt {
  /** Everything can be relied on. */
  Doubt NONE = ofValues(Set.of());

  /** The values at these JSON pointers are in doubt. */
  static Doubt ofValues(Set<String> pointers) {
    return new Doubt() {
      @Override
      public boolean ofValue(Place place) {
        return !pointers.isEmpty() && pointers.contains(place.pointer());
      }

      @Override
      public boolean ofAnythingIn(Place place) {
        String inside = place.pointer() + "/";
        return pointers.stream().anyMatch(pointer -> pointer.startsWith(inside));
      }

      @Override
      public boolean ofAbsence(Place parent, String name) {
        return false;
      }
    };
  }

  /** Whether the value at a place is wrong. */
  boolean ofValue(Place place);

  /** Whether a value inside the one at a place is wrong. */
  boolean ofAnythingIn(Place place);

  /** Whether a member that is not there was probably meant to be. */
  boolean ofAbsence(Place parent, String name);
}
