package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.UserErrorException;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Prints errors: those of the user with their message, internal ones as such. */
final class ErrorOutput implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final Console console;
  private final BooleanSupplier verbose;

  ErrorOutput(Console console, BooleanSupplier verbose) {
    this.console = console;
    this.verbose = verbose;
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    printError(String.valueOf(wrong.getMessage()));
    CommandLine.UnmatchedArgumentException.printSuggestions(wrong, console.err());
    console.err().println("`" + command + " --help` shows how it is called.");
    return ExitStatus.USER_ERROR;
  }

  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
    if (thrown instanceof UserErrorException) {
      printError(String.valueOf(thrown.getMessage()));
      return ExitStatus.USER_ERROR;
    }
    return reportInternalError(thrown);
  }

  /** Reports something that should not have happened. */
  int reportInternalError(Throwable thrown) {
    printError("a fault of our own: " + thrown);
    if (verbose.getAsBoolean()) {
      thrown.printStackTrace(console.err());
    } else {
      console.err().println("Run it again with --verbose for the stack trace.");
    }
    return ExitStatus.INTERNAL_ERROR;
  }

  private void printError(String message) {
    console.err().println(console.errStyle().failure("callsheet:") + " " + message);
  }
}
