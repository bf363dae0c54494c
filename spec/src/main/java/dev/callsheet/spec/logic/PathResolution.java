package dev.callsheet.spec.logic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values that a path leads to in a request.
 *
 * @param locations every value found, in the order of the request
 * @param isUncertain whether there might be more if the unreliable values on the way were right
 */
record PathResolution(List<JsonLocation> locations, boolean isUncertain) {

  static PathResolution resolve(
      JsonLocation start, ParameterPath path, UnreliableValues unreliable) {
    List<JsonLocation> reached = List.of(start);
    boolean uncertain = false;
    for (ParameterPath.Step step : path.steps()) {
      List<JsonLocation> next = new ArrayList<>();
      for (JsonLocation location : reached) {
        if (step instanceof ParameterPath.Step.Member member) {
          JsonLocation found = location.member(member.name());
          if (found != null) {
            next.add(found);
          } else {
            uncertain |= isAbsenceUncertain(location, member.name(), unreliable);
          }
        } else if (location.value().isArray()) {
          next.addAll(location.items());
        } else {
          uncertain |= unreliable.isUnreliable(location);
        }
      }
      reached = next;
    }
    return new PathResolution(reached, uncertain);
  }

  /** The one value found; null when there is none, or more than one. */
  @Nullable JsonLocation single() {
    return locations.size() == 1 ? locations.get(0) : null;
  }

  private static boolean isAbsenceUncertain(
      JsonLocation location, String name, UnreliableValues unreliable) {
    return location.value().isObject()
        ? unreliable.isAbsenceUnreliable(location, name)
        : unreliable.isUnreliable(location);
  }
}
