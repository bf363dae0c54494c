package dev.callsheet.linter.baseline;

import dev.callsheet.linter.LintSink;
import dev.callsheet.linter.UnreadableInput;
import dev.callsheet.linter.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** What comes out at the end. */
final class CollectingSink implements LintSink {
  final List<Finding> findings = new ArrayList<>();

  @Override
  public void onFinding(Finding finding) {
    findings.add(finding);
  }

  @Override
  public void onInputLinted(String name, long requests) {}

  @Override
  public void onUnreadableInput(UnreadableInput input) {}

  /** One line for each: where, what, which rule. */
  List<String> lines() {
    return findings.stream()
        .map(each -> each.location() + ": " + each.message() + " [" + each.rule() + "]")
        .toList();
  }
}
