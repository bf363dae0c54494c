package dev.callsheet.spec.validation;

import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.logic.UnreliableValues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was found wrong in a task so far. Values that are wrong, and members that were meant but
 * misspelt, are in doubt for the rules that come after.
 */
public final class ViolationCollector implements UnreliableValues {
  private final List<Violation> violations = new ArrayList<>();
  private final Set<String> invalidPointers = new HashSet<>();
  private final Set<String> intendedPointers = new HashSet<>();

  /** The value at a place is not what it must be. */
  public void addInvalidValue(JsonLocation place, Problem.Structural problem) {
    invalidPointers.add(place.pointer());
    add(place, problem);
  }

  /** A member is not there that must be. */
  public void addMissingParameter(JsonLocation parent, Problem.MissingParameter problem) {
    add(parent, problem);
  }

  /** A member is there that the model does not have, perhaps meant as another. */
  void addUnknownParameter(JsonLocation place, @Nullable String suggestion) {
    add(place, new Problem.UnknownParameter(suggestion));
  }

  /** A member was probably meant by one that nobody knows. */
  void markAsIntended(String pointer) {
    intendedPointers.add(pointer);
  }

  /** A rule between parameters is broken. */
  void addRuleViolation(Violation violation) {
    violations.add(violation);
  }

  /** Takes over what another found. */
  void addAll(ViolationCollector other) {
    violations.addAll(other.violations);
    invalidPointers.addAll(other.invalidPointers);
    intendedPointers.addAll(other.intendedPointers);
  }

  /** How many there are. */
  int count() {
    return violations.size();
  }

  /** All of them, in the order found. */
  public List<Violation> violations() {
    return List.copyOf(violations);
  }

  @Override
  public boolean isUnreliable(JsonLocation place) {
    return !invalidPointers.isEmpty() && invalidPointers.contains(place.pointer());
  }

  @Override
  public boolean containsUnreliable(JsonLocation place) {
    String inside = place.pointer() + "/";
    return invalidPointers.stream().anyMatch(pointer -> pointer.startsWith(inside));
  }

  @Override
  public boolean isAbsenceUnreliable(JsonLocation parent, String name) {
    return !intendedPointers.isEmpty()
        && intendedPointers.contains(parent.pointer() + "/" + JsonPointer.escape(name));
  }

  private void add(JsonLocation place, Problem.Structural problem) {
    violations.add(new Violation(Severity.ERROR, place.pointer(), problem));
  }
}
