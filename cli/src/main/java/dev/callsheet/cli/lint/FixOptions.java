package dev.callsheet.cli.lint;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.linter.LintInput;
import dev.callsheet.linter.Linter;
import dev.callsheet.linter.UnreadableInput;
import dev.callsheet.linter.fix.FixResult;
import dev.callsheet.linter.fix.Fixer;
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
      throw new UserErrorException(
          "--fix changes files, and standard input is none; write it to a file first");
    }
    Linter judge = linter.get();
    Fixer fixer = new Fixer(judge);
    int failed = 0;
    for (LintInput input : inputs) {
      if (input instanceof LintInput.OfFile file) {
        try {
          fixer.fix(file.name(), file.file()).forEach(mended -> printFix(mended, console));
        } catch (IOException wrong) {
          String reason = UnreadableInput.of(file.name(), wrong).reason();
          String complaint = console.errStyle().failure("callsheet:") + " " + file.name();
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

  private static void printFix(FixResult.AppliedFix mended, Console console) {
    console
        .err()
        .println(
            mended.location() + ": fixed: " + mended.description() + " [" + mended.rule() + "]");
  }
}
