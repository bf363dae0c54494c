package dev.callsheet.cli.lint;

import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.linter.LintInput;
import java.util.List;
import picocli.CommandLine.Option;

/** Whether to repair files before they are linted. */
public final class FixOptions {
  @Option(
      names = "--fix",
      description = "Make the repairs in the files that are unambiguous, and report what remains.")
  private boolean fix;

  /** Whether to repair these inputs; standard input cannot be. */
  public boolean isRequestedFor(List<LintInput> inputs) {
    if (fix && inputs.stream().anyMatch(LintInput.OfStream.class::isInstance)) {
      throw new UserErrorException(
          "--fix changes files, and standard input is none; write it to a file first");
    }
    return fix;
  }
}
