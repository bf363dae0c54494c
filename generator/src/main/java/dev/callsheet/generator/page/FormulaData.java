package dev.callsheet.generator.page;

import dev.callsheet.spec.logic.AtomVisitor;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.FormulaVisitor;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Formulas as JSON for scripts, such as {@code {"op": "provided", "path": ["seed"]}}; empty for
 * those that hold by what scripts do not work out: sums, placeholders in texts, formats.
 */
final class FormulaData
    implements FormulaVisitor<Optional<JsonNode>>, AtomVisitor<Optional<JsonNode>> {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final FormulaData DATA = new FormulaData();

  private FormulaData() {}

  /** A condition; one that is null always holds. */
  static Optional<JsonNode> of(@Nullable Formula formula) {
    return (formula == null ? new Formula.All(List.of()) : formula).accept(DATA);
  }

  /** A path as a list of names, with {@code []} for every item of a list. */
  static ArrayNode path(ParameterPath path) {
    ArrayNode steps = JSON.arrayNode();
    path.steps().forEach(step -> steps.add(step.fold(name -> name, () -> "[]")));
    return steps;
  }

  @Override
  public Optional<JsonNode> visitAtom(Formula.Atom atom) {
    return atom.acceptAtom(this);
  }

  @Override
  public Optional<JsonNode> visitAll(Formula.All formula) {
    return count(formula.parts().size(), formula.parts().size(), formula.parts());
  }

  @Override
  public Optional<JsonNode> visitAny(Formula.Any formula) {
    return count(1, formula.parts().size(), formula.parts());
  }

  @Override
  public Optional<JsonNode> visitNot(Formula.Not formula) {
    return count(0, 0, List.of(formula.part()));
  }

  @Override
  public Optional<JsonNode> visitImplies(Formula.Implies formula) {
    return count(1, 2, List.of(new Formula.Not(formula.condition()), formula.consequence()));
  }

  @Override
  public Optional<JsonNode> visitCount(Formula.Count formula) {
    return count(formula.minimum(), formula.maximum(), formula.parts());
  }

  /** Every combination is a count: all are n of n, none is 0 of n. */
  private Optional<JsonNode> count(int minimum, int maximum, List<Formula> formulas) {
    ArrayNode parts = JSON.arrayNode();
    formulas.forEach(part -> part.accept(this).ifPresent(parts::add));
    if (parts.size() < formulas.size()) {
      return Optional.empty();
    }
    ObjectNode count = JSON.objectNode().put("op", "count").put("min", minimum).put("max", maximum);
    count.set("parts", parts);
    return Optional.of(count);
  }

  @Override
  public Optional<JsonNode> visitProvided(Formula.Provided atom) {
    ObjectNode provided = JSON.objectNode().put("op", "provided");
    provided.set("path", path(atom.path()));
    return Optional.of(provided);
  }

  @Override
  public Optional<JsonNode> visitMatches(Formula.Matches atom) {
    ObjectNode matches = JSON.objectNode().put("op", "matches");
    matches.set("path", path(atom.path()));
    return FacetData.of(atom.fragment())
        .map(
            facets -> {
              matches.set("facets", facets);
              return matches;
            });
  }

  @Override
  public Optional<JsonNode> visitSumEquals(Formula.SumEquals atom) {
    return Optional.empty();
  }

  @Override
  public Optional<JsonNode> visitSumWithin(Formula.SumWithin atom) {
    return Optional.empty();
  }

  @Override
  public Optional<JsonNode> visitProductWithin(Formula.ProductWithin atom) {
    return Optional.empty();
  }

  @Override
  public Optional<JsonNode> visitQuotientWithin(Formula.QuotientWithin atom) {
    return Optional.empty();
  }

  @Override
  public Optional<JsonNode> visitPlaceholdersWithin(Formula.PlaceholdersWithin atom) {
    return Optional.empty();
  }
}
