package dev.callsheet.cli.completion;

import java.util.List;
import java.util.stream.Collectors;

/** Completion in Fish: a line for each thing that can be written. */
final class FishScript {
  private static final String HEAD =
      """
      # Completes callsheet in fish; written by `callsheet completion fish`.
      # callsheet completion fish | source, or a file callsheet.fish in ~/.config/fish/completions.

      function __callsheet_asked
        set -l words (commandline -opc)
        callsheet complete -- $words[2..-1] (commandline -ct) 2>/dev/null
      end

      complete -c callsheet -f
      complete -c callsheet -n __fish_use_subcommand -s h -l help -d 'Show the help'
      complete -c callsheet -n __fish_use_subcommand -s V -l version -d 'Print the version'
      """;

  private FishScript() {}

  static String of(List<CompletedCommand> commands) {
    return HEAD
        + commands.stream()
            .map(
                each ->
                    "complete -c callsheet -n __fish_use_subcommand -a "
                        + each.name()
                        + " -d "
                        + quoted(each.summary())
                        + "\n")
            .collect(Collectors.joining())
        + commands.stream().map(FishScript::command).collect(Collectors.joining());
  }

  private static String command(CompletedCommand command) {
    String start = "complete -c callsheet -n '__fish_seen_subcommand_from " + command.name() + "'";
    return command.options().stream()
            .map(option -> start + names(option) + value(option) + summary(option) + "\n")
            .collect(Collectors.joining())
        + command.arguments().stream()
            .limit(command.argumentKind().isAsked() ? 1 : Long.MAX_VALUE)
            .map(argument -> start + value(argument) + "\n")
            .distinct()
            .collect(Collectors.joining());
  }

  private static String names(CompletedArgument option) {
    return option.names().stream()
        .map(
            name -> name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1))
        .collect(Collectors.joining());
  }

  private static String summary(CompletedArgument option) {
    return " -d " + quoted(option.summary());
  }

  private static String value(CompletedArgument argument) {
    return switch (argument.kind()) {
      case NOTHING -> "";
      case WORD -> " -x -a " + quoted(String.join(" ", argument.words()));
      case FILE -> " -r -F";
      case DIRECTORY -> " -x -a '(__fish_complete_directories (commandline -ct))'";
      case MODEL, PARAMETER, RULE, PLATFORM -> " -x -a '(__callsheet_asked)'";
      case OTHER -> " -x";
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
