package dev.callsheet.cli.completion;

import java.util.List;
import java.util.stream.Collectors;

/** Completion in Zsh, by its function {@code _arguments}. */
final class ZshScript {
  private static final String HEAD =
      """
      #compdef callsheet
      # Completes callsheet in zsh; written by `callsheet completion zsh`.
      # source <(callsheet completion zsh), or a file named _callsheet in a directory of $fpath.

      _callsheet_asked() {
        local -a found
        found=(${(f)"$(callsheet complete -- "${(@)words[1,CURRENT]}" 2>/dev/null)"})
        compadd -a found
      }

      _callsheet_commands() {
        local -a commands
        commands=(
      """;

  private static final String BODY =
      """
        )
        _describe command commands
      }

      _callsheet() {
        local curcontext=$curcontext state line
        _arguments -C '(- *)'{-h,--help}'[show the help]' '(- *)'{-V,--version}'[print the version]' \\
          '1:command:_callsheet_commands' '*::argument:->arguments' && return
        case $words[1] in
      """;

  private static final String TAIL =
      """
        esac
      }

      if [ "$funcstack[1]" = _callsheet ]; then
        _callsheet "$@"
      else
        compdef _callsheet callsheet
      fi
      """;

  private ZshScript() {}

  static String of(List<CompletedCommand> commands) {
    return HEAD
        + commands.stream()
            .map(each -> "    " + quoted(each.name() + ":" + each.summary()) + "\n")
            .collect(Collectors.joining())
        + BODY
        + commands.stream().map(ZshScript::command).collect(Collectors.joining())
        + TAIL;
  }

  private static String command(CompletedCommand command) {
    return "    "
        + command.name()
        + ")\n      _arguments"
        + command.options().stream().map(ZshScript::option).collect(Collectors.joining())
        + command.arguments().stream().map(ZshScript::argument).collect(Collectors.joining())
        + " ;;\n";
  }

  private static String option(CompletedArgument option) {
    return option.names().stream()
        .map(
            name ->
                line(
                    (option.repeatable() ? "*" : "")
                        + name
                        + (!option.takesValue() ? "" : name.startsWith("--") ? "=" : "+")
                        + "["
                        + escaped(option.summary())
                        + "]"
                        + (option.takesValue() ? ":" + label(option) + ":" + action(option) : "")))
        .collect(Collectors.joining());
  }

  private static String argument(CompletedArgument argument) {
    return line(
        (argument.repeatable() ? "*" : "") + ":" + label(argument) + ":" + action(argument));
  }

  private static String line(String specification) {
    return " \\\n        " + quoted(specification);
  }

  private static String action(CompletedArgument argument) {
    return switch (argument.kind()) {
      case WORD -> "(" + String.join(" ", argument.words()) + ")";
      case FILE -> "_files";
      case DIRECTORY -> "_files -/";
      case MODEL, PARAMETER, RULE, PLATFORM -> "_callsheet_asked";
      case NOTHING, OTHER -> " ";
    };
  }

  private static String label(CompletedArgument argument) {
    return escaped(argument.label());
  }

  /** Without what means something to {@code _arguments}. */
  private static String escaped(String text) {
    return text.replaceAll("([\\\\\\[\\]:])", "\\\\$1");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
