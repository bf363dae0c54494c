package dev.callsheet.linter.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.linter.Linter;
import dev.callsheet.linter.finding.LintResult;
import dev.callsheet.linter.report.ReportFormat.TextStyle;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {
  private static final Linter LINTER =
      new Linter(ModelCatalogue.bundled(), RuleInterpretation.ENFORCED);

  @Test
  void holdsEveryFindingAndTheSummary() {
    String edit =
        """
        [{
          "taskType": "videoInference", "model": "klingai:kling-video@o3-pro",
          "taskUUID": "7f6b2a10-9d3c-4e58-8a41-2b6c1d0e9f73", "positivePrompt": "At night",
          "inputs": {
            "video": "41053fb2-e7c2-4ba4-b4cd-ce0d546e079c"
          },
          "duration": 8
        }]
        """;
    String expected =
        """
        {"findings": [
           {"file": "a.json", "rule": "video-sets-duration", "severity": "error",
            "model": "klingai:kling-video@o3-pro", "pointer": "/0/duration", "line": 7, "column": 3,
            "message": "An edit is as long as its `inputs.video`, so leave out `duration`.",
            "related": [{"pointer": "/0/inputs/video", "line": 5, "column": 5}],
            "repairs": [{"description": "remove `duration`",
              "patch": [{"op": "remove", "path": "/0/duration"}]}]}],
         "summary": {"files": 1, "requests": 1, "errors": 1, "warnings": 0, "notes": 0}}
        """;
    StringWriter written = new StringWriter();
    report(new JsonReport(written), edit);
    JsonMapper mapper = JsonMapper.shared();
    assertThat(mapper.readTree(written.toString())).isEqualTo(mapper.readTree(expected));
  }

  @Test
  void textReportIsColouredOnlyWhenAsked() {
    StringWriter plain = new StringWriter();
    StringWriter coloured = new StringWriter();
    report(new TextReport(plain, new TextStyle(false, true, true)), "{");
    report(new TextReport(coloured, new TextStyle(true, true, true)), "{");
    assertThat(plain.toString()).doesNotContain("\u001b");
    assertThat(coloured.toString().replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain.toString());
    assertThat(coloured.toString()).contains("\u001b[1;31merror\u001b[0m");
  }

  private static void report(LintReport report, String text) {
    LintResult result = LINTER.lint("a.json", text.getBytes(StandardCharsets.UTF_8));
    ReportingSink reporting = new ReportingSink(List.of(report));
    result.findings().forEach(reporting::onFinding);
    reporting.onInputLinted("a.json", result.requests());
    reporting.finish();
  }
}
