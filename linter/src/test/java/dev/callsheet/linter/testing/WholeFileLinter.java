package dev.callsheet.linter.testing;

import dev.callsheet.linter.LintInput;
import dev.callsheet.linter.finding.LintResult;
import dev.callsheet.linter.internal.document.DocumentLinter;
import dev.callsheet.linter.internal.document.LintContext;
import dev.callsheet.linter.internal.input.DecodedText;
import dev.callsheet.linter.internal.scan.FlagAllScanner;
import dev.callsheet.linter.internal.taskuuid.FirstUses;
import dev.callsheet.linter.internal.taskuuid.RepeatedTasks;
import java.nio.charset.StandardCharsets;

/** Lints a file with all of it in memory and every task validated: what any other way must find. */
public final class WholeFileLinter {
  private WholeFileLinter() {}

  /** Lints a file; its name decides whether it is read line by line. */
  public static LintResult lint(String name, byte[] content, LintContext context) {
    DecodedText text = DecodedText.of(content);
    byte[] utf8 =
        DecodedText.startsWithUtf16Mark(content)
            ? text.text().getBytes(StandardCharsets.UTF_8)
            : content;
    int from = DecodedText.startsWithUtf8Mark(utf8) ? 3 : 0;
    boolean lines = LintInput.isJsonLines(name);
    RepeatedTasks repeatedTasks = new RepeatedTasks(context.validator()::startsTask);
    FirstUses firstUses =
        lines
            ? repeatedTasks.addLines(
                utf8, new FlagAllScanner().scanLines(utf8, from, utf8.length), 1)
            : repeatedTasks.addDocument(utf8, from);
    DocumentLinter linter = new DocumentLinter(name, text, context, firstUses);
    return lines ? linter.lintAllLines() : linter.lintAsSingleValue();
  }
}
