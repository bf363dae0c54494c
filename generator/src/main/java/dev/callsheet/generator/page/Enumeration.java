package dev.callsheet.generator.page;

import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.List;
import java.util.stream.Stream;

/** Lists within a sentence. */
final class Enumeration {
  private Enumeration() {}

  /** {@code a, b or c}, with the word that stands before the last. */
  static String of(Stream<String> words, String conjunction) {
    return DisplayText.enumeration(words.toList(), conjunction);
  }

  /** Parameters set as code. */
  static String of(List<ParameterPath> paths, String conjunction) {
    return of(paths.stream().map(Enumeration::code), conjunction);
  }

  /** A parameter set as code. */
  static String code(ParameterPath path) {
    return "`" + path + "`";
  }
}
