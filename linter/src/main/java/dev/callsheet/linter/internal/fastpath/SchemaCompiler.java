package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.NullNode;

/**
 * Compiles a model: makes a {@link SchemaNode} for each place, then adds the rules of each scope by a
 * {@link ScopeRuleCompiler}.
 */
final class SchemaCompiler {
  private final Map<ParameterPath, SchemaNode> nodes = new HashMap<>();
  private final Predicate<String> isSecretName;
  private int seenWords;

  private SchemaCompiler(Predicate<String> isSecretName) {
    this.isSecretName = isSecretName;
  }

  /** {@code isSecretName} recognises the names of members that may hold a secret. */
  static CompiledSchema compile(ModelSpec model, Predicate<String> isSecretName) {
    SchemaCompiler compiler = new SchemaCompiler(isSecretName);
    SchemaNode request = compiler.node(model.request(), ParameterPath.ROOT, "");
    SchemaNode id = compiler.nodes.get(ParameterPath.ROOT.member("model"));
    if (id != null) {
      id.isModelId = true;
    }
    Map<ParameterPath, List<Rule>> scopes = new LinkedHashMap<>();
    for (Rule rule : model.rules()) {
      scopes.computeIfAbsent(rule.scope(), scope -> new ArrayList<>()).add(rule);
    }
    ScopeRuleCompiler.StateSizes sizes = new ScopeRuleCompiler.StateSizes();
    scopes.forEach(
        (scope, rules) -> new ScopeRuleCompiler(scope, compiler.nodes, sizes).compile(rules));
    return new CompiledSchema(
        request, compiler.seenWords, sizes.factWords, sizes.accumulators, sizes.placeholderLists);
  }

  /** The node for a value of this shape, and those for all inside it. */
  private SchemaNode node(Shape shape, ParameterPath path, String name) {
    SchemaNode node = new SchemaNode();
    nodes.put(path, node);
    node.mayHoldSecret = isSecretName.test(name);
    List<Shape> alternatives = new ArrayList<>();
    flatten(shape, alternatives);
    List<StringMatcher> texts = new ArrayList<>();
    List<NumberMatcher> numbers = new ArrayList<>();
    List<Predicate<JsonNode>> literals = new ArrayList<>();
    for (Shape alternative : alternatives) {
      if (alternative instanceof Shape.Structure || alternative instanceof Shape.Sequence) {
        continue;
      }
      SchemaFragment fragment = fragment(alternative);
      boolean choice = alternative instanceof Shape.Choice;
      JsonType type = alternative instanceof Shape.Scalar scalar ? scalar.type() : JsonType.NULL;
      if (choice || type == JsonType.STRING) {
        texts.add(new StringMatcher(fragment));
      }
      if (choice || type == JsonType.INTEGER || type == JsonType.NUMBER) {
        numbers.add(new NumberMatcher(fragment));
      }
      literals.add(FacetPredicates.of(fragment));
    }
    node.strings = texts.toArray(StringMatcher[]::new);
    node.numbers = numbers.toArray(NumberMatcher[]::new);
    node.allowsTrue = matchesExactlyOne(BooleanNode.TRUE, literals);
    node.allowsFalse = matchesExactlyOne(BooleanNode.FALSE, literals);
    node.allowsNull = matchesExactlyOne(NullNode.getInstance(), literals);
    Shape.Structure structure = onlyOne(Shape.Structure.class, alternatives);
    if (structure != null) {
      node.members = members(structure, path);
    }
    Shape.Sequence list = onlyOne(Shape.Sequence.class, alternatives);
    if (list != null && list.facets().stream().allMatch(Facet.ItemCount.class::isInstance)) {
      SchemaNode each = node(list.items(), path.eachItem(), name);
      node.items = new SchemaNode.ItemsSchema(each, ListBounds.of(list.facets()));
    }
    return node;
  }

  /** Whether exactly one test accepts a value. */
  private static boolean matchesExactlyOne(JsonNode value, List<Predicate<JsonNode>> tests) {
    return tests.stream().filter(test -> test.test(value)).count() == 1;
  }

  private MemberTable members(Shape.Structure structure, ParameterPath path) {
    int firstWord = seenWords;
    seenWords += MemberTable.wordCount(structure);
    SchemaNode[] members =
        structure.members().stream().map(member -> member(member, path)).toArray(SchemaNode[]::new);
    return new MemberTable(structure, members, firstWord);
  }

  private SchemaNode member(Parameter member, ParameterPath parent) {
    return node(member.shape(), parent.member(member.name()), member.name());
  }

  private static SchemaFragment fragment(Shape shape) {
    if (shape instanceof Shape.Choice choice) {
      return new SchemaFragment(List.of(new Facet.OneOf(choice.values())));
    }
    Shape.Scalar scalar = (Shape.Scalar) shape;
    List<Facet> facets = new ArrayList<>(scalar.facets());
    facets.add(0, new Facet.OfType(scalar.type()));
    return new SchemaFragment(facets);
  }

  private static void flatten(Shape shape, List<Shape> alternatives) {
    if (shape instanceof Shape.Union union) {
      union.alternatives().forEach(alternative -> flatten(alternative.shape(), alternatives));
    } else {
      alternatives.add(shape);
    }
  }

  /** The only shape of a kind; null when there is none, or several. */
  private static <S extends Shape> @Nullable S onlyOne(Class<S> kind, List<Shape> shapes) {
    List<S> found = shapes.stream().filter(kind::isInstance).map(kind::cast).toList();
    return found.size() == 1 ? found.get(0) : null;
  }
}
