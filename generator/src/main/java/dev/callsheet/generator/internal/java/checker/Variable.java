package dev.callsheet.generator.internal.java.checker;

/** A variable that the expressions of a checker may use, under the name that it always has. */
enum Variable {
  /** The request: a parameter of check methods. */
  REQUEST("request"),
  /** Which parameters the request provides, as bits: a parameter of check methods. */
  PRESENCE_BITS("provided"),
  /** The item of a list: the parameter of a lambda. */
  ITEM("each"),
  /** The item of a list inside that item: the parameter of a lambda in a lambda. */
  INNER_ITEM("inner");

  private final String variableName;

  Variable(String variableName) {
    this.variableName = variableName;
  }

  /** Its name in generated code. */
  String variableName() {
    return variableName;
  }
}
