package dev.callsheet.importer.internal.condition;

import dev.callsheet.spec.source.SourceLocation;

/** A constraint that the spec language cannot say. */
public final class UnliftableException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient SourceLocation location;

  /**
   * Says what cannot be said.
   *
   * @param reason what is in the way: the end of a sentence, such as {@code `propertyNames` has no
   *     counterpart}
   */
  public UnliftableException(SourceLocation location, String reason) {
    super(reason, null, false, false);
    this.location = location;
  }

  /** Where it stands. */
  public SourceLocation location() {
    return location;
  }

  /** What is in the way. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
