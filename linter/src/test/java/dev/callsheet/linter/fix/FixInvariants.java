package dev.callsheet.linter.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.linter.Linter;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.finding.LintResult;
import dev.callsheet.linter.internal.input.DecodedText;
import dev.callsheet.linter.internal.input.LineIndexedText;
import dev.callsheet.linter.internal.input.StartPosition;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.StructuralRule;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.List;
import java.util.TreeSet;

/** What holds of the fix of every file, whatever is in it. */
public final class FixInvariants {
  private static final ModelCatalogue CATALOGUE = ModelCatalogue.bundled();

  private FixInvariants() {}

  /** Fixes the content of a file of that name, and checks the invariants. */
  public static void assertHold(String file, byte[] content, LintResult before) {
    FixResult once = fixer().fix(file, content);
    if (once.appliedFixes().isEmpty()) {
      assertThat(once.content()).isEqualTo(content);
      return;
    }
    FixResult twice = fixer().fix(file, once.content());
    assertThat(twice.appliedFixes()).as("fixed the second time").isEmpty();
    assertThat(twice.content()).isEqualTo(once.content());

    DecodedText was = DecodedText.of(content);
    DecodedText is = DecodedText.of(once.content());
    assertThat(is.charset()).isEqualTo(was.charset());
    assertThat(is.hasByteOrderMark()).isEqualTo(was.hasByteOrderMark());
    assertThat(is.invalidOffsets()).isEmpty();

    LintResult after = linter().lint(file, once.content());
    assertThat(after.requests()).isEqualTo(before.requests());
    assertThat(malformed(after)).isEqualTo(malformed(before));
    assertThat(errors(after) + once.appliedFixes().size())
        .as("errors left and fixed")
        .isLessThanOrEqualTo(errors(before));
    if (file.endsWith("l")) {
      assertLinesWithoutFindingsAreKept(was, is, before);
    }
  }

  private static void assertLinesWithoutFindingsAreKept(
      DecodedText was, DecodedText is, LintResult before) {
    LineIndexedText from = new LineIndexedText("", was.text(), StartPosition.OF_FILE);
    LineIndexedText to = new LineIndexedText("", is.text(), StartPosition.OF_FILE);
    assertThat(to.lineCount()).isEqualTo(from.lineCount());
    TreeSet<Integer> wrong = new TreeSet<>();
    before.findings().forEach(finding -> wrong.add(finding.location().line()));
    for (int line = 1; line <= from.lineCount(); line++) {
      if (!wrong.contains(line)) {
        assertThat(text(to, line)).isEqualTo(text(from, line));
      }
    }
  }

  private static String text(LineIndexedText source, int line) {
    return source.text().substring(source.lineStart(line), source.lineEnd(line));
  }

  /** A UUID under a mended name, or in a task that can be read now, may prove to be another's. */
  private static long errors(LintResult result) {
    return result.findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .filter(finding -> !finding.rule().equals(StructuralRule.DUPLICATE_TASK_UUID.id()))
        .count();
  }

  private static List<String> malformed(LintResult result) {
    return result.findings().stream()
        .filter(finding -> finding.rule().equals(StructuralRule.MALFORMED_JSON.id()))
        .map(Finding::message)
        .toList();
  }

  private static Fixer fixer() {
    return new Fixer(linter());
  }

  /** A new one, since what may be tried for repairs is bounded by linter. */
  private static Linter linter() {
    return new Linter(CATALOGUE, RuleInterpretation.ENFORCED);
  }
}
