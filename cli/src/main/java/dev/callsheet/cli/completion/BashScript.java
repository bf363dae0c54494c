package dev.callsheet.cli.completion;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Completion in Bash.
 *
 * <p>Bash breaks words at {@code :}, {@code =} and {@code @}, which models have in their names. So
 * the script breaks the line at spaces itself, and gives Bash of every candidate only what stands
 * behind the last of these characters.
 */
final class BashScript {
  private static final String HEAD =
      """
      # Completes callsheet in bash; written by `callsheet completion bash`.
      # source <(callsheet completion bash)

      _callsheet() {
        local line=${COMP_LINE:0:COMP_POINT} option="" kind=words words="" IFS=$' \\t\\n'
        local -a typed
        read -r -a typed <<<"$line"
        [[ $line == *[[:space:]] ]] && typed+=("")
        local last=$((${#typed[@]} - 1))
        local current=${typed[last]} value=${typed[last]}
        if [[ $current == --*=* ]]; then
          option=${current%%%%=*} value=${current#*=}
        elif [[ $current != -* && $last -gt 1 ]]; then
          option=${typed[last - 1]}
        fi
        COMPREPLY=()
        [[ $last -eq 1 ]] && typed[1]=""
        case ${typed[1]} in
          "") words="%s --help --version" ;;
      """;

  private static final String TAIL =
      """
        esac
        case $kind in
          asked) words=$("${typed[0]}" complete -- "${typed[@]:1}" 2>/dev/null) ;;
          directory)
            compopt -o dirnames 2>/dev/null
            return
            ;;
          file | none) return ;;
        esac
        # Never `compgen -W`, which would run what a word says: models are named by whoever wrote the spec.
        local word stem=${value%"${value##*[=:@]}"}
        while IFS= read -r word; do
          if [[ -n $word && $word == "$value"* ]]; then
            printf -v word %q "${word#"$stem"}"
            COMPREPLY+=("$word")
          fi
        done <<<"${words// /$'\\n'}"
        [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
        return 0
      }
      complete -o default -F _callsheet callsheet
      """;

  private BashScript() {}

  static String of(List<CompletedCommand> commands) {
    return HEAD.formatted(
            commands.stream().map(CompletedCommand::name).collect(Collectors.joining(" ")))
        + commands.stream().map(BashScript::command).collect(Collectors.joining())
        + TAIL;
  }

  private static String command(CompletedCommand command) {
    String options =
        command.options().stream()
            .map(option -> option.names().get(0) + (option.takesValue() ? "=" : ""))
            .collect(Collectors.joining(" "));
    return "    "
        + command.name()
        + ")\n      if [[ $current == -* && $current != *=* ]]; then\n        words=\""
        + options
        + "\"\n      else\n        case $option in\n"
        + command.options().stream()
            .filter(CompletedArgument::takesValue)
            .map(
                option ->
                    "          "
                        + String.join(" | ", option.names())
                        + ") "
                        + value(option.kind(), option.words())
                        + " ;;\n")
            .collect(Collectors.joining())
        + "          *) "
        + value(
            command.argumentKind(),
            command.arguments().stream().flatMap(each -> each.words().stream()).toList())
        + " ;;\n        esac\n      fi\n      ;;\n";
  }

  private static String value(ValueKind kind, List<String> words) {
    return switch (kind) {
      case WORD -> "words=\"" + String.join(" ", words) + "\"";
      case FILE -> "kind=file";
      case DIRECTORY -> "kind=directory";
      case MODEL, PARAMETER, RULE, PLATFORM -> "kind=asked";
      case NOTHING, OTHER -> "kind=none";
    };
  }
}
