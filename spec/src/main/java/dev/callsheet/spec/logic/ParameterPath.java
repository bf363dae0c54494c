package dev.callsheet.spec.logic;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    /** What one of two functions makes of it: of the name of a member, or of {@code []}. */
    <R extends @Nullable Object> R fold(Function<String, R> member, Supplier<R> eachItem);

    /** The name of the member; null for {@code []}. */
    @Nullable String memberName();

    /** Into the member of an object. */
    record Member(String name) implements Step {
      @Override
      public <R extends @Nullable Object> R fold(Function<String, R> member, Supplier<R> eachItem) {
        return member.apply(name);
      }

      @Override
      public String memberName() {
        return name;
      }
    }

    /** Into every item of a list. */
    enum EachItem implements Step {
      INSTANCE;

      @Override
      public <R extends @Nullable Object> R fold(Function<String, R> member, Supplier<R> eachItem) {
        return eachItem.get();
      }

      @Override
      public @Nullable String memberName() {
        return null;
      }
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
    return subPath(0, steps.size() - 1);
  }

  /** Whether the other leads into, or to, what this leads to. */
  public boolean isPrefixOf(ParameterPath other) {
    int last = steps.size() - 1;
    if (other.steps.size() <= last) {
      return false;
    }
    // From the end: paths that are compared often begin alike.
    for (int i = last; i >= 0; i--) {
      if (!Objects.equals(steps.get(i).memberName(), other.steps.get(i).memberName())) {
        return false;
      }
    }
    return true;
  }

  /** Whether one of the two leads into, or to, what the other leads to. */
  public boolean overlaps(ParameterPath other) {
    return isPrefixOf(other) || other.isPrefixOf(this);
  }

  /** The rest of the path, read from where a prefix of it leads to. */
  public ParameterPath withoutPrefix(ParameterPath prefix) {
    return subPath(prefix.steps.size(), steps.size());
  }

  /** The path up to its first {@code []}: the outermost list that it leads through. */
  public ParameterPath beforeFirstList() {
    return subPath(0, steps.indexOf(Step.EachItem.INSTANCE));
  }

  /** What follows the first {@code []}, read from an item of that list. */
  public ParameterPath afterFirstList() {
    return subPath(steps.indexOf(Step.EachItem.INSTANCE) + 1, steps.size());
  }

  /** The path up to its last {@code []}: the innermost list that it leads through. */
  public ParameterPath beforeLastList() {
    return subPath(0, steps.lastIndexOf(Step.EachItem.INSTANCE));
  }

  /** What follows the last {@code []}, read from an item of that list. */
  public ParameterPath afterLastList() {
    return subPath(steps.lastIndexOf(Step.EachItem.INSTANCE) + 1, steps.size());
  }

  /** The names of the members on the way, {@code []} steps left out. */
  public List<String> memberNames() {
    return steps.stream()
        .flatMap(step -> step.<Stream<String>>fold(Stream::of, Stream::empty))
        .toList();
  }

  /** The last member's name, {@code []} steps left out; empty for the root. */
  public String lastName() {
    List<String> names = memberNames();
    return names.isEmpty() ? "" : names.get(names.size() - 1);
  }

  private ParameterPath subPath(int from, int to) {
    return new ParameterPath(steps.subList(from, to));
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
      text.append(step.fold(name -> text.isEmpty() ? name : "." + name, () -> "[]"));
    }
    return text.toString();
  }
}
