package dev.callsheet.cli.completion;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * An option of a command, or an argument.
 *
 * @param names with their dashes; empty for an argument
 * @param label what stands for the value in the help, such as {@code FILE}
 * @param summary one sentence without markup
 * @param kind of the value
 * @param words to choose from, for {@link ValueKind#WORD}
 * @param repeatable whether it may be given more than once
 */
record CompletedArgument(
    List<String> names,
    String label,
    String summary,
    ValueKind kind,
    List<String> words,
    boolean repeatable) {

  static CompletedArgument of(ArgSpec argument) {
    ValueKind kind = ValueKind.of(argument);
    return new CompletedArgument(
        argument instanceof OptionSpec option ? longestFirst(option.names()) : List.of(),
        argument.paramLabel(),
        firstSentence(String.join(" ", argument.description())),
        kind,
        kind == ValueKind.WORD
            ? StreamSupport.stream(argument.completionCandidates().spliterator(), false)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList()
            : List.of(),
        argument.isMultiValue());
  }

  /** The same, where the value is one of these words. */
  CompletedArgument oneOf(List<String> choices) {
    return new CompletedArgument(names, label, summary, ValueKind.WORD, choices, repeatable);
  }

  boolean takesValue() {
    return kind != ValueKind.NOTHING;
  }

  private static List<String> longestFirst(String[] names) {
    return Arrays.stream(names)
        .sorted((one, other) -> Integer.compare(other.length(), one.length()))
        .toList();
  }

  /** Up to the first full stop, semicolon or colon that ends a word. */
  private static String firstSentence(String text) {
    return text.replaceFirst("(?s)[.;:](\\s.*)?$", "");
  }
}
