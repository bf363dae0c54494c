package dev.callsheet.sandbox.knob;

/** How an error names the parameters it is about. */
public enum ParameterForm {
  /** The first one, as a string. */
  FIRST,
  /** All of them, as a list of strings. */
  ALL
}
