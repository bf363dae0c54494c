package dev.callsheet.linter.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.linter.Linter;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A name of earlier days is a warning, which is repaired by the name of today. */
class LegacyNameRepairTest {
  private static final Linter LINTER =
      new Linter(ModelCatalogue.bundled(), RuleInterpretation.ENFORCED);

  private static List<Finding> findings(String task) {
    String request =
        """
        {
          "taskUUID": "8d2a3c7e-4f7b-4c57-8f3d-0a9b1c2d3e4f",
          %s
        }
        """
            .formatted(task);
    return LINTER.lint("a.json", request.getBytes(StandardCharsets.UTF_8)).findings();
  }

  private static void assertIsWarningWithRepair(Finding finding, String message, String repair) {
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.message()).isEqualTo(message);
    assertThat(finding.fixSuggestions().repairs())
        .extracting(Repair::description)
        .containsExactly(repair);
  }

  @Test
  void aParameterThatHasMovedIsMoved() {
    List<Finding> findings =
        findings(
            """
            "taskType": "imageInference", "model": "runware:101@1", "positivePrompt": "a kite",
            "width": 512, "height": 512,
            "checkNSFW": false
            """);
    assertThat(findings).hasSize(1);
    assertIsWarningWithRepair(
        findings.get(0),
        "`checkNSFW` is an old name of `safety.checkContent`, which is still accepted",
        "move `checkNSFW` to `safety.checkContent`");
  }

  @Test
  void aListMovesWithWhatIsCalledOtherwiseInIt() {
    List<Finding> findings =
        findings(
            """
            "taskType": "videoInference", "model": "klingai:kling-video@o3-pro",
            "positivePrompt": "a kite",
            "frameImages": [{"inputImage": "https://example.com/a.png", "frame": "first"}]
            """);
    assertThat(findings).hasSize(1);
    assertIsWarningWithRepair(
        findings.get(0),
        "`frameImages` is an old name of `inputs.frameImages`, which is still accepted",
        "move `frameImages` to `inputs.frameImages`");
    assertThat(findings.get(0).fixSuggestions().repairs().get(0).patch().toString())
        .contains("inputs")
        .doesNotContain("inputImage");
  }

  @Test
  void whatIsWrongInItIsAnErrorWhereItIsWritten() {
    List<Finding> findings =
        findings(
            """
            "taskType": "imageInference", "model": "runware:101@1", "positivePrompt": "a kite",
            "width": 512, "height": 512,
            "checkNSFW": "no"
            """);
    assertThat(findings)
        .extracting(finding -> finding.severity() + " " + finding.pointer())
        .containsExactlyInAnyOrder("WARNING /checkNSFW", "ERROR /checkNSFW");
  }

  @Test
  void aTaskIsCalledAsToday() {
    List<Finding> findings =
        findings(
            """
            "taskType": "imageCaption", "inputImage": "https://example.com/a.png"
            """);
    assertThat(findings).hasSize(1);
    assertIsWarningWithRepair(
        findings.get(0),
        "`taskType` is \"imageCaption\", an old name of \"caption\", which is still accepted",
        "set `taskType` to \"caption\"");
  }
}
