package dev.callsheet.spec.logic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a path leads in a request.
 *
 * @param locations every value found, in the order of the request
 * @param isUncertain whether more might be found if what is wrong on the way were right
 */
record PathResolution(List<JsonLocation> locations, boolean isUncertain) {

  static PathResolution resolve(JsonLocation start, ParameterPath path, UnreliableValues doubt) {
    List<JsonLocation> reached = List.of(start);
    boolean obstructed = false;
    for (ParameterPath.Step step : path.steps()) {
      List<JsonLocation> next = new ArrayList<>();
      for (JsonLocation place : reached) {
        if (step instanceof ParameterPath.Step.Member member) {
          JsonLocation found = place.member(member.name());
          if (found != null) {
            next.add(found);
          } else {
            obstructed |= isAbsenceUncertain(place, member.name(), doubt);
          }
        } else if (place.value().isArray()) {
          next.addAll(place.items());
        } else {
          obstructed |= doubt.isUnreliable(place);
        }
      }
      reached = next;
    }
    return new PathResolution(reached, obstructed);
  }

  /** The one value found; null when there is none, or more than one. */
  @Nullable JsonLocation single() {
    return locations.size() == 1 ? locations.get(0) : null;
  }

  private static boolean isAbsenceUncertain(
      JsonLocation place, String name, UnreliableValues doubt) {
    return place.value().isObject()
        ? doubt.isAbsenceUnreliable(place, name)
        : doubt.isUnreliable(place);
  }
}
