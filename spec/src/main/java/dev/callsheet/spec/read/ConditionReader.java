package dev.callsheet.spec.read;

import dev.callsheet.spec.calculus.Formula;
import dev.callsheet.spec.calculus.Fragment;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.source.Location;
import dev.callsheet.spec.source.Node;
import dev.callsheet.spec.source.Suggestion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads conditions and constraints: what is provided, and what it matches. */
final class ConditionReader {
  private final Problems problems;
  private final PathReader paths;
  private final FragmentReader fragments;

  ConditionReader(Problems problems) {
    this.problems = problems;
    this.paths = new PathReader(problems);
    this.fragments = new FragmentReader(problems);
  }

  /** A condition: a path, a list of which all hold, or a mapping. */
  Formula read(Node node, Scope scope) {
    if (node instanceof Node.Mapping mapping) {
      List<Formula> parts = new ArrayList<>();
      mapping.entries().forEach((key, entry) -> parts.add(entry(key, entry, scope)));
      return all(parts);
    }
    if (node instanceof Node.Sequence sequence) {
      return all(each(sequence.items(), scope));
    }
    return new Formula.Provided(paths.one(node, scope));
  }

  /** A condition that may be left out. */
  Optional<Formula> read(Node.Mapping owner, String key, Scope scope) {
    return owner.get(key).map(node -> read(node, scope));
  }

  /** A list of conditions. */
  List<Formula> each(List<Node> nodes, Scope scope) {
    return nodes.stream().map(node -> read(node, scope)).toList();
  }

  /** What each of some parameters, in every item of a list too, must match where provided. */
  Map<Path, Fragment> constraints(Node node, Scope scope) {
    Map<Path, Fragment> constraints = new LinkedHashMap<>();
    if (node instanceof Node.Mapping mapping) {
      mapping
          .entries()
          .forEach(
              (key, entry) -> {
                Path path = paths.any(key, entry.keyLocation(), scope);
                constraints.put(path, fragment(path, entry.value(), scope));
              });
    }
    return Collections.unmodifiableMap(constraints);
  }

  private Formula entry(String key, Node.Entry entry, Scope scope) {
    return switch (key) {
      case "anyOf" -> new Formula.Any(each(entry.value().items(), scope));
      case "allOf" -> all(each(entry.value().items(), scope));
      case "not" -> new Formula.Not(read(entry.value(), scope));
      default -> matches(key, entry.keyLocation(), entry.value(), scope);
    };
  }

  private Formula matches(String key, Location location, Node value, Scope scope) {
    Optional<String> meant = Suggestion.nearest(key, List.of("anyOf", "allOf", "not"));
    boolean unknown = scope.known().stream().noneMatch(path -> path.toString().equals(key));
    if (meant.isPresent() && unknown) {
      problems.report(
          location,
          "`" + key + "` is no parameter and no condition; did you mean `" + meant.get() + "`?");
      return new Formula.All(List.of());
    }
    Path path = paths.one(key, location, scope);
    return new Formula.Matches(path, fragment(path, value, scope));
  }

  private Fragment fragment(Path path, Node value, Scope scope) {
    return value
        .asMapping()
        .map(mapping -> fragments.read(mapping, scope.shapes(path), path.toString()))
        .orElse(new Fragment(List.of()));
  }

  private static Formula all(List<Formula> parts) {
    return parts.size() == 1 ? parts.get(0) : new Formula.All(List.copyOf(parts));
  }
}
