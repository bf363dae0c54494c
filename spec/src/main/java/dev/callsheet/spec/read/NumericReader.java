package dev.callsheet.spec.read;

import dev.callsheet.spec.calculus.Formula;
import dev.callsheet.spec.calculus.JsonType;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.model.RuleBody;
import dev.callsheet.spec.source.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads rules about numbers that are calculated or counted. */
final class NumericReader {
  private static final Set<JsonType> NUMBERS = Set.of(JsonType.INTEGER, JsonType.NUMBER);

  private final Problems problems;
  private final PathReader paths;

  NumericReader(Problems problems) {
    this.problems = problems;
    this.paths = new PathReader(problems);
  }

  RuleBody sum(Node node, @Nullable Formula condition, Scope scope) {
    Node.Mapping sum = mapping(node);
    Path of = many(sum, "of", NUMBERS, "only numbers add up", scope);
    Path total = one(sum, "equals", NUMBERS, "only a number can be a sum", scope);
    return new RuleBody.Sum(
        condition,
        of,
        total,
        scope.defaultOf(total).filter(JsonNode::isNumber).map(JsonNode::decimalValue).orElse(null));
  }

  RuleBody measure(Node node, Scope scope) {
    Node.Mapping measure = mapping(node);
    if (measure.has("area") == measure.has("ratio")) {
      problems.report(measure.location(), "a measure is either an `area` or a `ratio`");
    }
    BigDecimal minimum = number(measure, "minimum");
    BigDecimal maximum = number(measure, "maximum");
    if (minimum == null && maximum == null) {
      problems.report(measure.location(), "a measure needs a `minimum`, a `maximum` or both");
    } else if (minimum != null && maximum != null && minimum.compareTo(maximum) > 0) {
      problems.report(measure.keyLocation("maximum"), "`maximum` is less than `minimum`");
    }
    String key = measure.has("area") ? "area" : "ratio";
    List<Path> of = new ArrayList<>();
    for (Node part : measure.items(key)) {
      Path path = paths.one(part, scope);
      paths.expect(path, NUMBERS, "only numbers can be measured", part, scope);
      of.add(path);
    }
    RuleBody.Measure.Kind kind =
        key.equals("area") ? RuleBody.Measure.Kind.AREA : RuleBody.Measure.Kind.RATIO;
    return new RuleBody.Measure(kind, List.copyOf(of), minimum, maximum);
  }

  RuleBody references(Node node, Scope scope) {
    Node.Mapping references = mapping(node);
    List<Path> texts = new ArrayList<>();
    for (Node text : references.items("in")) {
      Path path = paths.any(text, scope);
      paths.expect(path, Set.of(JsonType.STRING), "only texts have placeholders", text, scope);
      texts.add(path);
    }
    Path list =
        one(
            references,
            "to",
            Set.of(JsonType.ARRAY),
            "placeholders name the items of a list",
            scope);
    references.get("pattern").ifPresent(this::checkPattern);
    return new RuleBody.References(List.copyOf(texts), references.text("pattern").orElse(""), list);
  }

  private void checkPattern(Node pattern) {
    new RegexReader(problems)
        .read(pattern)
        .filter(regex -> regex.matcher("").groupCount() == 0)
        .ifPresent(
            regex ->
                problems.report(
                    pattern.location(),
                    "the pattern needs a group for the number, such as `(\\d+)`"));
  }

  private Path one(
      Node.Mapping owner, String key, Set<JsonType> wanted, String purpose, Scope scope) {
    return owner
        .get(key)
        .map(
            node -> {
              Path path = paths.one(node, scope);
              paths.expect(path, wanted, purpose, node, scope);
              return path;
            })
        .orElse(Path.ROOT);
  }

  private Path many(
      Node.Mapping owner, String key, Set<JsonType> wanted, String purpose, Scope scope) {
    return owner
        .get(key)
        .map(
            node -> {
              Path path = paths.any(node, scope);
              paths.expect(path, wanted, purpose, node, scope);
              return path;
            })
        .orElse(Path.ROOT);
  }

  private static @Nullable BigDecimal number(Node.Mapping owner, String key) {
    return owner
        .get(key)
        .filter(node -> node.json().isNumber())
        .map(node -> node.json().decimalValue())
        .orElse(null);
  }

  private static Node.Mapping mapping(Node node) {
    return node.asMapping().orElse(Node.Mapping.empty(node.location()));
  }
}
