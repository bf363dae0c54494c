package dev.callsheet.spec.parser;

import dev.callsheet.spec.logic.EcmaPattern;
import dev.callsheet.spec.source.YamlNode;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads regular expressions. */
final class RegexParser {
  private final ProblemCollector problems;

  RegexParser(ProblemCollector problems) {
    this.problems = problems;
  }

  /** The expression at a node; empty, and reported, when the text is not one. */
  Optional<Pattern> parse(YamlNode node) {
    try {
      return node.asText().map(EcmaPattern::compile);
    } catch (PatternSyntaxException error) {
      problems.report(node.location(), "this is no regular expression: " + error.getDescription());
      return Optional.empty();
    }
  }
}
