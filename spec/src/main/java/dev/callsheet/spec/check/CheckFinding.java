package dev.callsheet.spec.check;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.analysis.AnalysisFinding;
import dev.callsheet.spec.analysis.CausingRule;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.parser.SpecProblem;
import dev.callsheet.spec.source.SourceLocation;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A problem or a flaw of a spec.
 *
 * @param kind the kind of an analysis finding, {@value #MEASURED_PRICE}, {@value #FAILED_TEST},
 *     {@value #PROPOSED_RULE} or {@value #SPEC_ERROR}
 * @param level its severity
 * @param subject the parameter, value, rule, mode or price it is about; empty for a problem that
 *     keeps the spec from being parsed
 * @param message what is wrong, in a plain sentence
 * @param location where it stands
 * @param sourceLine the line of it; null where a message is shown without one
 * @param causes the rules that bring it about, in the order of the spec
 * @param exampleRequest a smallest request that shows it; null when none does
 */
public record CheckFinding(
    String kind,
    Severity level,
    String subject,
    String message,
    SourceLocation location,
    @Nullable String sourceLine,
    List<CausingRule> causes,
    @Nullable JsonNode exampleRequest) {

  /** The kind of everything where the price list disagrees with what a platform charged. */
  public static final String MEASURED_PRICE = "measured-price";

  /** The kind of every test in a spec that fails. */
  public static final String FAILED_TEST = "failed-test";

  /** The kind of everything that keeps a spec from being parsed. */
  public static final String SPEC_ERROR = "spec-error";

  /** The kind of every rule that was proposed and is not confirmed. */
  public static final String PROPOSED_RULE = "proposed-rule";

  /** Copies the list, so that a finding never changes. */
  public CheckFinding {
    causes = List.copyOf(causes);
  }

  /** What findings of a kind mean, in one sentence. */
  public static String meaning(String kind) {
    return switch (kind) {
      case SPEC_ERROR -> "The spec cannot be read as it is written.";
      case MEASURED_PRICE -> "The price list and what the platform says that it charged disagree.";
      case FAILED_TEST -> "A test in the spec fails.";
      case PROPOSED_RULE -> "The rule was made of a sentence, and nobody has confirmed it.";
      default ->
          Arrays.stream(AnalysisFinding.Kind.values())
              .filter(each -> each.id().equals(kind))
              .map(AnalysisFinding.Kind::meaning)
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException(kind));
    };
  }

  /** A problem that keeps a spec from being parsed. */
  public static CheckFinding of(SpecProblem problem) {
    return new CheckFinding(
        SPEC_ERROR,
        Severity.ERROR,
        "",
        problem.message(),
        problem.location(),
        problem.sourceLine(),
        List.of(),
        null);
  }

  /**
   * A rule that nobody has confirmed.
   *
   * @param sentence that it was made of
   */
  static CheckFinding ofProposal(Rule rule, String sentence) {
    return new CheckFinding(
        PROPOSED_RULE,
        Severity.WARNING,
        rule.id(),
        "The rule '"
            + rule.id()
            + "' is proposed by an import, and warns only: \""
            + sentence
            + "\". Confirm it by removing the line `proposed`, or remove the rule.",
        rule.location(),
        null,
        List.of(),
        null);
  }

  static CheckFinding of(AnalysisFinding finding) {
    return new CheckFinding(
        finding.kind().id(),
        finding.kind().severity(),
        finding.subject(),
        finding.message(),
        finding.location(),
        null,
        finding.causes(),
        finding.exampleRequest());
  }

  /** A finding under {@link RuleInterpretation#DOCUMENTED} that the enforced rules do not have. */
  static CheckFinding ofDocumented(AnalysisFinding finding) {
    return new CheckFinding(
        finding.kind().id(),
        Severity.NOTE,
        finding.subject(),
        "In the published wording: " + finding.message(),
        finding.location(),
        null,
        finding.causes(),
        finding.exampleRequest());
  }
}
