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
    JsonLocation at = start;
    for (ParameterPath.Step step : path.steps()) {
      String name = step.memberName();
      if (name == null) {
        return resolveWithLists(start, path, unreliable);
      }
      JsonLocation member = at.member(name);
      if (member == null) {
        return new PathResolution(List.of(), isAbsenceUncertain(at, name, unreliable));
      }
      at = member;
    }
    return new PathResolution(List.of(at), false);
  }

  private static PathResolution resolveWithLists(
      JsonLocation start, ParameterPath path, UnreliableValues unreliable) {
    List<JsonLocation> reached = List.of(start);
    boolean uncertain = false;
    for (ParameterPath.Step step : path.steps()) {
      List<JsonLocation> next = new ArrayList<>();
      for (JsonLocation location : reached) {
        uncertain |=
            step.fold(
                name -> addMember(location, name, unreliable, next),
                () -> addItems(location, unreliable, next));
      }
      reached = next;
    }
    return new PathResolution(reached, uncertain);
  }

  /** Adds a member where there is one; returns whether its absence is uncertain. */
  private static boolean addMember(
      JsonLocation location, String name, UnreliableValues unreliable, List<JsonLocation> found) {
    JsonLocation member = location.member(name);
    if (member != null) {
      found.add(member);
      return false;
    }
    return isAbsenceUncertain(location, name, unreliable);
  }

  private static boolean isAbsenceUncertain(
      JsonLocation location, String name, UnreliableValues unreliable) {
    return location.value().isObject()
        ? unreliable.isAbsenceUnreliable(location, name)
        : unreliable.isUnreliable(location);
  }

  /** Adds the items of a list; returns whether it is uncertain that there are no others. */
  private static boolean addItems(
      JsonLocation location, UnreliableValues unreliable, List<JsonLocation> found) {
    found.addAll(location.items());
    return !location.value().isArray() && unreliable.isUnreliable(location);
  }

  /** The one value found; null when there is none, or more than one. */
  @Nullable JsonLocation single() {
    return locations.size() == 1 ? locations.get(0) : null;
  }
}
