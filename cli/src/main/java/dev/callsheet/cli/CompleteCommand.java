package dev.callsheet.cli;

import dev.callsheet.cli.completion.Candidates;
import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code callsheet complete}: asked by the scripts of {@code callsheet completion}. */
@Command(
    name = "complete",
    hidden = true,
    description = "Print what can be written at the cursor of a command line, one per line.")
final class CompleteCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "WORD",
      description = "After --, the words up to the cursor, without `callsheet` itself.")
  private List<String> words = List.of();

  @Spec private CommandSpec command = CommandSpec.create();

  private final Console console;

  CompleteCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Candidates.of(words, command.root()).forEach(console.out()::println);
    return ExitStatus.DONE;
  }
}
