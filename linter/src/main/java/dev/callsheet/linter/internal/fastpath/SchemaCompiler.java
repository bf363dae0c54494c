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
import dev.callsheet.spec.model.ShapeVisitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.NullNode;

/**
 * Compiles a model: makes a {@link SchemaNode} for each place, then adds the rules of each scope by
 * a {@link ScopeRuleCompiler}.
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
    SchemaNode uuid = compiler.nodes.get(ParameterPath.ROOT.member("taskUUID"));
    if (uuid != null) {
      uuid.isTaskUuid = true;
    }
    SchemaNode type = compiler.nodes.get(ParameterPath.ROOT.member("taskType"));
    if (type != null) {
      type.isTaskType = true;
    }
    Map<ParameterPath, List<Rule>> scopes = new LinkedHashMap<>();
    for (Rule rule : model.rulesAndAdvice()) {
      scopes.computeIfAbsent(rule.scope(), scope -> new ArrayList<>()).add(rule);
    }
    ScopeRuleCompiler.StateSizes sizes = new ScopeRuleCompiler.StateSizes();
    scopes.forEach(
        (scope, rules) -> new ScopeRuleCompiler(scope, compiler.nodes, sizes).compile(rules));
    return new CompiledSchema(
        request,
        uuid != null && type != null,
        compiler.seenWords,
        sizes.factWords,
        sizes.accumulators,
        sizes.placeholderLists);
  }

  /** The node for a value of this shape, and those for all inside it. */
  private SchemaNode node(Shape shape, ParameterPath path, String name) {
    SchemaNode node = new SchemaNode();
    nodes.put(path, node);
    node.mayHoldSecret = isSecretName.test(name);
    Alternatives alternatives = shape.accept(new Alternatives());
    node.strings = alternatives.strings.toArray(StringMatcher[]::new);
    node.numbers = alternatives.numbers.toArray(NumberMatcher[]::new);
    node.allowsTrue = matchesExactlyOne(BooleanNode.TRUE, alternatives.scalars);
    node.allowsFalse = matchesExactlyOne(BooleanNode.FALSE, alternatives.scalars);
    node.allowsNull = matchesExactlyOne(NullNode.getInstance(), alternatives.scalars);
    // Several kinds of objects, or of lists, are not told apart here: look again.
    if (alternatives.structures.size() == 1) {
      node.members = members(alternatives.structures.get(0), path);
    }
    if (alternatives.sequences.size() == 1) {
      Shape.Sequence list = alternatives.sequences.get(0);
      if (list.facets().stream().allMatch(SchemaCompiler::isListSize)) {
        SchemaNode each = node(list.items(), path.eachItem(), name);
        node.items = new SchemaNode.ItemsSchema(each, ListBounds.of(list.facets()));
      }
    }
    return node;
  }

  private static boolean isListSize(Facet facet) {
    return FacetSubject.of(facet) == FacetSubject.LIST_SIZE;
  }

  /** The alternatives of a shape, by kind. */
  private static final class Alternatives implements ShapeVisitor<Alternatives> {
    private final List<StringMatcher> strings = new ArrayList<>();
    private final List<NumberMatcher> numbers = new ArrayList<>();
    private final List<Predicate<JsonNode>> scalars = new ArrayList<>();
    private final List<Shape.Structure> structures = new ArrayList<>();
    private final List<Shape.Sequence> sequences = new ArrayList<>();

    @Override
    public Alternatives visitScalar(Shape.Scalar shape) {
      List<Facet> facets = new ArrayList<>(List.of(new Facet.OfType(shape.type())));
      facets.addAll(shape.checkedFacets());
      SchemaFragment fragment = new SchemaFragment(facets);
      if (shape.type() == JsonType.STRING) {
        strings.add(new StringMatcher(fragment));
      } else if (shape.type() != JsonType.BOOLEAN) {
        numbers.add(new NumberMatcher(fragment));
      }
      scalars.add(FacetPredicates.of(fragment));
      return this;
    }

    @Override
    public Alternatives visitChoice(Shape.Choice shape) {
      SchemaFragment fragment = new SchemaFragment(List.of(new Facet.OneOf(shape.values())));
      strings.add(new StringMatcher(fragment));
      numbers.add(new NumberMatcher(fragment));
      scalars.add(FacetPredicates.of(fragment));
      return this;
    }

    @Override
    public Alternatives visitStructure(Shape.Structure shape) {
      structures.add(shape);
      return this;
    }

    /** Not read on the way: look again. */
    @Override
    public Alternatives visitDictionary(Shape.Dictionary shape) {
      return this;
    }

    @Override
    public Alternatives visitSequence(Shape.Sequence shape) {
      sequences.add(shape);
      return this;
    }

    @Override
    public Alternatives visitUnion(Shape.Union shape) {
      shape.alternatives().forEach(alternative -> alternative.shape().accept(this));
      return this;
    }
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
}
