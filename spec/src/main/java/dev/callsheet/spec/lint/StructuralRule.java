package dev.callsheet.spec.lint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The rules that no spec has to write, because they hold for every request. */
public enum StructuralRule {
  /** A parameter that the model does not have. */
  UNKNOWN_PARAMETER(true),
  /** A required parameter that is not there. */
  MISSING_PARAMETER(false),
  /** A value of another type than its parameter's. */
  WRONG_TYPE(false),
  /** A number below its minimum, above its maximum or between its steps. */
  OUT_OF_RANGE(false),
  /** A text that is too short or too long. */
  WRONG_LENGTH(false),
  /** A value that is not one of those allowed. */
  NOT_ALLOWED_VALUE(false),
  /** A text that is no UUID, URI, media input or whatever it has to be. */
  WRONG_FORMAT(false),
  /** A list that is too long. */
  TOO_MANY_ITEMS(false),
  /** A list that is too short. */
  TOO_FEW_ITEMS(false),
  /** A name that stands twice in one object. */
  DUPLICATE_KEY(true),
  /** A text that is not JSON. */
  MALFORMED_JSON(false),
  /** A task that is wrong, and too large to say where. */
  TOO_LARGE(false),
  /** A model that the catalogue does not have. */
  UNKNOWN_MODEL(false),
  /** An API key in a request. */
  SECRET_IN_REQUEST(false);

  private final boolean aboutKey;

  StructuralRule(boolean aboutKey) {
    this.aboutKey = aboutKey;
  }

  /** The rule of that id, if it is a structural one. */
  public static Optional<StructuralRule> of(String id) {
    return Arrays.stream(values()).filter(rule -> rule.id().equals(id)).findFirst();
  }

  /** The id in findings, such as {@code unknown-parameter}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the mistake is a key, rather than the value under it. */
  boolean isAboutKey() {
    return aboutKey;
  }
}
