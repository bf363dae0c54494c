package dev.callsheet.spec.read;

import dev.callsheet.spec.calculus.JsonType;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.source.Location;
import dev.callsheet.spec.source.Node;
import dev.callsheet.spec.source.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads paths and finds the parameters they name. */
final class PathReader {
  private final Problems problems;

  PathReader(Problems problems) {
    this.problems = problems;
  }

  /** A path to one value. */
  Path one(String text, Location location, Scope scope) {
    Path path = any(text, location, scope);
    path.steps().stream()
        .filter(Path.Step.EachItem.class::isInstance)
        .findFirst()
        .ifPresent(
            step ->
                problems.report(
                    location,
                    "`"
                        + text
                        + "` stands for many values, and here one is meant; put the rule under `each: "
                        + text.substring(0, text.indexOf("[]"))
                        + "`, or use `contains`"));
    return path;
  }

  /** A path to one value. */
  Path one(Node node, Scope scope) {
    return node.asText().map(text -> one(text, node.location(), scope)).orElse(Path.ROOT);
  }

  /** Paths to one value each. */
  List<Path> each(List<Node> nodes, Scope scope) {
    return nodes.stream().map(node -> one(node, scope)).toList();
  }

  /** Paths to one value or, with {@code []}, to many each. */
  List<Path> all(List<Node> nodes, Scope scope) {
    return nodes.stream().map(node -> any(node, scope)).toList();
  }

  /** A path to one value or, with {@code []}, to many. */
  Path any(Node node, Scope scope) {
    return node.asText().map(text -> any(text, node.location(), scope)).orElse(Path.ROOT);
  }

  /** Reports a path that leads to values of other types than wanted. */
  void expect(Path path, Set<JsonType> wanted, String purpose, Node node, Scope scope) {
    Set<JsonType> types = KeywordTypes.of(scope.shapes(path));
    if (!types.isEmpty() && types.stream().noneMatch(wanted::contains)) {
      problems.report(
          node.location(), "`" + path + "` is " + KeywordTypes.named(types) + ", and " + purpose);
    }
  }

  /** A path to one value or, with {@code []}, to many. */
  Path any(String text, Location location, Scope scope) {
    Path path;
    try {
      path = Path.parse(text);
    } catch (IllegalArgumentException noPath) {
      if (!problems.areAt(location)) {
        problems.report(location, String.valueOf(noPath.getMessage()));
      }
      return Path.ROOT;
    }
    if (!path.isRoot() && !scope.mayHave(path)) {
      problems.report(location, "there is no parameter `" + text + "`" + hint(path, scope));
    }
    return path;
  }

  private static String hint(Path path, Scope scope) {
    List<Path> known = scope.known();
    Optional<String> near = Suggestion.nearest(path.toString(), names(known));
    if (near.isEmpty()) {
      near = named(path.lastName(), known);
    }
    if (near.isEmpty()) {
      near =
          Suggestion.nearest(
                  path.lastName(), known.stream().map(Path::lastName).distinct().toList())
              .flatMap(name -> named(name, known));
    }
    String suggestion = near.map(name -> "; did you mean `" + name + "`?").orElse("");
    return scope.base().isRoot() ? suggestion : " in `" + scope.base() + "`" + suggestion;
  }

  private static Optional<String> named(String name, List<Path> known) {
    return known.stream()
        .filter(path -> path.lastName().equals(name))
        .map(Path::toString)
        .findFirst();
  }

  private static Collection<String> names(List<Path> paths) {
    return paths.stream().map(Path::toString).toList();
  }
}
