package dev.callsheet.spec.parser;

import dev.callsheet.spec.model.Deprecation;
import dev.callsheet.spec.source.YamlNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.BooleanNode;

/**
 * Reads {@code deprecated}, {@code replacedBy} and {@code sunset}; either of the last two says it.
 */
final class DeprecationParser {
  private final ProblemCollector problems;

  DeprecationParser(ProblemCollector problems) {
    this.problems = problems;
  }

  /** Whether a mapping says that what it describes is deprecated. */
  static boolean isDeprecated(YamlNode.Mapping mapping) {
    return Stream.of("replacedBy", "sunset").anyMatch(mapping::has)
        || mapping
            .get("deprecated")
            .filter(value -> !value.json().equals(BooleanNode.FALSE))
            .isPresent();
  }

  /** What it says of that; empty when it is not deprecated. */
  Optional<Deprecation> parse(YamlNode.Mapping mapping) {
    return isDeprecated(mapping)
        ? Optional.of(
            new Deprecation(
                mapping.text("deprecated").orElse(""),
                mapping.get("replacedBy").map(YamlNode::json).orElse(null),
                date(mapping, "sunset").orElse(null)))
        : Optional.empty();
  }

  /** A day such as {@code 2026-02-05}; empty, and reported, when there is no such day. */
  Optional<LocalDate> date(YamlNode.Mapping mapping, String key) {
    Optional<String> text = mapping.text(key).filter(t -> t.matches("\\d{4}-\\d{2}-\\d{2}"));
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeParseException noSuchDay) {
      problems.report(
          mapping.get(key).orElse(mapping).location(),
          "there is no such day as `" + text.orElse("") + "`");
      return Optional.empty();
    }
  }
}
