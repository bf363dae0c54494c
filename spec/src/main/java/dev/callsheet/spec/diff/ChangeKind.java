package dev.callsheet.spec.diff;

import java.util.Locale;

/** The sorts of changes, with whether one breaks callers. */
public enum ChangeKind {
  /** The model has another identifier. */
  MODEL_RENAMED(true),
  /** There is no such model any more. */
  MODEL_REMOVED(true),
  /** A model is new. */
  MODEL_ADDED(false),
  /** A parameter is not accepted any more. */
  PARAMETER_REMOVED(true),
  /** A parameter is there that was not. */
  PARAMETER_ADDED(false),
  /** A parameter has to be provided that could be left out. */
  PARAMETER_REQUIRED(true),
  /** A parameter may be left out that had to be provided. */
  PARAMETER_OPTIONAL(false),
  /** A parameter may not have some values any more. */
  VALUES_NARROWED(true),
  /** A parameter may have more values. */
  VALUES_WIDENED(false),
  /** A rule is new, and forbids some requests that were valid. */
  RULE_ADDED(true),
  /** A rule is gone, and some requests are valid that were not. */
  RULE_REMOVED(false),
  /** A rule forbids some requests that were valid. */
  RULE_TIGHTENED(true),
  /** A rule allows some requests that were not valid. */
  RULE_LOOSENED(false),
  /** Something that is accepted has a warning that it did not have. */
  WARNING_ADDED(false),
  /** A parameter that is not provided counts as something else. */
  DEFAULT_CHANGED(false),
  /** Some requests cost more. */
  PRICE_RAISED(true),
  /** Some requests cost less. */
  PRICE_LOWERED(false),
  /** Prices are in another currency. */
  CURRENCY_CHANGED(true),
  /** There is a price list where there was none. */
  PRICES_ADDED(false),
  /** There is no price list any more. */
  PRICES_REMOVED(false),
  /** A mode is new. */
  MODE_ADDED(false),
  /** A mode is gone; its requests are as valid as the rules say. */
  MODE_REMOVED(false),
  /** Some requests are of another mode. */
  MODE_CHANGED(false),
  /** A result has a field that it did not have. */
  RESPONSE_FIELD_ADDED(false),
  /** A result lacks a field that it had. */
  RESPONSE_FIELD_REMOVED(true),
  /** A result may lack a field that it always had. */
  RESPONSE_FIELD_OPTIONAL(true),
  /** A field of a result is of another type. */
  RESPONSE_TYPE_CHANGED(true),
  /** A field of a result may have a value that it did not have. */
  RESPONSE_VALUE_ADDED(false),
  /** A field of a result lacks a value that it could have. */
  RESPONSE_VALUE_REMOVED(true),
  /** The generated classes are in a package of another name. */
  JAVA_PACKAGE_CHANGED(true),
  /** A generated class is gone. */
  JAVA_TYPE_REMOVED(true),
  /** A method or a constant of a generated class is gone, or of another type. */
  JAVA_MEMBER_REMOVED(true);

  private final boolean breaking;

  ChangeKind(boolean breaking) {
    this.breaking = breaking;
  }

  /** Whether a caller that was right may fail, or pay more. */
  public boolean isBreaking() {
    return breaking;
  }

  /** The name in reports, such as {@code values-narrowed}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
