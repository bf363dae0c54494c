package dev.callsheet.spec.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.fix.Fixed;
import dev.callsheet.spec.fix.Fixer;
import java.util.List;
import java.util.TreeSet;

/** What mending a file owes to whoever wrote it, whatever is in it. */
final class FixLaws {
  private static final Catalogue CATALOGUE = Catalogue.bundled();

  private FixLaws() {}

  /** Mends the content of a file of that name, and looks at what became of it. */
  static void assertHold(String file, byte[] content, LintResult before) {
    Fixed once = fixer().fix(file, content);
    if (once.mended().isEmpty()) {
      assertThat(once.content()).isEqualTo(content);
      return;
    }
    Fixed twice = fixer().fix(file, once.content());
    assertThat(twice.mended()).as("mended the second time").isEmpty();
    assertThat(twice.content()).isEqualTo(once.content());

    Decoding was = Decoding.of(content);
    Decoding is = Decoding.of(once.content());
    assertThat(is.charset()).isEqualTo(was.charset());
    assertThat(is.marked()).isEqualTo(was.marked());
    assertThat(is.faults()).isEmpty();

    LintResult after = linter().lint(file, once.content());
    assertThat(after.requests()).isEqualTo(before.requests());
    assertThat(malformed(after)).isEqualTo(malformed(before));
    assertThat(after.count(Severity.ERROR) + once.mended().size())
        .as("errors left and mended")
        .isLessThanOrEqualTo(before.count(Severity.ERROR));
    if (file.endsWith("l")) {
      assertLinesWithoutFindingsAreKept(was, is, before);
    }
  }

  private static void assertLinesWithoutFindingsAreKept(
      Decoding was, Decoding is, LintResult before) {
    RequestText from = new RequestText("", was.text(), Origin.OF_FILE);
    RequestText to = new RequestText("", is.text(), Origin.OF_FILE);
    assertThat(to.lines()).isEqualTo(from.lines());
    TreeSet<Integer> wrong = new TreeSet<>();
    before.findings().forEach(finding -> wrong.add(finding.location().line()));
    for (int line = 1; line <= from.lines(); line++) {
      if (!wrong.contains(line)) {
        assertThat(text(to, line)).isEqualTo(text(from, line));
      }
    }
  }

  private static String text(RequestText source, int line) {
    return source.text().substring(source.lineStart(line), source.lineEnd(line));
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
    return new Linter(CATALOGUE, Reading.ENFORCED);
  }
}
