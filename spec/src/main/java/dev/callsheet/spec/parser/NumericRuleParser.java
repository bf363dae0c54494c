package dev.callsheet.spec.parser;

import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.RuleBody;
import dev.callsheet.spec.source.YamlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Parses rules about sums, products, quotients and numbered placeholders. */
final class NumericRuleParser {
  private final ProblemCollector problems;
  private final ParameterPathParser paths;

  NumericRuleParser(ProblemCollector problems) {
    this.problems = problems;
    this.paths = new ParameterPathParser(problems);
  }

  RuleBody parseSum(YamlNode node, @Nullable Formula condition, PathScope scope) {
    YamlNode.Mapping sum = mapping(node);
    ParameterPath of =
        sum.get("of").map(terms -> parseTerms(terms, scope)).orElse(ParameterPath.ROOT);
    boolean isBounded = sum.has("minimum") || sum.has("maximum");
    if (sum.has("equals") == isBounded && !problems.hasProblemAtKeyOf(sum)) {
      problems.report(
          sum.location(),
          "a sum either `equals` something, or has a `minimum`, a `maximum` or both");
    }
    Optional<BigDecimal> constant = sum.decimal("equals");
    return isBounded || constant.isPresent()
        ? parseBounds(sum, constant, condition, of)
        : parseTotal(sum, condition, of, scope);
  }

  private ParameterPath parseTerms(YamlNode node, PathScope scope) {
    ParameterPath terms = paths.parse(node, KeywordTypes.NUMBERS, "only numbers add up", scope);
    if (!terms.isRoot() && !terms.leadsThroughLists() && !problems.hasProblemAt(node.location())) {
      problems.report(
          node.location(),
          "`"
              + terms
              + "` is one number; a sum adds up those of a list, such as `shots[].seconds`");
    }
    return terms;
  }

  private RuleBody parseBounds(
      YamlNode.Mapping sum,
      Optional<BigDecimal> constant,
      @Nullable Formula condition,
      ParameterPath of) {
    BigDecimal minimum = constant.or(() -> sum.decimal("minimum")).orElse(null);
    BigDecimal maximum = constant.or(() -> sum.decimal("maximum")).orElse(null);
    checkOrder(sum, minimum, maximum);
    return new RuleBody.BoundedSum(condition, of, minimum, maximum);
  }

  private RuleBody parseTotal(
      YamlNode.Mapping sum, @Nullable Formula condition, ParameterPath of, PathScope scope) {
    ParameterPath total =
        sum.get("equals")
            .map(
                number ->
                    paths.parseSingle(
                        number, KeywordTypes.NUMBERS, "only a number can be a sum", scope))
            .orElse(ParameterPath.ROOT);
    return new RuleBody.Sum(
        condition,
        of,
        total,
        scope.defaultOf(total).filter(JsonNode::isNumber).map(JsonNode::decimalValue).orElse(null));
  }

  private void checkOrder(
      YamlNode.Mapping bounds, @Nullable BigDecimal minimum, @Nullable BigDecimal maximum) {
    if (minimum != null && maximum != null && minimum.compareTo(maximum) > 0) {
      problems.report(bounds.keyLocation("maximum"), "`maximum` is less than `minimum`");
    }
  }

  RuleBody parseMeasure(YamlNode node, PathScope scope) {
    YamlNode.Mapping measure = mapping(node);
    if (measure.has("area") == measure.has("ratio")) {
      problems.report(measure.location(), "a measure is either an `area` or a `ratio`");
    }
    BigDecimal minimum = measure.decimal("minimum").orElse(null);
    BigDecimal maximum = measure.decimal("maximum").orElse(null);
    if (minimum == null && maximum == null) {
      problems.report(measure.location(), "a measure needs a `minimum`, a `maximum` or both");
    }
    checkOrder(measure, minimum, maximum);
    String key = measure.has("area") ? "area" : "ratio";
    List<ParameterPath> of = new ArrayList<>();
    for (YamlNode part : measure.items(key)) {
      of.add(paths.parseSingle(part, KeywordTypes.NUMBERS, "only numbers can be measured", scope));
    }
    RuleBody.Measure.Kind kind =
        key.equals("area") ? RuleBody.Measure.Kind.AREA : RuleBody.Measure.Kind.RATIO;
    return new RuleBody.Measure(kind, List.copyOf(of), minimum, maximum);
  }

  RuleBody parseReferences(YamlNode node, PathScope scope) {
    YamlNode.Mapping references = mapping(node);
    List<ParameterPath> texts = new ArrayList<>();
    for (YamlNode text : references.items("in")) {
      texts.add(paths.parse(text, Set.of(JsonType.STRING), "only texts have placeholders", scope));
    }
    ParameterPath list =
        references
            .get("to")
            .map(
                items ->
                    paths.parseSingle(
                        items,
                        Set.of(JsonType.ARRAY),
                        "placeholders name the items of a list",
                        scope))
            .orElse(ParameterPath.ROOT);
    references.get("pattern").ifPresent(new RegexParser(problems)::checkPlaceholders);
    return new RuleBody.PlaceholderReferences(
        List.copyOf(texts), references.text("pattern").orElse(""), list);
  }

  private static YamlNode.Mapping mapping(YamlNode node) {
    return node.asMapping().orElse(YamlNode.Mapping.empty(node.location()));
  }
}
