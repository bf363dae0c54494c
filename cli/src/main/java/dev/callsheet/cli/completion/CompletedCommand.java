package dev.callsheet.cli.completion;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A subcommand as shells know it.
 *
 * @param name such as {@code lint}
 * @param summary one sentence
 * @param options those that the help shows
 * @param arguments what is written without a name, in its order
 */
record CompletedCommand(
    String name,
    String summary,
    List<CompletedArgument> options,
    List<CompletedArgument> arguments) {

  /** The subcommands that the help shows. */
  static List<CompletedCommand> of(CommandSpec root) {
    List<CommandSpec> shown =
        root.subcommands().values().stream()
            .map(CommandLine::getCommandSpec)
            .filter(command -> !command.usageMessage().hidden())
            .toList();
    List<String> names = shown.stream().map(CommandSpec::name).toList();
    return shown.stream().map(command -> one(command, names)).toList();
  }

  /** What the first of the arguments is: the command itself tells it from the next. */
  ValueKind argumentKind() {
    return arguments.isEmpty() ? ValueKind.OTHER : arguments.get(0).kind();
  }

  private static CompletedCommand one(CommandSpec command, List<String> commands) {
    return new CompletedCommand(
        command.name(),
        ManPage.description(command).replaceFirst("\\.$", ""),
        command.options().stream()
            .filter(option -> !option.hidden())
            .map(CompletedArgument::of)
            .toList(),
        command.positionalParameters().stream()
            .map(CompletedArgument::of)
            .map(argument -> isCommand(argument) ? argument.oneOf(commands) : argument)
            .toList());
  }

  /** Of {@code help} and {@code man}; several words are a command of the system. */
  private static boolean isCommand(CompletedArgument argument) {
    return argument.label().equals("COMMAND") && !argument.repeatable();
  }
}
