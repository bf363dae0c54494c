package dev.callsheet.runtime.support;

import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.LengthUnit;
import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Requirement;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.runtime.internal.messages.NearestNumber;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The violations found so far. Adding gives the list to go on with, so that a check which finds
 * nothing shares one empty list and allocates nothing.
 */
public final class Violations {
  private static final Violations NONE = new Violations(List.of(), List.of(), Clock.systemUTC());

  private final List<Violation> violations;
  private final List<String> invalidPointers;
  private final Clock clock;

  private Violations(List<Violation> found, List<String> invalidPointers, Clock clock) {
    this.violations = found;
    this.invalidPointers = invalidPointers;
    this.clock = clock;
  }

  /** Nothing found yet. */
  public static Violations none() {
    return NONE;
  }

  /** Nothing found yet, on the date of a clock: it decides what is past its sunset. */
  public static Violations none(Clock clock) {
    return new Violations(new ArrayList<>(), new ArrayList<>(), clock);
  }

  /** With a broken rule. */
  public Violations with(RuleViolation breach) {
    return with(breach.toViolation(clock));
  }

  /** With a value that is not what it must be. */
  public Violations wrongValue(String pointer, Object value, Requirement requirement) {
    String found = MediaContent.found(value, requirement);
    return withInvalid(pointer, new Problem.WrongValue(value, requirement, null, found));
  }

  /** With a number that is none of those listed, if there are several with the nearest of them. */
  public Violations unlistedNumber(String pointer, Number value, Requirement.OneOf listed) {
    List<Number> numbers =
        listed.values().stream().filter(Number.class::isInstance).map(Number.class::cast).toList();
    @Nullable Number nearest =
        numbers.size() < 2
            ? null
            : NearestNumber.in(numbers, Values.decimal(value), Values::decimal).orElse(null);
    return withInvalid(pointer, new Problem.WrongValue(value, listed, nearest));
  }

  /** With a text that has too few or too many characters. */
  public Violations wrongLength(String pointer, String text, int minimum, int maximum) {
    return wrongLength(pointer, text, LengthUnit.CODE_POINTS, minimum, maximum);
  }

  /** With a text that is too short or too long, in a unit. */
  public Violations wrongLength(
      String pointer, String text, LengthUnit unit, int minimum, int maximum) {
    return withInvalid(
        pointer, new Problem.WrongLength(unit.lengthOf(text), minimum, maximum, unit));
  }

  /** With a list that has too few or too many items. */
  public Violations wrongItemCount(String pointer, List<?> list, int minimum, int maximum) {
    return withInvalid(pointer, new Problem.WrongItemCount(list.size(), minimum, maximum));
  }

  /** With an object that has too few or too many members. */
  public Violations wrongMemberCount(
      String pointer, Map<String, ?> object, int minimum, int maximum) {
    return withInvalid(pointer, new Problem.WrongMemberCount(object.size(), minimum, maximum));
  }

  /**
   * With a parameter that is not there and must be.
   *
   * @param parent pointer to what it belongs to
   */
  public Violations missingParameter(
      String parent, String name, Requirement.Description requirement) {
    Problem.Structural problem = new Problem.MissingParameter(name, requirement);
    return with(new Violation(Severity.ERROR, parent, problem));
  }

  /** With a warning for each parameter that is newer than the spec, or misspelt. */
  public Violations unknownParameters(String parent, Map<String, @Nullable Object> additional) {
    if (additional.isEmpty()) {
      return this;
    }
    Violations all = this;
    for (String name : additional.keySet()) {
      String pointer = parent + "/" + JsonPointer.escape(name);
      all = all.with(new Violation(Severity.WARNING, pointer, new Problem.UnrecognizedParameter()));
    }
    return all;
  }

  /**
   * Whether a value is not itself wrong, so that a rule can rely on it. One that breaks a rule
   * together with others is reliable: it may break the next one as well.
   *
   * @param pointer to it; {@code *} stands for any item
   */
  public boolean isReliable(String pointer) {
    for (String invalid : invalidPointers) {
      if (isAt(invalid, pointer)) {
        return false;
      }
    }
    return true;
  }

  /** All of them, in the order found; the same list whenever there are none. */
  public List<Violation> toList() {
    return violations.isEmpty() ? List.of() : List.copyOf(violations);
  }

  private static boolean isAt(String place, String pointer) {
    if (pointer.indexOf('*') < 0) {
      return place.equals(pointer);
    }
    String[] steps = place.split("/", -1);
    String[] wanted = pointer.split("/", -1);
    for (int i = 0; i < wanted.length; i++) {
      if (i >= steps.length || !(wanted[i].equals("*") || wanted[i].equals(steps[i]))) {
        return false;
      }
    }
    return steps.length == wanted.length;
  }

  private Violations withInvalid(String pointer, Problem.Structural problem) {
    Violations longer = with(new Violation(Severity.ERROR, pointer, problem));
    longer.invalidPointers.add(pointer);
    return longer;
  }

  private Violations with(Violation violation) {
    Violations longer = this == NONE ? none(clock) : this;
    longer.violations.add(violation);
    return longer;
  }
}
