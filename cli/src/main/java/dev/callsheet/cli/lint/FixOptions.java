package dev.callsheet.cli.lint;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.UserMistake;
import dev.callsheet.spec.fix.Fixed;
import dev.callsheet.spec.fix.Fixer;
import dev.callsheet.spec.lint.Linter;
import dev.callsheet.spec.lint.run.LintInput;
import dev.callsheet.spec.lint.run.Unreadable;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Whether to mend files before they are judged. */
public final class FixOptions {
  @Option(
      names = "--fix",
      description =
          "Mend in the files what can be mended in one way only, and report what remains.")
  private boolean fix;

  /**
   * Mends the files, if asked to, and says what was mended, on the console's {@code err}.
   *
   * @return how many files could not be mended; each is complained of
   */
  public int fix(List<LintInput> inputs, Supplier<Linter> linter, Console console) {
    if (!fix) {
      return 0;
    }
    if (inputs.stream().anyMatch(LintInput.OfStream.class::isInstance)) {
      throw new UserMistake(
          "--fix changes files, and standard input is none; write it to a file first");
    }
    Linter judge = linter.get();
    Fixer fixer = new Fixer(judge);
    int failed = 0;
    for (LintInput input : inputs) {
      if (input instanceof LintInput.OfFile file) {
        try {
          fixer.fix(file.name(), file.file()).forEach(mended -> say(mended, console));
        } catch (IOException wrong) {
          String reason = Unreadable.of(file.name(), wrong).reason();
          String complaint = console.errPalette().bad("callsheet:") + " " + file.name();
          console.err().println(complaint + ": could not be fixed: " + reason);
          failed++;
        }
      }
    }
    if (judge.findingsWithoutRepairs() > 0) {
      console.err().println("There is more to fix than is tried in one run; run --fix again.");
    }
    return failed;
  }

  private static void say(Fixed.Mended mended, Console console) {
    console
        .err()
        .println(mended.place() + ": fixed: " + mended.repair() + " [" + mended.rule() + "]");
  }
}
