package dev.callsheet.spec.report;

import dev.callsheet.spec.analysis.SpecFinding;
import dev.callsheet.spec.check.CheckResult;
import dev.callsheet.spec.check.Flaw;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.report.SarifLog.Related;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** For code hosts and editors: a SARIF log. */
public final class CheckSarifReport implements CheckReport {
  private static final String HELP =
      "`callsheet check` shows the rules that bring it about; docs/check.md explains what it finds.";

  @Override
  public void write(List<CheckResult> results, Appendable out) throws IOException {
    StringWriter written = new StringWriter();
    SarifLog log = new SarifLog(written);
    for (CheckResult result : results) {
      result.flaws().forEach(flaw -> log.add(result(result.model(), flaw)));
    }
    log.end(CheckSarifReport::rule, List.of());
    out.append(written.toString());
  }

  private static SarifLog.Rule rule(String id) {
    String meaning =
        Arrays.stream(SpecFinding.Kind.values())
            .filter(kind -> kind.id().equals(id))
            .map(SpecFinding.Kind::meaning)
            .findFirst()
            .orElse("The spec cannot be read as it is written.");
    return new SarifLog.Rule(id, meaning, meaning, HELP, "error");
  }

  private static SarifLog.Result result(@Nullable ModelSpec model, Flaw flaw) {
    Map<String, Object> properties = new LinkedHashMap<>();
    if (model != null) {
      properties.put("model", model.id());
      properties.put("subject", flaw.subject());
    }
    if (flaw.request() != null) {
      properties.put("request", flaw.request());
    }
    String subject = flaw.subject().isEmpty() ? flaw.message() : flaw.subject();
    return new SarifLog.Result(
        flaw.kind(),
        flaw.level().id(),
        flaw.message(),
        SarifLog.Region.from(flaw.location()),
        null,
        flaw.causes().stream().map(c -> new Related(c.location(), c.sentence())).toList(),
        Fingerprints.of(flaw.kind(), flaw.location().file(), subject),
        List.of(),
        properties);
  }
}
