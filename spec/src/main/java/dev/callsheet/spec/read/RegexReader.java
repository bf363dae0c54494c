package dev.callsheet.spec.read;

import dev.callsheet.spec.calculus.EcmaPattern;
import dev.callsheet.spec.source.Node;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads regular expressions. */
final class RegexReader {
  private final Problems problems;

  RegexReader(Problems problems) {
    this.problems = problems;
  }

  /** The expression at a node; empty, and reported, when the text there is none. */
  Optional<Pattern> read(Node node) {
    try {
      return node.asText().map(EcmaPattern::compile);
    } catch (PatternSyntaxException mistake) {
      problems.report(
          node.location(), "this is no regular expression: " + mistake.getDescription());
      return Optional.empty();
    }
  }
}
