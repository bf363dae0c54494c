package dev.callsheet.spec.report;

import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.lint.Finding;
import dev.callsheet.spec.lint.run.Unreadable;
import dev.callsheet.spec.repair.text.Replacement;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** For code hosts and editors: a SARIF log. */
public final class SarifReport implements Report {
  private final SarifLog log;
  private final RuleTexts rules;
  private final Fingerprints fingerprints = new Fingerprints();
  private final List<String> notices = new ArrayList<>();

  /** Writes to {@code out} what rules of these models are broken. */
  public SarifReport(Writer out, Catalogue catalogue) {
    this.log = new SarifLog(out);
    this.rules = new RuleTexts(catalogue);
  }

  @Override
  public void finding(Finding finding) {
    String model = finding.model();
    log.add(
        new SarifLog.Result(
            finding.rule(),
            finding.severity().name().toLowerCase(Locale.ROOT),
            finding.message(),
            new SarifLog.Region(finding.location(), null, finding.endColumn()),
            finding.pointer(),
            finding.related().stream()
                .map(other -> new SarifLog.Related(other.location(), other.pointer()))
                .toList(),
            fingerprints.of(finding),
            fixes(finding),
            model == null ? Map.of() : Map.of("model", model)));
  }

  @Override
  public void judged(String name, long requests) {}

  @Override
  public void unreadable(Unreadable input) {
    notices.add(input.toString());
  }

  /** The repairs that say all that is needed to carry them out. */
  private static List<SarifLog.Fix> fixes(Finding finding) {
    return finding.remedy().repairs().stream()
        .filter(repair -> !repair.replacements().isEmpty())
        .map(
            repair ->
                new SarifLog.Fix(
                    repair.description(),
                    repair.replacements().stream().map(SarifReport::edit).toList()))
        .toList();
  }

  private static SarifLog.Edit edit(Replacement replacement) {
    int endLine = replacement.end().line();
    int endColumn = replacement.end().column();
    return new SarifLog.Edit(
        new SarifLog.Region(replacement.begin(), endLine, endColumn), replacement.inserted());
  }

  @Override
  public void end(Summary summary) throws IOException {
    log.end(rules::of, notices);
  }
}
