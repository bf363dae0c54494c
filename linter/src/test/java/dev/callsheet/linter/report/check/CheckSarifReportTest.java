package dev.callsheet.linter.report.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.analysis.CausingRule;
import dev.callsheet.spec.check.CheckFinding;
import dev.callsheet.spec.check.CheckResult;
import dev.callsheet.spec.source.SourceLocation;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the interchange format demands of a log, and what code hosts use of it. */
class CheckSarifReportTest {
  @Test
  void containsMessageLocationAndCauses() throws IOException {
    JsonNode result = run().at("/results/0");
    assertThat(result.path("level").asString()).isEqualTo("note");
    assertThat(result.at("/message/text").asString()).isEqualTo("It is dead.");
    assertThat(result.at("/locations/0/physicalLocation/region").toString())
        .isEqualTo("{\"startLine\":7,\"startColumn\":3}");
    assertThat(result.at("/relatedLocations/0/message/text").asString()).isEqualTo("Leave it out.");
    assertThat(result.at("/partialFingerprints/callsheet~1v1").asString()).hasSize(32);
  }

  @Test
  void linksEachResultToItsRule() throws IOException {
    JsonNode run = run();
    JsonNode result = run.at("/results/0");
    int index = result.path("ruleIndex").asInt();
    assertThat(run.at("/tool/driver/rules/" + index + "/id")).isEqualTo(result.path("ruleId"));
    assertThat(run.at("/tool/driver/rules"))
        .allSatisfy(rule -> assertThat(rule.at("/shortDescription/text").asString()).endsWith("."));
  }

  @Test
  void encodesFileNamesAsUris() throws IOException {
    assertThat(run().at("/results/0/locations/0/physicalLocation/artifactLocation/uri").asString())
        .isEqualTo("my%20specs/%C3%A9t%C3%A9.yaml");
  }

  private static JsonNode run() throws IOException {
    CheckFinding flaw =
        new CheckFinding(
            "dead-parameter",
            Severity.NOTE,
            "mask",
            "It is dead.",
            new SourceLocation("my specs/été.yaml", 7, 3),
            null,
            List.of(
                new CausingRule("no-mask", "Leave it out.", new SourceLocation("b.yaml", 1, 1))),
            null);
    StringBuilder out = new StringBuilder();
    CheckResult result = new CheckResult(null, List.of(flaw), List.of(), null);
    new CheckSarifReport().write(List.of(result), out);
    JsonNode log = JsonMapper.shared().readTree(out.toString());
    assertThat(log.path("version").asString()).isEqualTo("2.1.0");
    assertThat(log.path("runs")).hasSize(1);
    return log.at("/runs/0");
  }
}
