package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.UserMistake;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says what went wrong: a user's mistake in its own words, a fault of ours as what it is. */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final Console console;
  private final BooleanSupplier verbose;

  Complaints(Console console, BooleanSupplier verbose) {
    this.console = console;
    this.verbose = verbose;
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    complain(String.valueOf(wrong.getMessage()));
    CommandLine.UnmatchedArgumentException.printSuggestions(wrong, console.err());
    console.err().println("`" + command + " --help` shows how it is called.");
    return ExitStatus.MISTAKE;
  }

  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
    if (thrown instanceof UserMistake) {
      complain(String.valueOf(thrown.getMessage()));
      return ExitStatus.MISTAKE;
    }
    return fault(thrown);
  }

  /** Reports something that should not have happened. */
  int fault(Throwable thrown) {
    complain("a fault of our own: " + thrown);
    if (verbose.getAsBoolean()) {
      thrown.printStackTrace(console.err());
    } else {
      console.err().println("Run it again with --verbose for the stack trace.");
    }
    return ExitStatus.FAULT;
  }

  private void complain(String message) {
    console.err().println(console.errPalette().bad("callsheet:") + " " + message);
  }
}
