package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.UnwritableOutputException;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.spec.parser.UncheckedSpecException;
import dev.callsheet.spec.source.SpellingSuggestion;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

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
    CommandSpec spec = wrong.getCommandLine().getCommandSpec();
    String command = spec.qualifiedName();
    console.printError(
        wrong instanceof UnmatchedArgumentException unmatched
            ? unknown(unmatched.getUnmatched().get(0), spec)
            : String.valueOf(wrong.getMessage()));
    console.err().println("`" + command + " --help` shows how it is called.");
    return ExitStatus.USER_ERROR;
  }

  /** Says that a word is neither an option nor, where one is expected, a command. */
  private static String unknown(String word, CommandSpec command) {
    if (word.startsWith("-")) {
      String name = word.replaceFirst("=.*", "");
      return "`%s` has no option `%s`%s"
          .formatted(
              command.qualifiedName(),
              name,
              SpellingSuggestion.hint(name, command.optionsMap().keySet()));
    }
    Set<String> subcommands = command.subcommands().keySet();
    return subcommands.isEmpty()
        ? "`%s` takes nothing more: `%s` is too much".formatted(command.qualifiedName(), word)
        : "there is no command `%s`%s".formatted(word, SpellingSuggestion.hint(word, subcommands));
  }

  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
    return report(thrown);
  }

  /** Reports what ended a command, and returns the exit status that says so. */
  int report(Throwable thrown) {
    UnwritableOutputException unwritable = unwritableOutput(thrown);
    if (unwritable != null && unwritable.isReaderGone()) {
      return ExitStatus.READER_GONE;
    }
    if (unwritable != null) {
      // Once: what is still held back fails again when the command ends.
      if (!saidThatOutputFailed) {
        console.printError(String.valueOf(unwritable.getMessage()));
      }
      saidThatOutputFailed = true;
      return ExitStatus.USER_ERROR;
    }
    UserErrorException error = userError(thrown);
    if (error != null) {
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

  /** The error of the user that ended a command; null when it was another. */
  private static @Nullable UserErrorException userError(Throwable thrown) {
    if (thrown instanceof UncheckedSpecException wrong) {
      return UserErrorException.ofLines(wrong.getCause());
    }
    return thrown instanceof UserErrorException error ? error : null;
  }

  /** The failure of standard output that something came of; null when it came of another. */
  private static @Nullable UnwritableOutputException unwritableOutput(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnwritableOutputException unwritable) {
        return unwritable;
      }
    }
    return null;
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
