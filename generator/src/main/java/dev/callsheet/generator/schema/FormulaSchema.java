package dev.callsheet.generator.schema;

import dev.callsheet.spec.logic.AtomVisitor;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.FormulaVisitor;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Formulas as schemas of the object they are about. */
final class FormulaSchema
    implements FormulaVisitor<Optional<ObjectNode>>, AtomVisitor<Optional<ObjectNode>> {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final FormulaSchema VISITOR = new FormulaSchema();

  private FormulaSchema() {}

  /** A schema that exactly the objects match of which the formula holds; empty if there is none. */
  static Optional<ObjectNode> of(Formula formula) {
    return formula.accept(VISITOR);
  }

  @Override
  public Optional<ObjectNode> visitAtom(Formula.Atom atom) {
    return atom.acceptAtom(this);
  }

  @Override
  public Optional<ObjectNode> visitProvided(Formula.Provided formula) {
    return Optional.of(existsAt(formula.path().steps(), JSON.objectNode()));
  }

  @Override
  public Optional<ObjectNode> visitMatches(Formula.Matches formula) {
    return FacetSchema.canExpress(formula.fragment())
        ? Optional.of(matches(formula))
        : Optional.empty();
  }

  /** JSON Schema does not add. */
  @Override
  public Optional<ObjectNode> visitSumEquals(Formula.SumEquals formula) {
    return Optional.empty();
  }

  /** JSON Schema does not add. */
  @Override
  public Optional<ObjectNode> visitSumWithin(Formula.SumWithin formula) {
    return Optional.empty();
  }

  /** JSON Schema does not multiply. */
  @Override
  public Optional<ObjectNode> visitProductWithin(Formula.ProductWithin formula) {
    return Optional.empty();
  }

  /** JSON Schema does not divide. */
  @Override
  public Optional<ObjectNode> visitQuotientWithin(Formula.QuotientWithin formula) {
    return Optional.empty();
  }

  /** JSON Schema does not relate a part of a text to the length of a list. */
  @Override
  public Optional<ObjectNode> visitPlaceholdersWithin(Formula.PlaceholdersWithin formula) {
    return Optional.empty();
  }

  @Override
  public Optional<ObjectNode> visitAll(Formula.All formula) {
    return combined("allOf", formula.parts());
  }

  @Override
  public Optional<ObjectNode> visitAny(Formula.Any formula) {
    return combined("anyOf", formula.parts());
  }

  @Override
  public Optional<ObjectNode> visitNot(Formula.Not formula) {
    return of(formula.part()).map(part -> JSON.objectNode().set("not", part));
  }

  @Override
  public Optional<ObjectNode> visitImplies(Formula.Implies formula) {
    return of(formula.condition())
        .flatMap(
            condition ->
                of(formula.consequence())
                    .map(then -> JSON.objectNode().set("if", condition).set("then", then)));
  }

  @Override
  public Optional<ObjectNode> visitCount(Formula.Count count) {
    if (count.minimum() == 1 && count.maximum() == 1) {
      return combined("oneOf", count.parts());
    }
    List<Formula> bounds = new ArrayList<>();
    if (count.maximum() < count.parts().size()) {
      List<Formula> tooMany = new ArrayList<>();
      subsets(count.parts(), count.maximum() + 1, 0, new ArrayList<>(), tooMany);
      bounds.add(new Formula.Not(new Formula.Any(tooMany)));
    }
    if (count.minimum() > 0) {
      List<Formula> enough = new ArrayList<>();
      subsets(count.parts(), count.minimum(), 0, new ArrayList<>(), enough);
      bounds.add(new Formula.Any(enough));
    }
    return of(bounds.size() == 1 ? bounds.get(0) : new Formula.All(bounds));
  }

  /** Something is found at the end of the path, and every value found there matches. */
  private static ObjectNode matches(Formula.Matches atom) {
    List<ParameterPath.Step> steps = atom.path().steps();
    ObjectNode fragment = FacetSchema.of(atom.fragment());
    return atom.path().leadsThroughLists()
        ? JSON.objectNode()
            .set(
                "allOf",
                JSON.arrayNode()
                    .add(existsAt(steps, JSON.objectNode()))
                    .add(forAllAt(steps, fragment)))
        : existsAt(steps, fragment);
  }

  /** The path leads to a value of this schema, in one item of each list that it goes through. */
  private static ObjectNode existsAt(List<ParameterPath.Step> steps, ObjectNode end) {
    if (steps.isEmpty()) {
      return end;
    }
    ObjectNode further = existsAt(steps.subList(1, steps.size()), end);
    return steps
        .get(0)
        .fold(
            name -> objectWith(name, further),
            () -> JSON.objectNode().put("type", JsonType.ARRAY.keyword()).set("contains", further));
  }

  private static ObjectNode objectWith(String name, ObjectNode member) {
    ObjectNode schema = JSON.objectNode().put("type", JsonType.OBJECT.keyword());
    schema.set("required", JSON.arrayNode().add(name));
    return member.isEmpty()
        ? schema
        : schema.set("properties", JSON.objectNode().set(name, member));
  }

  /** Wherever the path leads, it leads to a value of this schema. */
  static ObjectNode forAllAt(List<ParameterPath.Step> steps, ObjectNode end) {
    if (steps.isEmpty()) {
      return end;
    }
    ObjectNode further = forAllAt(steps.subList(1, steps.size()), end);
    return steps
        .get(0)
        .fold(
            name -> JSON.objectNode().set("properties", JSON.objectNode().set(name, further)),
            () -> JSON.objectNode().set("items", further));
  }

  private static Optional<ObjectNode> combined(String keyword, List<Formula> parts) {
    if (parts.isEmpty()) {
      return Optional.of(
          keyword.equals("allOf")
              ? JSON.objectNode()
              : JSON.objectNode().set("not", JSON.objectNode()));
    }
    return list(parts).map(schemas -> JSON.objectNode().set(keyword, schemas));
  }

  /** Every choice of {@code size} parts, as the formula that all of them hold. */
  private static void subsets(
      List<Formula> parts, int size, int from, List<Formula> chosen, List<Formula> found) {
    if (chosen.size() == size) {
      found.add(new Formula.All(List.copyOf(chosen)));
      return;
    }
    for (int i = from; i < parts.size(); i++) {
      chosen.add(parts.get(i));
      subsets(parts, size, i + 1, chosen, found);
      chosen.remove(chosen.size() - 1);
    }
  }

  private static Optional<ArrayNode> list(List<Formula> parts) {
    ArrayNode schemas = JSON.arrayNode();
    for (Formula part : parts) {
      Optional<ObjectNode> schema = of(part);
      if (schema.isEmpty()) {
        return Optional.empty();
      }
      schemas.add(schema.get());
    }
    return Optional.of(schemas);
  }
}
