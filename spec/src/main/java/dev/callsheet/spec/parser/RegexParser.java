package dev.callsheet.spec.parser;

import dev.callsheet.runtime.internal.regex.RegexException;
import dev.callsheet.runtime.support.Placeholders;
import dev.callsheet.runtime.support.Regex;
import dev.callsheet.spec.source.YamlNode;
import java.util.Optional;

/** Reads regular expressions. */
final class RegexParser {
  private final ProblemCollector problems;

  RegexParser(ProblemCollector problems) {
    this.problems = problems;
  }

  /** The expression at a node; empty, and reported, when the text is none or is not evaluated. */
  Optional<Regex> parse(YamlNode node) {
    try {
      return node.asText().map(Regex::of);
    } catch (RegexException error) {
      report(node, error);
      return Optional.empty();
    }
  }

  /** Reports an expression that cannot find the numbers of placeholders. */
  void checkPlaceholders(YamlNode node) {
    parse(node).ifPresent(regex -> checkPlaceholders(node, regex));
  }

  private void checkPlaceholders(YamlNode node, Regex regex) {
    try {
      Placeholders.requireNumberGroup(regex);
    } catch (RegexException tooLarge) {
      report(node, tooLarge);
    } catch (IllegalArgumentException withoutGroup) {
      problems.report(
          node.location(), "the pattern needs a group for the number, such as `(\\d+)`");
    }
  }

  private void report(YamlNode node, RegexException error) {
    String kind =
        error.isEcmaScript()
            ? "this regular expression cannot be evaluated in bounded time: "
            : "this is no regular expression of ECMA-262: ";
    problems.report(
        node.location(),
        kind + error.getMessage() + " (at character " + (error.offset() + 1) + " of it)");
  }
}
