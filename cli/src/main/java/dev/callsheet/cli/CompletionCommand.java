package dev.callsheet.cli;

import dev.callsheet.cli.completion.Shell;
import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code callsheet completion}: a script that completes what is typed. */
@Command(
    name = "completion",
    description =
        "Print a script for bash, zsh or fish that completes commands, options, models, parameters"
            + " and rules.",
    footerHeading =
        "%nIn bash and zsh: source <(callsheet completion bash), or zsh. In fish: callsheet"
            + " completion fish | source.%n")
final class CompletionCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  private Shell shell = Shell.BASH;

  @Spec private CommandSpec command = CommandSpec.create();

  private final Console console;

  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    console.out().print(shell.script(command.root()));
    return ExitStatus.DONE;
  }
}
