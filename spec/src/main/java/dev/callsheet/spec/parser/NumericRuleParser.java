package dev.callsheet.spec.parser;

import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.RuleBody;
import dev.callsheet.spec.source.YamlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads rules about numbers that are calculated or counted. */
final class NumericRuleParser {
  private static final Set<JsonType> NUMBERS = Set.of(JsonType.INTEGER, JsonType.NUMBER);

  private final ProblemCollector problems;
  private final ParameterPathParser paths;

  NumericRuleParser(ProblemCollector problems) {
    this.problems = problems;
    this.paths = new ParameterPathParser(problems);
  }

  RuleBody parseSum(YamlNode node, @Nullable Formula condition, PathScope scope) {
    YamlNode.Mapping sum = mapping(node);
    ParameterPath of = multiPath(sum, "of", NUMBERS, "only numbers add up", scope);
    ParameterPath total = singlePath(sum, "equals", NUMBERS, "only a number can be a sum", scope);
    return new RuleBody.Sum(
        condition,
        of,
        total,
        scope.defaultOf(total).filter(JsonNode::isNumber).map(JsonNode::decimalValue).orElse(null));
  }

  RuleBody parseMeasure(YamlNode node, PathScope scope) {
    YamlNode.Mapping measure = mapping(node);
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
    List<ParameterPath> of = new ArrayList<>();
    for (YamlNode part : measure.items(key)) {
      ParameterPath path = paths.parseSingle(part, scope);
      paths.checkType(path, NUMBERS, "only numbers can be measured", part, scope);
      of.add(path);
    }
    RuleBody.Measure.Kind kind =
        key.equals("area") ? RuleBody.Measure.Kind.AREA : RuleBody.Measure.Kind.RATIO;
    return new RuleBody.Measure(kind, List.copyOf(of), minimum, maximum);
  }

  RuleBody parseReferences(YamlNode node, PathScope scope) {
    YamlNode.Mapping references = mapping(node);
    List<ParameterPath> texts = new ArrayList<>();
    for (YamlNode text : references.items("in")) {
      ParameterPath path = paths.parse(text, scope);
      paths.checkType(path, Set.of(JsonType.STRING), "only texts have placeholders", text, scope);
      texts.add(path);
    }
    ParameterPath list =
        singlePath(
            references,
            "to",
            Set.of(JsonType.ARRAY),
            "placeholders name the items of a list",
            scope);
    references.get("pattern").ifPresent(this::checkPattern);
    return new RuleBody.PlaceholderReferences(
        List.copyOf(texts), references.text("pattern").orElse(""), list);
  }

  private void checkPattern(YamlNode pattern) {
    new RegexParser(problems)
        .parse(pattern)
        .filter(regex -> regex.matcher("").groupCount() == 0)
        .ifPresent(
            regex ->
                problems.report(
                    pattern.location(),
                    "the pattern needs a group for the number, such as `(\\d+)`"));
  }

  private ParameterPath singlePath(
      YamlNode.Mapping owner, String key, Set<JsonType> wanted, String purpose, PathScope scope) {
    return owner
        .get(key)
        .map(
            node -> {
              ParameterPath path = paths.parseSingle(node, scope);
              paths.checkType(path, wanted, purpose, node, scope);
              return path;
            })
        .orElse(ParameterPath.ROOT);
  }

  private ParameterPath multiPath(
      YamlNode.Mapping owner, String key, Set<JsonType> wanted, String purpose, PathScope scope) {
    return owner
        .get(key)
        .map(
            node -> {
              ParameterPath path = paths.parse(node, scope);
              paths.checkType(path, wanted, purpose, node, scope);
              return path;
            })
        .orElse(ParameterPath.ROOT);
  }

  private static @Nullable BigDecimal number(YamlNode.Mapping owner, String key) {
    return owner
        .get(key)
        .filter(node -> node.json().isNumber())
        .map(node -> node.json().decimalValue())
        .orElse(null);
  }

  private static YamlNode.Mapping mapping(YamlNode node) {
    return node.asMapping().orElse(YamlNode.Mapping.empty(node.location()));
  }
}
