package dev.callsheet.spec.report;

import dev.callsheet.spec.lint.Finding;
import dev.callsheet.spec.lint.LintResult;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** For programs: one JSON object with all findings and the summary. */
public final class JsonReport implements Report {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  @Override
  public void write(List<LintResult> results, Appendable out) throws IOException {
    ObjectNode report = MAPPER.createObjectNode();
    ArrayNode findings = report.putArray("findings");
    results.forEach(result -> result.findings().forEach(each -> add(each, findings)));
    Summary summary = Summary.of(results);
    report
        .putObject("summary")
        .put("files", summary.files())
        .put("requests", summary.requests())
        .put("errors", summary.errors())
        .put("warnings", summary.warnings());
    out.append(MAPPER.writeValueAsString(report)).append('\n');
  }

  private static void add(Finding finding, ArrayNode findings) {
    ObjectNode json =
        findings
            .addObject()
            .put("file", finding.location().file())
            .put("rule", finding.rule())
            .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
            .put("model", finding.model())
            .put("pointer", finding.pointer())
            .put("line", finding.location().line())
            .put("column", finding.location().column())
            .put("message", finding.message());
    ArrayNode related = json.putArray("related");
    for (Finding.Related other : finding.related()) {
      related
          .addObject()
          .put("pointer", other.pointer())
          .put("line", other.location().line())
          .put("column", other.location().column());
    }
    json.putArray("repairs");
  }
}
