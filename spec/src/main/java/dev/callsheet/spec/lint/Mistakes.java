package dev.callsheet.spec.lint;

import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.calculus.Doubt;
import dev.callsheet.spec.calculus.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What was found wrong in a task so far. Values that are wrong, and members that were meant but
 * misspelt, are in doubt for the rules that come after.
 */
final class Mistakes implements Doubt {
  private final List<Violation> violations = new ArrayList<>();
  private final Set<String> wrong = new HashSet<>();
  private final Set<String> meant = new HashSet<>();

  /** The value at a place is not what it must be. */
  void wrongValue(StructuralRule rule, Place place, String message) {
    wrong.add(place.pointer());
    add(rule, place.pointer(), message);
  }

  /** A member is not there that must be. */
  void missing(Place parent, String message) {
    add(StructuralRule.MISSING_PARAMETER, parent.pointer(), message);
  }

  /** A member is there that nobody knows. */
  void unknown(Place place, String message) {
    add(StructuralRule.UNKNOWN_PARAMETER, place.pointer(), message);
  }

  /** A member was probably meant by one that nobody knows. */
  void meant(String pointer) {
    meant.add(pointer);
  }

  /** A rule between parameters is broken. */
  void broken(Violation violation) {
    violations.add(violation);
  }

  /** Takes over what another found. */
  void addAll(Mistakes other) {
    violations.addAll(other.violations);
    wrong.addAll(other.wrong);
    meant.addAll(other.meant);
  }

  /** How many there are. */
  int count() {
    return violations.size();
  }

  /** All of them, in the order found. */
  List<Violation> violations() {
    return List.copyOf(violations);
  }

  @Override
  public boolean ofValue(Place place) {
    return !wrong.isEmpty() && wrong.contains(place.pointer());
  }

  @Override
  public boolean ofAnythingIn(Place place) {
    String inside = place.pointer() + "/";
    return wrong.stream().anyMatch(pointer -> pointer.startsWith(inside));
  }

  @Override
  public boolean ofAbsence(Place parent, String name) {
    return !meant.isEmpty() && meant.contains(parent.pointer() + "/" + name);
  }

  private void add(StructuralRule rule, String pointer, String message) {
    violations.add(new Violation(rule.id(), Severity.ERROR, pointer, message, List.of()));
  }
}
