package dev.callsheet.spec.parser;

import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SpellingSuggestion;
import dev.callsheet.spec.source.YamlNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads paths and finds the parameters they name. */
final class ParameterPathParser {
  private final ProblemCollector problems;

  ParameterPathParser(ProblemCollector problems) {
    this.problems = problems;
  }

  /** A path to one value. */
  ParameterPath parseSingle(String text, SourceLocation location, PathScope scope) {
    ParameterPath path = parse(text, location, scope);
    if (path.leadsThroughLists()) {
      problems.report(
          location,
          "`"
              + text
              + "` stands for several values, but one is expected here; put the rule under `each: "
              + path.beforeFirstList()
              + "`, or use `contains`");
    }
    return path;
  }

  /** A path to one value. */
  ParameterPath parseSingle(YamlNode node, PathScope scope) {
    return node.asText()
        .map(text -> parseSingle(text, node.location(), scope))
        .orElse(ParameterPath.ROOT);
  }

  /** Paths to one value each. */
  List<ParameterPath> parseEachSingle(List<YamlNode> nodes, PathScope scope) {
    return nodes.stream().map(node -> parseSingle(node, scope)).toList();
  }

  /** Paths to one value or, with {@code []}, to many each. */
  List<ParameterPath> parseAll(List<YamlNode> nodes, PathScope scope) {
    return nodes.stream().map(node -> parse(node, scope)).toList();
  }

  /** A path to one value or, with {@code []}, to many. */
  ParameterPath parse(YamlNode node, PathScope scope) {
    return node.asText()
        .map(text -> parse(text, node.location(), scope))
        .orElse(ParameterPath.ROOT);
  }

  /** A path to one value, which must be of one of these types for the purpose. */
  ParameterPath parseSingle(
      YamlNode node, Set<JsonType> expected, String purpose, PathScope scope) {
    ParameterPath path = parseSingle(node, scope);
    checkType(path, expected, purpose, node, scope);
    return path;
  }

  /** A path to one value or, with {@code []}, to many; all must be of one of these types. */
  ParameterPath parse(YamlNode node, Set<JsonType> expected, String purpose, PathScope scope) {
    ParameterPath path = parse(node, scope);
    checkType(path, expected, purpose, node, scope);
    return path;
  }

  private void checkType(
      ParameterPath path, Set<JsonType> expected, String purpose, YamlNode node, PathScope scope) {
    Set<JsonType> types = KeywordTypes.of(scope.shapes(path));
    if (!types.isEmpty() && types.stream().noneMatch(expected::contains)) {
      problems.report(
          node.location(),
          "`" + path + "` is " + KeywordTypes.describe(types) + ", and " + purpose);
    }
  }

  /** A path to one value or, with {@code []}, to many. */
  ParameterPath parse(String text, SourceLocation location, PathScope scope) {
    ParameterPath path;
    try {
      path = ParameterPath.parse(text);
    } catch (IllegalArgumentException invalid) {
      if (!problems.hasProblemAt(location)) {
        problems.report(location, String.valueOf(invalid.getMessage()));
      }
      return ParameterPath.ROOT;
    }
    if (!path.isRoot() && !scope.mayContain(path)) {
      problems.report(location, "there is no parameter `" + text + "`" + hint(path, scope));
    }
    return path;
  }

  private static String hint(ParameterPath path, PathScope scope) {
    List<ParameterPath> known = scope.paths();
    Optional<String> near = SpellingSuggestion.nearest(path.toString(), names(known));
    if (near.isEmpty()) {
      near = pathEndingIn(path.lastName(), known);
    }
    if (near.isEmpty()) {
      near =
          SpellingSuggestion.nearest(
                  path.lastName(), known.stream().map(ParameterPath::lastName).distinct().toList())
              .flatMap(name -> pathEndingIn(name, known));
    }
    String suggestion = near.map(name -> "; did you mean `" + name + "`?").orElse("");
    return scope.base().isRoot() ? suggestion : " in `" + scope.base() + "`" + suggestion;
  }

  private static Optional<String> pathEndingIn(String name, List<ParameterPath> known) {
    return known.stream()
        .filter(path -> path.lastName().equals(name))
        .map(ParameterPath::toString)
        .findFirst();
  }

  private static Collection<String> names(List<ParameterPath> paths) {
    return paths.stream().map(ParameterPath::toString).toList();
  }
}
