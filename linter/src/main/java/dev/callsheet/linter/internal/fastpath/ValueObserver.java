package dev.callsheet.linter.internal.fastpath;

/** Records what a rule needs of the values at one place, while they are read. */
abstract class ValueObserver {
  /** A value begins, of whatever kind. */
  void onValue(ValidationState state) {}

  /** The value was a string. */
  void onString(ValidationState state, StringToken text) {}

  /** The value was a number. */
  void onNumber(ValidationState state, NumberToken number) {}

  /** The value was {@code true} or {@code false}. */
  void onBoolean(ValidationState state, boolean value) {}

  /** The value was {@code null}. */
  void onNull(ValidationState state) {}

  /** The value was a list of {@code items} items. */
  void onList(ValidationState state, long items) {}

  /** The value was an object. */
  void onObject(ValidationState state) {}
}
