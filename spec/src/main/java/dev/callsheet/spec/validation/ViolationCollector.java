package dev.callsheet.spec.validation;

import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.logic.UnreliableValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Collects the violations of a task. Values that are wrong, and members that are probably meant by
 * misspelt ones, are unreliable for the rules, which are validated afterwards.
 */
public final class ViolationCollector implements UnreliableValues {
  private static final int EXPECTED_INVALID_VALUES = 2;

  private final List<Violation> violations = new ArrayList<>();
  private final Set<String> invalidPointers = new HashSet<>();
  private final Set<String> intendedPointers = new HashSet<>();

  /** The values at the invalid pointers; one that is none of these need not have its own told. */
  private final Set<JsonNode> invalidValues =
      Collections.newSetFromMap(new IdentityHashMap<>(EXPECTED_INVALID_VALUES));

  /** The last steps of the intended pointers, likewise. */
  private final Set<String> intendedSteps = new HashSet<>();

  /** Adds that the value at a location is wrong. */
  public void addInvalidValue(JsonLocation location, Problem.Structural problem) {
    invalidPointers.add(location.pointer());
    invalidValues.add(location.value());
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
    intendedSteps.add(pointer.substring(pointer.lastIndexOf('/') + 1));
  }

  /** Adds that a rule is violated. */
  void addRuleViolation(Violation violation) {
    violations.add(violation);
  }

  /** Adds everything that another collected. */
  void addAll(ViolationCollector other) {
    violations.addAll(other.violations);
    invalidPointers.addAll(other.invalidPointers);
    invalidValues.addAll(other.invalidValues);
    intendedPointers.addAll(other.intendedPointers);
    intendedSteps.addAll(other.intendedSteps);
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
    return invalidValues.contains(location.value()) && invalidPointers.contains(location.pointer());
  }

  @Override
  public boolean containsUnreliable(JsonLocation location) {
    String inside = location.pointer() + "/";
    return invalidPointers.stream().anyMatch(pointer -> pointer.startsWith(inside));
  }

  @Override
  public boolean isAbsenceUnreliable(JsonLocation parent, String name) {
    String step = JsonPointer.escape(name);
    return intendedSteps.contains(step) && intendedPointers.contains(parent.pointer() + "/" + step);
  }

  private void add(JsonLocation location, Problem.Structural problem) {
    violations.add(new Violation(Severity.ERROR, location.pointer(), problem));
  }
}
