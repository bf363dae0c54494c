package dev.callsheet.spec.logic;

import java.util.ArrayList;
import java.util.List;

/**
 * The path of a parameter in a task, written {@code inputs.elements[].images}: names joined by
 * dots, {@code []} for every item of a list.
 *
 * @param steps from the outside in; empty for the task itself
 */
public record ParameterPath(List<Step> steps) implements Comparable<ParameterPath> {
  /** The task itself. */
  public static final ParameterPath ROOT = new ParameterPath(List.of());

  /** One step of a path. */
  public sealed interface Step {
    /** Into the member of an object. */
    record Member(String name) implements Step {}

    /** Into every item of a list. */
    enum EachItem implements Step {
      INSTANCE
    }
  }

  /** Copies the list, so that a path never changes. */
  public ParameterPath {
    steps = List.copyOf(steps);
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException when a name between two dots is missing
   */
  public static ParameterPath parse(String text) {
    if (text.isEmpty()) {
      return ROOT;
    }
    List<Step> steps = new ArrayList<>();
    for (String part : text.split("\\.", -1)) {
      String name = part;
      int items = 0;
      while (name.endsWith("[]")) {
        name = name.substring(0, name.length() - 2);
        items++;
      }
      if (name.isEmpty()) {
        throw new IllegalArgumentException("a name is missing in the path '" + text + "'");
      }
      steps.add(new Step.Member(name));
      for (int i = 0; i < items; i++) {
        steps.add(Step.EachItem.INSTANCE);
      }
    }
    return new ParameterPath(steps);
  }

  /** The member {@code name} of what this path leads to. */
  public ParameterPath member(String name) {
    return append(new Step.Member(name));
  }

  /** Every item of the list this path leads to. */
  public ParameterPath eachItem() {
    return append(Step.EachItem.INSTANCE);
  }

  /** {@code tail}, read from where this path leads to. */
  public ParameterPath resolve(ParameterPath tail) {
    List<Step> joined = new ArrayList<>(steps);
    joined.addAll(tail.steps);
    return new ParameterPath(joined);
  }

  /** Whether the path leads to the task itself. */
  public boolean isRoot() {
    return steps.isEmpty();
  }

  /** Whether a step of the path is {@code []}: every item of a list. */
  public boolean leadsThroughLists() {
    return steps.contains(Step.EachItem.INSTANCE);
  }

  /** The path without its last step; a root has no parent. */
  public ParameterPath parent() {
    if (steps.isEmpty()) {
      throw new IllegalStateException("the task itself has no parent");
    }
    return new ParameterPath(steps.subList(0, steps.size() - 1));
  }

  /** The last member's name, {@code []} steps left out; empty for the root. */
  public String lastName() {
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i) instanceof Step.Member member) {
        return member.name();
      }
    }
    return "";
  }

  private ParameterPath append(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new ParameterPath(longer);
  }

  @Override
  public int compareTo(ParameterPath other) {
    return toString().compareTo(other.toString());
  }

  /** The written form, as {@link #parse} reads it. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      if (step instanceof Step.Member member) {
        if (!text.isEmpty()) {
          text.append('.');
        }
        text.append(member.name());
      } else {
        text.append("[]");
      }
    }
    return text.toString();
  }
}
