package dev.callsheet.linter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.linter.finding.Finding;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The message for a file or a line that was cut off says so, wherever it was cut. */
class TruncatedInputTest {
  private static final Linter LINTER =
      new Linter(ModelCatalogue.bundled(), RuleInterpretation.ENFORCED);
  private static final String TASK =
      "[ {\"taskType\" : \"ping\" , \"a\\u00e9\\n\": [ 1 , -2.5e+3, true , null, \"x\" ] , \"b\": {} } ]";

  @ParameterizedTest
  @ValueSource(strings = {"a.json", "a.jsonl"})
  void truncatedInput_isReportedAtItsEnd(String name) {
    for (int length = 1; length < TASK.length(); length++) {
      String cut = TASK.substring(0, length);
      if (cut.matches(".*([ ][tn]\\p{Lower}{0,2}|[.])")) {
        continue; // half a word, or a number that ends in a point, has a message of its own
      }
      List<Finding> findings = LINTER.lint(name, cut.getBytes(UTF_8)).findings();
      assertThat(findings).as(cut).hasSize(1);
      Finding finding = findings.get(0);
      assertThat(finding.message()).as(cut).startsWith("This is not JSON: the text ends");
      assertThat(finding.location().column()).as(cut).isEqualTo(cut.stripTrailing().length() + 1);
    }
  }
}
