package dev.callsheet.linter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.finding.LintResult;
import dev.callsheet.linter.repair.Repair;
import dev.callsheet.linter.repair.RepairApplier;
import dev.callsheet.linter.testing.RandomJsonWriter;
import dev.callsheet.linter.testing.RequestMutator;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * After a repair, its finding is gone and no error is new: whether its patch is applied, by an
 * implementation that knows nothing of Callsheet, or its replacements are made in the text. Both
 * give the same request.
 */
public class RepairInvariantsTest {
  private static final ModelCatalogue CATALOGUE = ModelCatalogue.bundled();
  private static final Linter LINTER = new Linter(CATALOGUE, RuleInterpretation.ENFORCED);

  static List<ModelSpec> models() {
    return RepresentativeModels.list();
  }

  @ParameterizedTest
  @MethodSource("models")
  void repair_removesItsFinding_andAddsNoError(ModelSpec model) throws IOException {
    RequestMutator mutator = RequestMutator.of(model, 3);
    Random random = new Random(3);
    int repairs = 0;
    for (int i = 0; i < 400; i++) {
      String text = RandomJsonWriter.of(mutator.next(), random);
      // New rounds have an allowance of their own.
      Linter linter = i % 50 == 0 ? new Linter(CATALOGUE, RuleInterpretation.ENFORCED) : LINTER;
      List<Finding> findings = linter.lint("a.json", text.getBytes(UTF_8)).findings();
      for (Finding finding : findings) {
        for (Repair repair : finding.fixSuggestions().repairs()) {
          if (repair.isApplicable()) {
            check(text, findings, finding, repair);
            repairs++;
          }
        }
      }
    }
    assertThat(repairs).isGreaterThan(100);
  }

  private static void check(String text, List<Finding> before, Finding finding, Repair repair) {
    String what = finding + " " + repair + " in " + text;
    String patched = RepairApplier.applyPatch(text, repair);
    String edited = RepairApplier.applyReplacements(text, repair);
    assertRepaired(LINTER.lint("a.json", patched.getBytes(UTF_8)), before, finding, what);
    LintResult ofText = LINTER.lint("a.json", edited.getBytes(UTF_8));
    assertRepaired(ofText, before, finding, what);
    boolean hasDuplicates =
        ofText.findings().stream().anyMatch(f -> f.rule().equals("duplicate-key"));
    if (!hasDuplicates) {
      assertThat(RepairApplier.parse(edited)).as(what).isEqualTo(RepairApplier.parse(patched));
    }
  }

  private static void assertRepaired(
      LintResult result, List<Finding> before, Finding mended, String what) {
    Map<String, Integer> errors = counts(result.findings());
    counts(before).forEach((rule, count) -> errors.merge(rule, -count, Integer::sum));
    if (mended.severity() == Severity.ERROR) {
      assertThat(errors.get(mended.rule())).as(what).isLessThan(0);
    }
    assertThat(errors.values()).as(what + " " + errors).allMatch(more -> more <= 0);
  }

  private static Map<String, Integer> counts(List<Finding> findings) {
    Map<String, Integer> counts = new HashMap<>();
    findings.stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .forEach(finding -> counts.merge(finding.rule(), 1, Integer::sum));
    return counts;
  }
}
