package dev.callsheet.cli.completion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The words of a command line up to the cursor, the last of them perhaps unfinished.
 *
 * @param wanted what the cursor stands on; null where nothing can be completed
 * @param options the values given before, by the first name of their option
 * @param arguments the words given before that belong to no option
 */
record TypedWords(
    @Nullable CompletedArgument wanted, Map<String, List<String>> options, List<String> arguments) {

  /**
   * Reads the words.
   *
   * @param words without {@code callsheet} itself
   */
  static TypedWords of(List<String> words, List<CompletedCommand> commands) {
    Map<String, List<String>> options = new HashMap<>();
    List<String> arguments = new ArrayList<>();
    Optional<CompletedCommand> command =
        commands.stream()
            .filter(each -> words.size() > 1 && each.name().equals(words.get(0)))
            .findFirst();
    if (command.isEmpty()) {
      return new TypedWords(null, options, arguments);
    }
    CompletedArgument open = null;
    for (String word : words.subList(1, words.size() - 1)) {
      if (open != null) {
        options.computeIfAbsent(open.names().get(0), name -> new ArrayList<>()).add(word);
        open = null;
      } else if (word.startsWith("-") && word.length() > 1) {
        int equals = word.indexOf('=');
        CompletedArgument option = option(command.get(), word.substring(0, end(word, equals)));
        if (option != null && option.takesValue() && equals < 0) {
          open = option;
        } else if (option != null && equals >= 0) {
          options
              .computeIfAbsent(option.names().get(0), name -> new ArrayList<>())
              .add(word.substring(equals + 1));
        }
      } else {
        arguments.add(word);
      }
    }
    String last = words.get(words.size() - 1);
    if (open == null) {
      open =
          last.startsWith("-")
              ? option(command.get(), last.substring(0, end(last, last.indexOf('='))))
              : argument(command.get(), arguments.size());
    }
    return new TypedWords(open, options, arguments);
  }

  /** The values of an option. */
  List<String> values(String option) {
    return options.getOrDefault(option, List.of());
  }

  private static int end(String word, int equals) {
    return equals < 0 ? word.length() : equals;
  }

  private static @Nullable CompletedArgument option(CompletedCommand command, String name) {
    return command.options().stream()
        .filter(option -> option.names().contains(name))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable CompletedArgument argument(CompletedCommand command, int position) {
    List<CompletedArgument> arguments = command.arguments();
    if (position < arguments.size()) {
      return arguments.get(position);
    }
    boolean goesOn = !arguments.isEmpty() && arguments.get(arguments.size() - 1).repeatable();
    return goesOn ? arguments.get(arguments.size() - 1) : null;
  }
}
