package dev.callsheet.generator.page;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.RuleBody;
import dev.callsheet.spec.logic.RuleBodyVisitor;
import dev.callsheet.spec.logic.SchemaFragment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a rule states, in the phrases of published documentation. */
final class RuleText implements RuleBodyVisitor<String> {
  private static final RuleText TEXT = new RuleText();

  private RuleText() {}

  /**
   * One sentence, such as {@code When `resolution` is provided, `inputs.video` is required.}
   *
   * @param scope the list in whose every item the rule holds; the root for the task
   */
  static String sentence(RuleBody body, ParameterPath scope) {
    String sentence = body.accept(TEXT);
    return scope.isRoot()
        ? capitalized(sentence)
        : "In every item of " + Enumeration.code(scope.parent()) + ": " + sentence;
  }

  @Override
  public String visitExactlyOneOf(RuleBody.ExactlyOneOf body) {
    return choice("exactly one of", body.alternatives());
  }

  @Override
  public String visitAtLeastOneOf(RuleBody.AtLeastOneOf body) {
    return choice("at least one of", body.alternatives());
  }

  @Override
  public String visitAtMostOneOf(RuleBody.AtMostOneOf body) {
    Optional<List<ParameterPath>> paths = FormulaText.provided(body.alternatives());
    return paths.filter(two -> two.size() == 2).isPresent()
        ? Enumeration.of(paths.get(), "cannot be used with") + "."
        : choice("at most one of", body.alternatives());
  }

  @Override
  public String visitAllOrNone(RuleBody.AllOrNone body) {
    return Enumeration.of(body.parameters(), "and") + " must be used together.";
  }

  @Override
  public String visitConditional(RuleBody.Conditional body) {
    List<String> consequences = new ArrayList<>();
    body.requirements().forEach(each -> consequences.add(requirement(each)));
    if (!body.forbidden().isEmpty()) {
      consequences.add(Enumeration.of(body.forbidden(), "and") + " cannot be used");
    }
    body.constraints().forEach((path, fragment) -> consequences.add(constraint(path, fragment)));
    return when(body.condition()) + Enumeration.of(consequences.stream(), "and") + ".";
  }

  @Override
  public String visitCombinations(RuleBody.Combinations body) {
    return when(body.condition())
        + "only these combinations of "
        + Enumeration.of(body.parameters(), "and")
        + " are supported.";
  }

  @Override
  public String visitTable(RuleBody.Table body) {
    List<ParameterPath> decided =
        body.rows().stream()
            .flatMap(row -> row.constraints().keySet().stream())
            .distinct()
            .toList();
    return Enumeration.of(body.parameters(), "and")
        + (body.parameters().size() > 1 ? " decide" : " decides")
        + " what "
        + Enumeration.of(decided, "and")
        + " may be.";
  }

  @Override
  public String visitSum(RuleBody.Sum body) {
    return when(body.condition())
        + "the sum of "
        + Enumeration.code(body.terms())
        + " must equal "
        + Enumeration.code(body.total())
        + ".";
  }

  @Override
  public String visitBoundedSum(RuleBody.BoundedSum body) {
    BigDecimal minimum = body.minimum();
    BigDecimal maximum = body.maximum();
    return when(body.condition())
        + "the sum of "
        + Enumeration.code(body.terms())
        + (minimum != null && maximum != null && minimum.compareTo(maximum) == 0
            ? " must equal " + minimum.toPlainString()
            : " must be " + FormulaText.bounds(minimum, maximum))
        + ".";
  }

  @Override
  public String visitMeasure(RuleBody.Measure body) {
    String measured =
        switch (body.kind()) {
          case AREA -> "the product of " + Enumeration.of(body.operands(), "and");
          case RATIO -> Enumeration.of(body.operands(), "divided by");
        };
    return measured + " must be " + FormulaText.bounds(body.minimum(), body.maximum()) + ".";
  }

  @Override
  public String visitItemsTogether(RuleBody.ItemsTogether body) {
    Integer maximum = body.maximum();
    return Enumeration.of(body.lists(), "and")
        + " together must have "
        + new FacetText("")
            .visitItemCount(
                new Facet.ItemCount(
                    body.minimum() == 0 && maximum != null ? null : (Integer) body.minimum(),
                    maximum))
        + ".";
  }

  @Override
  public String visitPlaceholderReferences(RuleBody.PlaceholderReferences body) {
    return "every number that `"
        + body.pattern()
        + "` finds in "
        + Enumeration.of(body.texts(), "or")
        + " must be that of an item of "
        + Enumeration.code(body.list())
        + ".";
  }

  /** Constraints as the consequence of a row in a table; empty for none. */
  static String constraints(Map<ParameterPath, SchemaFragment> constraints) {
    return Enumeration.of(
        constraints.entrySet().stream().map(each -> constraint(each.getKey(), each.getValue())),
        "and");
  }

  private static String choice(String number, List<Formula> alternatives) {
    List<String> named = new ArrayList<>();
    for (Formula alternative : alternatives) {
      FormulaText.provided(alternative.conjuncts())
          .ifPresent(paths -> named.add("`" + together(paths) + "`"));
    }
    return named.size() == alternatives.size()
        ? "provide " + number + ": " + String.join(", ", named) + "."
        : number
            + " these must hold: "
            + Enumeration.of(alternatives.stream().map(FormulaText::clause), "or")
            + ".";
  }

  /** Parameters that make one alternative: {@code width/height}. */
  private static String together(List<ParameterPath> paths) {
    return String.join("/", paths.stream().map(ParameterPath::toString).toList());
  }

  private static String requirement(Formula required) {
    List<Formula> alternatives =
        required instanceof Formula.Any any ? any.parts() : required.conjuncts();
    String conjunction = required instanceof Formula.Any ? "or" : "and";
    return FormulaText.provided(alternatives)
        .map(
            paths ->
                Enumeration.of(paths, conjunction)
                    + (conjunction.equals("and") && paths.size() > 1 ? " are" : " is")
                    + " required")
        .orElseGet(() -> "it is required that " + FormulaText.clause(required));
  }

  private static String constraint(ParameterPath path, SchemaFragment fragment) {
    return fragment.facets().size() == 1
            && fragment.facets().get(0) instanceof Facet.ItemCount count
            && count.minimum() == null
            && count.maximum() != null
        ? Enumeration.code(path) + " is limited to " + count.maximum() + " items"
        : Enumeration.code(path) + " " + FragmentText.obligation(fragment);
  }

  private static String when(@Nullable Formula condition) {
    return condition == null ? "" : "when " + FormulaText.clause(condition) + ", ";
  }

  private static String capitalized(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
