package dev.callsheet.spec.calculus;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a path leads in a request.
 *
 * @param places every value found, in the order of the request
 * @param obstructed whether more might be found if what is wrong on the way were right
 */
record Walk(List<Place> places, boolean obstructed) {

  static Walk from(Place start, Path path, Doubt doubt) {
    List<Place> reached = List.of(start);
    boolean obstructed = false;
    for (Path.Step step : path.steps()) {
      List<Place> next = new ArrayList<>();
      for (Place place : reached) {
        if (step instanceof Path.Step.Member member) {
          Place found = place.member(member.name());
          if (found != null) {
            next.add(found);
          } else {
            obstructed |= missing(place, member.name(), doubt);
          }
        } else if (place.value().isArray()) {
          next.addAll(place.items());
        } else {
          obstructed |= doubt.ofValue(place);
        }
      }
      reached = next;
    }
    return new Walk(reached, obstructed);
  }

  /** The one value found; null when there is none, or more than one. */
  @Nullable Place only() {
    return places.size() == 1 ? places.get(0) : null;
  }

  private static boolean missing(Place place, String name, Doubt doubt) {
    return place.value().isObject() ? doubt.ofAbsence(place, name) : doubt.ofValue(place);
  }
}
