package dev.callsheet.cli;

import dev.callsheet.cli.completion.ManPage;
import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.spec.internal.file.FileErrors;
import dev.callsheet.spec.source.SpellingSuggestion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code callsheet man}: the manual pages. */
@Command(
    name = "man",
    description = "Print the manual page of a command, or write those of all.",
    footerHeading = "%nRead one with: callsheet man lint | man -l -%n")
final class ManCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "COMMAND",
      description = "Whose page; that of callsheet itself without it.")
  private @Nullable String name;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write all pages there, such as callsheet-lint.1, and print none.")
  private @Nullable Path out;

  @Spec private CommandSpec command = CommandSpec.create();

  private final Console console;

  ManCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    CommandSpec root = command.root();
    if (out == null) {
      console.out().print(page(name == null ? root : subcommand(root, name)));
    } else {
      write(root, out);
    }
    return ExitStatus.DONE;
  }

  private static String page(CommandSpec command) {
    return ManPage.of(command, Callsheet.Version.text());
  }

  private static CommandSpec subcommand(CommandSpec root, String name) {
    CommandLine found = root.subcommands().get(name);
    if (found == null) {
      throw new UserErrorException(
          "there is no command `"
              + name
              + "`"
              + SpellingSuggestion.hint(name, root.subcommands().keySet()));
    }
    return found.getCommandSpec();
  }

  private static void write(CommandSpec root, Path directory) {
    List<CommandSpec> all = new ArrayList<>(List.of(root));
    root.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(each -> !each.usageMessage().hidden())
        .forEach(all::add);
    try {
      Files.createDirectories(directory);
      for (CommandSpec each : all) {
        Files.writeString(
            directory.resolve(ManPage.name(each) + ".1"), page(each), StandardCharsets.UTF_8);
      }
    } catch (IOException failed) {
      throw new UserErrorException(
          directory + ": could not be written: " + FileErrors.reason(failed), failed);
    }
  }
}
