package dev.callsheet.spec.check;

import dev.callsheet.spec.analysis.Cause;
import dev.callsheet.spec.analysis.SpecFinding;
import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.read.Problem;
import dev.callsheet.spec.source.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something that is wrong with a spec.
 *
 * @param kind the kind of an analysis' finding, or {@value #MISTAKE}
 * @param level how grave it is
 * @param subject the parameter, value, rule, mode or price it is about; empty for a mistake
 * @param message what is wrong, in a plain sentence
 * @param location where it stands
 * @param sourceLine the line it stands in; null where a message does without
 * @param causes the rules that bring it about, in the order of the spec
 * @param request a smallest request that shows it; null when none does
 */
public record Flaw(
    String kind,
    Level level,
    String subject,
    String message,
    Location location,
    @Nullable String sourceLine,
    List<Cause> causes,
    @Nullable JsonNode request) {

  /** The kind of everything that keeps a spec from being read. */
  public static final String MISTAKE = "mistake";

  /** Copies the list, so that a flaw never changes. */
  public Flaw {
    causes = List.copyOf(causes);
  }

  /** What keeps a spec from being read. */
  public static Flaw of(Problem problem) {
    return new Flaw(
        MISTAKE,
        Level.ERROR,
        "",
        problem.message(),
        problem.location(),
        problem.sourceLine(),
        List.of(),
        null);
  }

  static Flaw of(SpecFinding finding) {
    return new Flaw(
        finding.kind().id(),
        Level.of(finding.kind().severity()),
        finding.subject(),
        finding.message(),
        finding.location(),
        null,
        finding.causes(),
        finding.witness());
  }

  /** A finding under {@link Reading#DOCUMENTED} that the enforced rules do not have. */
  static Flaw ofPublished(SpecFinding finding) {
    return new Flaw(
        finding.kind().id(),
        Level.NOTE,
        finding.subject(),
        "In the published wording: " + finding.message(),
        finding.location(),
        null,
        finding.causes(),
        finding.witness());
  }
}
