package dev.callsheet.spec.analysis;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.source.SourceLocation;
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
 * @param exampleRequest a smallest request that shows it, where one exists; null otherwise
 */
public record AnalysisFinding(
    Kind kind,
    String subject,
    String message,
    SourceLocation location,
    List<CausingRule> causes,
    @Nullable JsonNode exampleRequest) {

  /** The sorts of flaw, by the names they have in the literature on constrained interfaces. */
  public enum Kind {
    /** No request at all is valid. */
    INCONSISTENT("No request at all is valid."),
    /** No valid request provides the parameter. */
    DEAD_PARAMETER("No valid request provides the parameter."),
    /** No valid request gives the parameter this value. */
    DEAD_VALUE("No valid request gives the parameter this value."),
    /** Whatever has the form has another form, too. */
    DEAD_FORM("No value has only this form of its parameter."),
    /** Declared optional, yet every valid request provides it. */
    FALSE_OPTIONAL("The parameter is declared optional, yet every valid request provides it."),
    /** The other rules imply it. */
    REDUNDANT_RULE("The other rules imply this one."),
    /** Its condition never holds. */
    DEAD_RULE("The condition of the rule never holds."),
    /** No valid request is of this mode. */
    DEAD_MODE("No valid request is of this mode."),
    /** A valid request can be of both modes. */
    OVERLAPPING_MODES("A valid request can be of both modes."),
    /** A valid request can be of no mode. */
    UNCOVERED_REQUESTS("A valid request can be of no mode."),
    /** No valid request has this price. */
    DEAD_PRICE("No valid request has this price."),
    /** A valid request can have both prices. */
    OVERLAPPING_PRICES("A valid request can have both prices."),
    /** A valid request can have no price. */
    UNPRICED_REQUESTS("A valid request can have no price."),
    /** Neither is it proved nor is there a counterexample, and the solver gave up. */
    UNDECIDED("Whether the spec has a flaw here takes too long to decide.");

    private final String meaning;

    Kind(String meaning) {
      this.meaning = meaning;
    }

    /** What a finding of this kind means, in one sentence. */
    public String meaning() {
      return meaning;
    }

    /** The name in reports, such as {@code dead-parameter}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A superfluous rule and an open question are warnings, all else is an error. */
    public Severity severity() {
      return switch (this) {
        case REDUNDANT_RULE, DEAD_RULE, UNDECIDED -> Severity.WARNING;
        default -> Severity.ERROR;
      };
    }
  }

  /**
   * A finding that rules bring about.
   *
   * @param statement the flaw, without a full stop; the causes are added
   * @param verb what the causes do in the plural, such as {@code exclude it}
   */
  static AnalysisFinding causedBy(
      Causes causes,
      String verb,
      Kind kind,
      String subject,
      String statement,
      SourceLocation location) {
    String message = statement + ": " + CauseDescription.of(causes.rules(), verb) + ".";
    return new AnalysisFinding(
        kind,
        subject,
        causes.isSmallest() ? message : message + " Fewer rules may do so, too.",
        location,
        causes.rules(),
        null);
  }

  /**
   * A question that was given up.
   *
   * @param statement what may hold or not, without a full stop
   */
  static AnalysisFinding undecided(String subject, String statement, SourceLocation location) {
    String message =
        "Undecided: \"%s\" takes more than the solver tries (%,d steps a question, %,d a spec)."
            .formatted(
                statement, SolverBudget.CONFLICTS_PER_QUESTION, SolverBudget.CONFLICTS_PER_SPEC);
    return new AnalysisFinding(Kind.UNDECIDED, subject, message, location, List.of(), null);
  }

  /** Copies the list, so that a finding never changes. */
  public AnalysisFinding {
    causes = List.copyOf(causes);
  }
}
