package dev.callsheet.spec.baseline;

import dev.callsheet.spec.lint.Finding;
import dev.callsheet.spec.lint.run.LintSink;
import dev.callsheet.spec.lint.run.Unreadable;
import java.util.ArrayList;
import java.util.List;

/** What comes out at the end. */
final class Collected implements LintSink {
  final List<Finding> findings = new ArrayList<>();

  @Override
  public void found(Finding finding) {
    findings.add(finding);
  }

  @Override
  public void judged(String name, long requests) {}

  @Override
  public void unreadable(Unreadable input) {}

  /** One line for each: where, what, which rule. */
  List<String> lines() {
    return findings.stream()
        .map(each -> each.location() + ": " + each.message() + " [" + each.rule() + "]")
        .toList();
  }
}
