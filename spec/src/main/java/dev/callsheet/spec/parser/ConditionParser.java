package dev.callsheet.spec.parser;

import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SpellingSuggestion;
import dev.callsheet.spec.source.YamlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads conditions and constraints: what is provided, and what it matches. */
final class ConditionParser {
  private final ProblemCollector problems;
  private final ParameterPathParser paths;
  private final SchemaFragmentParser fragments;

  ConditionParser(ProblemCollector problems) {
    this.problems = problems;
    this.paths = new ParameterPathParser(problems);
    this.fragments = new SchemaFragmentParser(problems);
  }

  /** A condition: a path, a list of which all hold, or a mapping. */
  Formula parse(YamlNode node, PathScope scope) {
    if (node instanceof YamlNode.Mapping mapping) {
      List<Formula> parts = new ArrayList<>();
      mapping.entries().forEach((key, entry) -> parts.add(parseEntry(key, entry, scope)));
      return Formula.all(parts);
    }
    if (node instanceof YamlNode.Sequence sequence) {
      return Formula.all(parseAll(sequence.items(), scope));
    }
    return new Formula.Provided(paths.parseSingle(node, scope));
  }

  /** A condition that may be left out. */
  Optional<Formula> parse(YamlNode.Mapping owner, String key, PathScope scope) {
    return owner.get(key).map(node -> parse(node, scope));
  }

  /** A list of conditions. */
  List<Formula> parseAll(List<YamlNode> nodes, PathScope scope) {
    return nodes.stream().map(node -> parse(node, scope)).toList();
  }

  /** What each of some parameters, in every item of a list too, must match where provided. */
  Map<ParameterPath, SchemaFragment> parseConstraints(YamlNode node, PathScope scope) {
    Map<ParameterPath, SchemaFragment> constraints = new LinkedHashMap<>();
    if (node instanceof YamlNode.Mapping mapping) {
      mapping
          .entries()
          .forEach(
              (key, entry) -> {
                ParameterPath path = paths.parse(key, entry.keyLocation(), scope);
                constraints.put(path, parseFragment(path, entry.value(), scope));
              });
    }
    return Collections.unmodifiableMap(constraints);
  }

  private Formula parseEntry(String key, YamlNode.Entry entry, PathScope scope) {
    return switch (key) {
      case "anyOf" -> new Formula.Any(parseAll(entry.value().items(), scope));
      case "allOf" -> Formula.all(parseAll(entry.value().items(), scope));
      case "not" -> new Formula.Not(parse(entry.value(), scope));
      default -> parseMatches(key, entry.keyLocation(), entry.value(), scope);
    };
  }

  private Formula parseMatches(
      String key, SourceLocation location, YamlNode value, PathScope scope) {
    Optional<String> label = value.asText();
    if (label.isPresent() && scope.rows().hasRows(key)) {
      return scope.rows().condition(key, label.get(), value.location(), scope.base(), problems);
    }
    if (label.isPresent() && !scope.mayContain(ParameterPath.parse(key))) {
      scope.rows().reportUnknownRule(key, location, problems);
      return new Formula.All(List.of());
    }
    Optional<String> meant = SpellingSuggestion.nearest(key, List.of("anyOf", "allOf", "not"));
    boolean unknown = scope.paths().stream().noneMatch(path -> path.toString().equals(key));
    if (meant.isPresent() && unknown) {
      problems.report(
          location,
          "`" + key + "` is no parameter and no condition; did you mean `" + meant.get() + "`?");
      return new Formula.All(List.of());
    }
    ParameterPath path = paths.parseSingle(key, location, scope);
    label.ifPresent(text -> reportText(path, text, value.location()));
    return new Formula.Matches(path, parseFragment(path, value, scope));
  }

  private void reportText(ParameterPath path, String text, SourceLocation location) {
    problems.report(
        location,
        "`"
            + path
            + "` must be a mapping, not the text `"
            + text
            + "`; to ask for a value, write `{const: "
            + text
            + "}`");
  }

  private SchemaFragment parseFragment(ParameterPath path, YamlNode value, PathScope scope) {
    return value
        .asMapping()
        .map(mapping -> fragments.parse(mapping, scope.shapes(path), path.toString()))
        .orElse(new SchemaFragment(List.of()));
  }
}
