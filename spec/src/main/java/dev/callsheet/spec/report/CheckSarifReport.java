package dev.callsheet.spec.report;

import dev.callsheet.spec.analysis.SpecFinding;
import dev.callsheet.spec.check.CheckResult;
import dev.callsheet.spec.check.Flaw;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.report.SarifLog.Related;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** For code hosts and editors: a SARIF log. */
public final class CheckSarifReport implements CheckReport {
  @Override
  public void write(List<CheckResult> results, Appendable out) throws IOException {
    List<SarifLog.Rule> rules = new ArrayList<>();
    rules.add(new SarifLog.Rule(Flaw.MISTAKE, "The spec cannot be read as it is written."));
    for (SpecFinding.Kind kind : SpecFinding.Kind.values()) {
      rules.add(new SarifLog.Rule(kind.id(), kind.meaning()));
    }
    List<SarifLog.Result> found = new ArrayList<>();
    for (CheckResult result : results) {
      result.flaws().forEach(flaw -> found.add(result(result.model(), flaw)));
    }
    out.append(new SarifLog(rules, found).json());
  }

  private static SarifLog.Result result(@Nullable ModelSpec model, Flaw flaw) {
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    if (model != null) {
      properties.put("model", JsonNodeFactory.instance.stringNode(model.id()));
      properties.put("subject", JsonNodeFactory.instance.stringNode(flaw.subject()));
    }
    JsonNode request = flaw.request();
    if (request != null) {
      properties.put("request", request);
    }
    return new SarifLog.Result(
        flaw.kind(),
        flaw.level().id(),
        flaw.message(),
        flaw.location(),
        flaw.causes().stream().map(c -> new Related(c.location(), c.sentence())).toList(),
        flaw.subject().isEmpty() ? flaw.message() : flaw.subject(),
        properties);
  }
}
