package dev.callsheet.generator.java.entry;

import dev.callsheet.generator.java.type.JavaType.Structure;
import dev.callsheet.generator.java.type.Property;
import dev.callsheet.spec.analysis.ModeProfile;
import dev.callsheet.spec.analysis.Presence;
import dev.callsheet.spec.calculus.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is left to set of a request once all that its mode requires is given.
 *
 * @param settled what is given
 */
record Remainder(ModeProfile profile, Set<Path> settled) {
  /** Whether nothing of it can be set. */
  boolean isGone(Property property) {
    if (settled.contains(property.parameter().path()) || isForbidden(property)) {
      return true;
    }
    return property.type() instanceof Structure part
        && !part.properties().isEmpty()
        && part.properties().stream().allMatch(this::isGone);
  }

  /** Whether some of its parts can be set and some not. */
  boolean isNarrowed(Property property) {
    return property.type() instanceof Structure part
        && !isGone(property)
        && part.properties().stream().anyMatch(inner -> isGone(inner) || isNarrowed(inner));
  }

  /** The outermost parameters that a request of the mode may not have. */
  List<Path> forbidden(Structure owner) {
    List<Path> forbidden = new ArrayList<>();
    for (Property property : owner.properties()) {
      if (isForbidden(property)) {
        forbidden.add(property.parameter().path());
      } else if (property.type() instanceof Structure part) {
        forbidden.addAll(forbidden(part));
      }
    }
    return forbidden;
  }

  private boolean isForbidden(Property property) {
    return profile.presences().get(property.parameter().path()) == Presence.FORBIDDEN;
  }
}
