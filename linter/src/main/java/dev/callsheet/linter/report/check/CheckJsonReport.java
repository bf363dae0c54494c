package dev.callsheet.linter.report.check;

import dev.callsheet.spec.analysis.AnalysisLimitation;
import dev.callsheet.spec.analysis.CausingRule;
import dev.callsheet.spec.analysis.ModeMatrix;
import dev.callsheet.spec.check.CheckFinding;
import dev.callsheet.spec.check.CheckResult;
import dev.callsheet.spec.model.LeftOut;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.source.SourceLocation;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** For programs: one JSON object with all flaws, what was not analysed, and the summary. */
public final class CheckJsonReport implements CheckReport {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Override
  public void write(List<CheckResult> results, Appendable out) throws IOException {
    ObjectNode report = MAPPER.createObjectNode();
    ArrayNode findings = report.putArray("findings");
    ArrayNode notAnalysed = report.putArray("notAnalysed");
    ArrayNode leftOut = MAPPER.createArrayNode();
    ObjectNode modes = MAPPER.createObjectNode();
    for (CheckResult result : results) {
      ModelSpec model = result.model();
      String id = model == null ? null : model.id();
      result.findings().forEach(flaw -> add(id, flaw, findings.addObject()));
      result.limitations().forEach(rest -> add(id, rest, notAnalysed.addObject()));
      if (model != null) {
        model.leftOut().forEach(each -> add(model.id(), each, leftOut.addObject()));
      }
      if (id != null && result.modes() != null) {
        add(result.modes(), modes.putObject(id));
      }
    }
    if (!leftOut.isEmpty()) {
      report.set("leftOut", leftOut);
    }
    if (!modes.isEmpty()) {
      report.set("modes", modes);
    }
    CheckSummary summary = CheckSummary.of(results);
    report
        .putObject("summary")
        .put("specs", summary.specs())
        .put("errors", summary.errors())
        .put("warnings", summary.warnings())
        .put("notes", summary.notes())
        .put("notAnalysed", summary.notAnalysed());
    out.append(MAPPER.writeValueAsString(report)).append('\n');
  }

  private static void add(@Nullable String model, CheckFinding flaw, ObjectNode json) {
    json.put("file", flaw.location().file())
        .put("rule", flaw.kind())
        .put("severity", flaw.level().id())
        .put("model", model)
        .put("subject", flaw.subject());
    add(flaw.location(), json);
    json.put("message", flaw.message());
    ArrayNode causes = json.putArray("causes");
    for (CausingRule cause : flaw.causes()) {
      ObjectNode object = causes.addObject().put("rule", cause.ruleId());
      object.put("file", cause.location().file());
      add(cause.location(), object);
      object.put("message", cause.description());
    }
    if (flaw.exampleRequest() != null) {
      json.set("request", flaw.exampleRequest());
    }
  }

  private static void add(@Nullable String model, AnalysisLimitation rest, ObjectNode json) {
    json.put("file", rest.location().file()).put("subject", rest.subject()).put("model", model);
    add(rest.location(), json);
    json.put("message", rest.reason());
  }

  private static void add(String model, LeftOut each, ObjectNode json) {
    json.put("file", each.location().file())
        .put("model", model)
        .put("kind", each.kind())
        .put("name", each.name());
    add(each.location(), json);
  }

  private static void add(ModeMatrix matrix, ObjectNode json) {
    matrix
        .byMode()
        .forEach(
            (mode, presences) -> {
              ObjectNode object = json.putObject(mode);
              presences.forEach((path, presence) -> object.put(path.toString(), presence.id()));
            });
  }

  private static void add(SourceLocation location, ObjectNode json) {
    json.put("line", location.line()).put("column", location.column());
  }
}
