package dev.callsheet.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * A JSON pointer (RFC 6901): the names of members and the indices of items on the way from one JSON
 * value to a value inside it. {@link Violation#pointer()} is the text of one.
 *
 * @param steps from the outside in, not escaped; empty for the outermost value itself
 */
public record JsonPointer(List<String> steps) {
  /** Leads to the outermost value itself. */
  public static final JsonPointer ROOT = new JsonPointer(List.of());

  /** Copies the list, so that a pointer never changes. */
  public JsonPointer {
    steps = List.copyOf(steps);
  }

  /**
   * Reads a pointer's text, such as {@code /inputs/elements/0/id}.
   *
   * @throws IllegalArgumentException when it does not begin with a slash, or has a {@code ~} that
   *     is followed by neither {@code 0} nor {@code 1}
   */
  public static JsonPointer parse(String text) {
    if (text.isEmpty()) {
      return ROOT;
    }
    if (text.charAt(0) != '/') {
      throw new IllegalArgumentException("a JSON pointer begins with a slash: " + text);
    }
    List<String> steps = new ArrayList<>();
    for (String step : text.substring(1).split("/", -1)) {
      steps.add(unescape(step));
    }
    return new JsonPointer(steps);
  }

  /**
   * A step as it is written in a pointer's text: {@code ~} as {@code ~0}, {@code /} as {@code ~1}.
   */
  public static String escape(String step) {
    return step.indexOf('~') < 0 && step.indexOf('/') < 0
        ? step
        : step.replace("~", "~0").replace("/", "~1");
  }

  /**
   * The index of an item that a step is: {@code 0}, or digits of which the first is not {@code 0}.
   *
   * @return -1 when the step is no such index, or more than an {@code int} can hold
   */
  public static int indexOf(String step) {
    boolean digits = !step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || step.length() > 10 || (step.length() > 1 && step.charAt(0) == '0')) {
      return -1;
    }
    long index = Long.parseLong(step);
    return index <= Integer.MAX_VALUE ? (int) index : -1;
  }

  public boolean isRoot() {
    return steps.isEmpty();
  }

  /** Without its last step; a root has no parent. */
  public JsonPointer parent() {
    if (isRoot()) {
      throw new IllegalStateException("the outermost value has no parent");
    }
    return prefix(steps.size() - 1);
  }

  /** Its last step; a root has none. */
  public String last() {
    if (isRoot()) {
      throw new IllegalStateException("the pointer to the outermost value has no steps");
    }
    return steps.get(steps.size() - 1);
  }

  /** To the member of that name. */
  public JsonPointer child(String name) {
    List<String> longer = new ArrayList<>(steps);
    longer.add(name);
    return new JsonPointer(longer);
  }

  /** To the item with that index. */
  public JsonPointer child(int index) {
    return child(Integer.toString(index));
  }

  /** Its first steps. */
  public JsonPointer prefix(int count) {
    return new JsonPointer(steps.subList(0, count));
  }

  /** Without its first steps: the pointer from the value that those lead to. */
  public JsonPointer withoutPrefix(int count) {
    return new JsonPointer(steps.subList(count, steps.size()));
  }

  /** With another step at a depth, which is counted from 0. */
  public JsonPointer withStep(int depth, String step) {
    List<String> changed = new ArrayList<>(steps);
    changed.set(depth, step);
    return new JsonPointer(changed);
  }

  /** Whether the other leads into, or to, what this leads to. */
  public boolean isPrefixOf(JsonPointer other) {
    return other.steps.size() >= steps.size() && other.steps.subList(0, steps.size()).equals(steps);
  }

  /** Whether one of the two leads into, or to, what the other leads to. */
  public boolean overlaps(JsonPointer other) {
    return isPrefixOf(other) || other.isPrefixOf(this);
  }

  /** The way as people write it, such as {@code inputs.elements[0].id}; empty for the root. */
  public String path() {
    StringBuilder path = new StringBuilder();
    for (String step : steps) {
      if (indexOf(step) >= 0) {
        path.append('[').append(step).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step);
      }
    }
    return path.toString();
  }

  /** Its text, as {@link #parse} reads it. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    steps.forEach(step -> text.append('/').append(escape(step)));
    return text.toString();
  }

  private static String unescape(String step) {
    if (step.indexOf('~') < 0) {
      return step;
    }
    String unescaped = step.replace("~1", "/").replace("~0", "~");
    if (!escape(unescaped).equals(step)) {
      throw new IllegalArgumentException("a ~ in a JSON pointer is followed by 0 or 1: " + step);
    }
    return unescaped;
  }
}
