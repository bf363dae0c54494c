package dev.callsheet.spec.diff;

import dev.callsheet.spec.analysis.ScopedFormula;
import dev.callsheet.spec.source.SourceLocation;

/**
 * Something that one spec demands of the requests of another.
 *
 * @param kind what sort of demand
 * @param subject a parameter's path, or a rule's id
 * @param location where it stands
 * @param met holds in the requests that meet it
 * @param isFormula whether {@code met} says all of it; if not, it may be broken only where {@code
 *     met} does not hold, and need not be
 */
record Demand(
    Kind kind, String subject, SourceLocation location, ScopedFormula met, boolean isFormula) {
  /** The sorts of demands. */
  enum Kind {
    /** The parameter must not be there. */
    ABSENT,
    /** The parameter must be there. */
    PRESENT,
    /** The parameter must have a value of some. */
    VALUE,
    /** A rule must be kept. */
    RULE
  }

  /** A demand that a formula says. */
  Demand(Kind kind, String subject, SourceLocation location, ScopedFormula met) {
    this(kind, subject, location, met, true);
  }

  /** Holds where it is broken, or may be. */
  ScopedFormula broken() {
    return met.negated();
  }
}
