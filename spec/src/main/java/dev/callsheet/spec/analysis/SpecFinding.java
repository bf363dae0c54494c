package dev.callsheet.spec.analysis;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.source.Location;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A flaw of a spec, proved.
 *
 * @param kind what sort of flaw
 * @param subject the parameter, value, rule, mode or price it is about
 * @param message the flaw in a plain sentence
 * @param location where the subject stands
 * @param causes a smallest set of rules that brings it about; empty when none is needed
 * @param witness a smallest request that shows it, where one exists; null otherwise
 */
public record SpecFinding(
    Kind kind,
    String subject,
    String message,
    Location location,
    List<Cause> causes,
    @Nullable JsonNode witness) {

  /** The sorts of flaw, by the names they have in the literature on constrained interfaces. */
  public enum Kind {
    /** No request at all is valid. */
    INCONSISTENT,
    /** No valid request provides the parameter. */
    DEAD_PARAMETER,
    /** No valid request gives the parameter this value. */
    DEAD_VALUE,
    /** Declared optional, yet every valid request provides it. */
    FALSE_OPTIONAL,
    /** The other rules imply it. */
    REDUNDANT_RULE,
    /** Its condition never holds. */
    DEAD_RULE,
    /** No valid request is of this mode. */
    DEAD_MODE,
    /** A valid request can be of both modes. */
    OVERLAPPING_MODES,
    /** A valid request can be of no mode. */
    UNCOVERED_REQUESTS,
    /** No valid request has this price. */
    DEAD_PRICE,
    /** A valid request can have both prices. */
    OVERLAPPING_PRICES,
    /** A valid request can have no price. */
    UNPRICED_REQUESTS;

    /** The name in reports, such as {@code dead-parameter}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How grave: what makes a rule superfluous is a warning, all else an error. */
    public Severity severity() {
      return switch (this) {
        case REDUNDANT_RULE, DEAD_RULE -> Severity.WARNING;
        default -> Severity.ERROR;
      };
    }
  }

  /** Copies the list, so that a finding never changes. */
  public SpecFinding {
    causes = List.copyOf(causes);
  }
}
