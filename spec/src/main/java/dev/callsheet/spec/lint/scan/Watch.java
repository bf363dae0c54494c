package dev.callsheet.spec.lint.scan;

/** What a rule wants to know of one place; it is told of every value that passes there. */
abstract class Watch {
  /** A value begins, of whatever kind. */
  void arrive(State state) {}

  /** The value was a string. */
  void text(State state, Text text) {}

  /** The value was a number. */
  void number(State state, NumberToken number) {}

  /** The value was {@code true} or {@code false}. */
  void truth(State state, boolean value) {}

  /** The value was {@code null}. */
  void nothing(State state) {}

  /** The value was a list of so many items. */
  void list(State state, long items) {}

  /** The value was an object. */
  void object(State state) {}
}
