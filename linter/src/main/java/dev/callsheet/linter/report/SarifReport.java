package dev.callsheet.linter.report;

import dev.callsheet.linter.UnreadableInput;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.internal.report.FindingFingerprints;
import dev.callsheet.linter.internal.report.SarifLogWriter;
import dev.callsheet.linter.repair.TextReplacement;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** For code hosts and editors: a SARIF log. */
public final class SarifReport implements LintReport {
  private final SarifLogWriter log;
  private final RuleDescriptions rules;
  private final FindingFingerprints fingerprints = new FindingFingerprints();
  private final List<String> notices = new ArrayList<>();

  /** Writes to {@code out} what rules of these models are broken. */
  public SarifReport(Writer out, ModelCatalogue catalogue) {
    this.log = new SarifLogWriter(out);
    this.rules = new RuleDescriptions(catalogue);
  }

  @Override
  public void writeFinding(Finding finding) {
    String model = finding.model();
    if (model != null) {
      rules.addModel(model);
    }
    log.add(
        new SarifLogWriter.Result(
            finding.rule(),
            finding.severity().id(),
            finding.message(),
            new SarifLogWriter.Region(finding.location(), null, finding.endColumn()),
            finding.pointer(),
            finding.related().stream()
                .map(other -> new SarifLogWriter.RelatedLocation(other.location(), other.pointer()))
                .toList(),
            fingerprints.fingerprint(finding),
            fixes(finding),
            model == null ? Map.of() : Map.of("model", model)));
  }

  @Override
  public void finishInput(String name, long requests) {}

  @Override
  public void writeUnreadable(UnreadableInput input) {
    notices.add(input.toString());
  }

  /** The repairs that say all that is needed to carry them out. */
  private static List<SarifLogWriter.Fix> fixes(Finding finding) {
    return finding.fixSuggestions().repairs().stream()
        .filter(repair -> !repair.replacements().isEmpty())
        .map(
            repair ->
                new SarifLogWriter.Fix(
                    repair.description(),
                    repair.replacements().stream().map(SarifReport::replacement).toList()))
        .toList();
  }

  private static SarifLogWriter.SarifReplacement replacement(TextReplacement replacement) {
    int endLine = replacement.end().line();
    int endColumn = replacement.end().column();
    return new SarifLogWriter.SarifReplacement(
        new SarifLogWriter.Region(replacement.start(), endLine, endColumn), replacement.newText());
  }

  @Override
  public void finish(LintSummary summary) throws IOException {
    log.finish(rules::of, notices);
  }
}
