package dev.callsheet.sandbox.behavior;

/** How an error names the parameters it is about. */
public enum ErrorParameterForm {
  /** The first one, as a string. */
  FIRST,
  /** All of them, as a list of strings. */
  ALL
}
