package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.UnwritableOutputException;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.runtime.internal.messages.DisplayText;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Prints errors: those of the user with their message, internal ones as such. */
final class ErrorOutput implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final Console console;
  private final BooleanSupplier verbose;
  private boolean saidThatOutputFailed;

  ErrorOutput(Console console, BooleanSupplier verbose) {
    this.console = console;
    this.verbose = verbose;
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    console.printError(String.valueOf(wrong.getMessage()));
    CommandLine.UnmatchedArgumentException.printSuggestions(wrong, console.err());
    console.err().println("`" + command + " --help` shows how it is called.");
    return ExitStatus.USER_ERROR;
  }

  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
    return report(thrown);
  }

  /** Reports what ended a command, and returns the exit status that says so. */
  int report(Throwable thrown) {
    Throwable unwritable = unwritableOutput(thrown);
    if (unwritable != null) {
      // Once: what is still held back fails again when the command ends.
      if (!saidThatOutputFailed) {
        console.printError(String.valueOf(unwritable.getMessage()));
      }
      saidThatOutputFailed = true;
      return ExitStatus.USER_ERROR;
    }
    if (thrown instanceof UserErrorException error) {
      List<String> lines = error.lines();
      console.printError(lines.get(0));
      lines.stream().skip(1).map(DisplayText::line).forEach(console.err()::println);
      return ExitStatus.USER_ERROR;
    }
    if (thrown instanceof InvalidPathException path) {
      console.printError("this cannot be the name of a file: " + path.getInput());
      return ExitStatus.USER_ERROR;
    }
    return reportInternalError(thrown);
  }

  /** The failure of standard output that something came of; null when it came of another. */
  private static @Nullable Throwable unwritableOutput(Throwable thrown) {
    Throwable cause = thrown;
    while (cause != null && !(cause instanceof UnwritableOutputException)) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** Reports something that should not have happened, in one line unless more is asked for. */
  private int reportInternalError(Throwable thrown) {
    String hint = verbose.getAsBoolean() ? "" : " (--verbose shows the stack trace)";
    console.printError("an internal error: " + thrown + hint);
    if (verbose.getAsBoolean()) {
      thrown.printStackTrace(console.err());
    }
    return ExitStatus.INTERNAL_ERROR;
  }
}
