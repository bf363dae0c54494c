package dev.callsheet.runtime.support;

import dev.callsheet.runtime.internal.messages.DisplayText;

/** A request in JSON holds what a generated class cannot: where, and what it is. */
final class JsonInputException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String path;
  private final String problem;

  /**
   * A problem of a value.
   *
   * @param path to the value, such as {@code inputs.frameImages[0]}; empty for what is read itself
   */
  JsonInputException(String path, String problem) {
    super(path.isEmpty() ? problem : DisplayText.quotedName(path) + ": " + problem);
    this.path = path;
    this.problem = problem;
  }

  /**
   * The same problem, seen from the object or list that the value stands in.
   *
   * @param step a name, or an index in brackets
   */
  static JsonInputException within(String step, IllegalArgumentException problem) {
    return problem instanceof JsonInputException inner
        ? new JsonInputException(joined(step, inner.path), inner.problem)
        : new JsonInputException(step, String.valueOf(problem.getMessage()));
  }

  private static String joined(String step, String path) {
    return path.isEmpty() || path.startsWith("[") ? step + path : step + "." + path;
  }
}
