package dev.callsheet.generator.internal.java.stagedbuilder;

import dev.callsheet.generator.internal.java.type.JavaType.RecordType;
import dev.callsheet.generator.internal.java.type.RecordProperty;
import dev.callsheet.spec.analysis.ModeProfile;
import dev.callsheet.spec.analysis.Presence;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is left to set of a request once all that its mode requires is given.
 *
 * @param settledPaths what is given
 */
record RemainingProperties(ModeProfile profile, Set<ParameterPath> settledPaths) {
  /** Whether nothing of it can be set. */
  boolean isUnavailable(RecordProperty property) {
    if (settledPaths.contains(property.parameter().path()) || isForbidden(property)) {
      return true;
    }
    return property.type() instanceof RecordType part
        && !part.properties().isEmpty()
        && part.properties().stream().allMatch(this::isUnavailable);
  }

  /** Whether some of its parts can be set and some not. */
  boolean isPartlyAvailable(RecordProperty property) {
    return property.type() instanceof RecordType part
        && !isUnavailable(property)
        && part.properties().stream()
            .anyMatch(inner -> isUnavailable(inner) || isPartlyAvailable(inner));
  }

  /** Whether it can be set with all its parts. */
  boolean isWhollyAvailable(RecordProperty property) {
    return !isUnavailable(property) && !isPartlyAvailable(property);
  }

  /** The outermost parameters that a request of the mode may not have. */
  List<ParameterPath> forbidden(RecordType owner) {
    List<ParameterPath> forbidden = new ArrayList<>();
    for (RecordProperty property : owner.properties()) {
      if (isForbidden(property)) {
        forbidden.add(property.parameter().path());
      } else if (property.type() instanceof RecordType part) {
        forbidden.addAll(forbidden(part));
      }
    }
    return forbidden;
  }

  /** Whether a request of the mode may not have it, or nothing of what is inside. */
  boolean isForbiddenAsAWhole(RecordProperty property) {
    return isForbidden(property)
        || (property.type() instanceof RecordType part
            && !part.properties().isEmpty()
            && part.properties().stream().allMatch(this::isForbiddenAsAWhole));
  }

  private boolean isForbidden(RecordProperty property) {
    return profile.presences().get(property.parameter().path()) == Presence.FORBIDDEN;
  }
}
