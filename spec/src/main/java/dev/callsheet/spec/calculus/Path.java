package dev.callsheet.spec.calculus;

import java.util.ArrayList;
import java.util.List;

/**
 * The place of a parameter in a task, written {@code inputs.elements[].images}: names joined by
 * dots, {@code []} for every item of a list.
 *
 * @param steps from the outside in; empty for the task itself
 */
public record Path(List<Step> steps) implements Comparable<Path> {
  /** The task itself. */
  public static final Path ROOT = new Path(List.of());

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
  public Path {
    steps = List.copyOf(steps);
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException when a name between two dots is missing
   */
  public static Path parse(String text) {
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
    return new Path(steps);
  }

  /** The member {@code name} of what this path leads to. */
  public Path member(String name) {
    return append(new Step.Member(name));
  }

  /** Every item of the list this path leads to. */
  public Path eachItem() {
    return append(Step.EachItem.INSTANCE);
  }

  /** {@code tail}, read from where this path leads to. */
  public Path then(Path tail) {
    List<Step> joined = new ArrayList<>(steps);
    joined.addAll(tail.steps);
    return new Path(joined);
  }

  /** Whether the path leads to the task itself. */
  public boolean isRoot() {
    return steps.isEmpty();
  }

  /** The path without its last step; a root has no parent. */
  public Path parent() {
    if (steps.isEmpty()) {
      throw new IllegalStateException("the task itself has no parent");
    }
    return new Path(steps.subList(0, steps.size() - 1));
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

  private Path append(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new Path(longer);
  }

  @Override
  public int compareTo(Path other) {
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
