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
 * Collects the violations of a task. Values that are wrong, and members that are probably meant by
 * misspelt ones, are unreliable for the rules, which are validated afterwards.
 */
public final class ViolationCollector implements UnreliableValues {
  private final List<Violation> violations = new ArrayList<>();
  private final Set<String> invalidPointers = new HashSet<>();
  private final Set<String> intendedPointers = new HashSet<>();

  /** Adds that the value at a location is wrong. */
  public void addInvalidValue(JsonLocation location, Problem.Structural problem) {
    invalidPointers.add(location.pointer());
    add(location, problem);
  }

  /** Adds that a required member is missing. */
  public void addMissingParameter(JsonLocation parent, Problem.MissingParameter problem) {
    add(parent, problem);
  }

  /** Adds that there is a member that the model does not have, perhaps meant as another. */
  void addUnknownParameter(JsonLocation location, @Nullable String suggestion) {
    add(location, new Problem.UnknownParameter(suggestion));
  }

  /** Marks a member as probably meant by an unknown one. */
  void markAsIntended(String pointer) {
    intendedPointers.add(pointer);
  }

  /** Adds that a rule is violated. */
  void addRuleViolation(Violation violation) {
    violations.add(violation);
  }

  /** Adds everything that another collected. */
  void addAll(ViolationCollector other) {
    violations.addAll(other.violations);
    invalidPointers.addAll(other.invalidPointers);
    intendedPointers.addAll(other.intendedPointers);
  }

  /** The number of violations. */
  int count() {
    return violations.size();
  }

  /** All of them, in the order found. */
  public List<Violation> violations() {
    return List.copyOf(violations);
  }

  @Override
  public boolean areNone() {
    return invalidPointers.isEmpty() && intendedPointers.isEmpty();
  }

  @Override
  public boolean isUnreliable(JsonLocation location) {
    return !invalidPointers.isEmpty() && invalidPointers.contains(location.pointer());
  }

  @Override
  public boolean containsUnreliable(JsonLocation location) {
    String inside = location.pointer() + "/";
    return invalidPointers.stream().anyMatch(pointer -> pointer.startsWith(inside));
  }

  @Override
  public boolean isAbsenceUnreliable(JsonLocation parent, String name) {
    return !intendedPointers.isEmpty()
        && intendedPointers.contains(parent.pointer() + "/" + JsonPointer.escape(name));
  }

  private void add(JsonLocation location, Problem.Structural problem) {
    violations.add(new Violation(Severity.ERROR, location.pointer(), problem));
  }
}
