package dev.callsheet.linter.report.check;

import dev.callsheet.linter.internal.report.FindingFingerprints;
import dev.callsheet.linter.internal.report.SarifLogWriter;
import dev.callsheet.linter.internal.report.SarifLogWriter.RelatedLocation;
import dev.callsheet.spec.check.CheckFinding;
import dev.callsheet.spec.check.CheckResult;
import dev.callsheet.spec.model.ModelSpec;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** For code hosts and editors: a SARIF log. */
public final class CheckSarifReport implements CheckReport {
  private static final String HELP =
      "`callsheet check` shows the rules that bring it about; docs/check.md explains what it"
          + " finds.";

  @Override
  public void write(List<CheckResult> results, Appendable out) throws IOException {
    StringWriter written = new StringWriter();
    SarifLogWriter log = new SarifLogWriter(written);
    for (CheckResult result : results) {
      result.findings().forEach(flaw -> log.add(result(result.model(), flaw)));
    }
    log.finish(CheckSarifReport::rule, List.of());
    out.append(written.toString());
  }

  private static SarifLogWriter.RuleDescriptor rule(String id) {
    String meaning = CheckFinding.meaning(id);
    return new SarifLogWriter.RuleDescriptor(id, meaning, meaning, HELP, "error");
  }

  private static SarifLogWriter.Result result(@Nullable ModelSpec model, CheckFinding flaw) {
    Map<String, Object> properties = new LinkedHashMap<>();
    if (model != null) {
      properties.put("model", model.id());
      properties.put("subject", flaw.subject());
    }
    if (flaw.exampleRequest() != null) {
      properties.put("request", flaw.exampleRequest());
    }
    String subject = flaw.subject().isEmpty() ? flaw.message() : flaw.subject();
    return new SarifLogWriter.Result(
        flaw.kind(),
        flaw.level().id(),
        flaw.message(),
        SarifLogWriter.Region.from(flaw.location()),
        null,
        flaw.causes().stream()
            .map(c -> new RelatedLocation(c.location(), c.description()))
            .toList(),
        FindingFingerprints.fingerprint(flaw.kind(), flaw.location().file(), subject),
        List.of(),
        properties);
  }
}
