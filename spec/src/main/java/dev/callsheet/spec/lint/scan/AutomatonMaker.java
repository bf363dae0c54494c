package dev.callsheet.spec.lint.scan;

import dev.callsheet.spec.calculus.Facet;
import dev.callsheet.spec.calculus.Fragment;
import dev.callsheet.spec.calculus.JsonType;
import dev.callsheet.spec.calculus.Matching;
import dev.callsheet.spec.calculus.Path;
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

/** Makes the automaton of a model. */
final class AutomatonMaker {
  private final Map<Path, Node> nodes = new HashMap<>();
  private final Predicate<String> tellTale;
  private int seenWords;

  private AutomatonMaker(Predicate<String> tellTale) {
    this.tellTale = tellTale;
  }

  /** {@code tellTale} names are those under which secrets may stand. */
  static Automaton of(ModelSpec model, Predicate<String> tellTale) {
    AutomatonMaker maker = new AutomatonMaker(tellTale);
    Node request = maker.node(model.request(), Path.ROOT, "");
    Node id = maker.nodes.get(Path.ROOT.member("model"));
    if (id != null) {
      id.isModel = true;
    }
    Map<Path, List<Rule>> scopes = new LinkedHashMap<>();
    for (Rule rule : model.rules()) {
      scopes.computeIfAbsent(rule.scope(), scope -> new ArrayList<>()).add(rule);
    }
    RuleMaker.Sizes sizes = new RuleMaker.Sizes();
    scopes.forEach((scope, rules) -> new RuleMaker(scope, maker.nodes, sizes).add(rules));
    return new Automaton(request, maker.seenWords, sizes.facts, sizes.tallies, sizes.listings);
  }

  /** The node for a value of this shape. */
  private Node node(Shape shape, Path path, String name) {
    Node node = new Node();
    nodes.put(path, node);
    node.isTellTale = tellTale.test(name);
    List<Shape> alternatives = new ArrayList<>();
    flatten(shape, alternatives);
    List<TextCheck> texts = new ArrayList<>();
    List<NumberCheck> numbers = new ArrayList<>();
    List<Predicate<JsonNode>> literals = new ArrayList<>();
    for (Shape alternative : alternatives) {
      if (alternative instanceof Shape.Structure || alternative instanceof Shape.Sequence) {
        continue;
      }
      Fragment fragment = fragment(alternative);
      boolean choice = alternative instanceof Shape.Choice;
      JsonType type = alternative instanceof Shape.Scalar scalar ? scalar.type() : JsonType.NULL;
      if (choice || type == JsonType.STRING) {
        texts.add(new TextCheck(fragment));
      }
      if (choice || type == JsonType.INTEGER || type == JsonType.NUMBER) {
        numbers.add(new NumberCheck(fragment));
      }
      literals.add(Matching.of(fragment));
    }
    node.texts = texts.toArray(TextCheck[]::new);
    node.numbers = numbers.toArray(NumberCheck[]::new);
    node.allowsTrue = isAllowedOnce(BooleanNode.TRUE, literals);
    node.allowsFalse = isAllowedOnce(BooleanNode.FALSE, literals);
    node.allowsNull = isAllowedOnce(NullNode.getInstance(), literals);
    Shape.Structure structure = only(Shape.Structure.class, alternatives);
    if (structure != null) {
      node.members = members(structure, path);
    }
    Shape.Sequence list = only(Shape.Sequence.class, alternatives);
    if (list != null && list.facets().stream().allMatch(Facet.Items.class::isInstance)) {
      Node each = node(list.items(), path.eachItem(), name);
      node.items = new Node.Items(each, ListBounds.of(list.facets()));
    }
    return node;
  }

  /** Whether exactly one test accepts a value. */
  private static boolean isAllowedOnce(JsonNode value, List<Predicate<JsonNode>> tests) {
    return tests.stream().filter(test -> test.test(value)).count() == 1;
  }

  private Members members(Shape.Structure structure, Path path) {
    int firstWord = seenWords;
    seenWords += Members.words(structure);
    Node[] members =
        structure.members().stream().map(member -> member(member, path)).toArray(Node[]::new);
    return new Members(structure, members, firstWord);
  }

  private Node member(Parameter member, Path parent) {
    return node(member.shape(), parent.member(member.name()), member.name());
  }

  private static Fragment fragment(Shape shape) {
    if (shape instanceof Shape.Choice choice) {
      return new Fragment(List.of(new Facet.OneOf(choice.values())));
    }
    Shape.Scalar scalar = (Shape.Scalar) shape;
    List<Facet> facets = new ArrayList<>(scalar.facets());
    facets.add(0, new Facet.OfType(scalar.type()));
    return new Fragment(facets);
  }

  private static void flatten(Shape shape, List<Shape> alternatives) {
    if (shape instanceof Shape.Union union) {
      union.alternatives().forEach(alternative -> flatten(alternative.shape(), alternatives));
    } else {
      alternatives.add(shape);
    }
  }

  /** The only shape of a kind; null where there is none, or several to tell apart. */
  private static <S extends Shape> @Nullable S only(Class<S> kind, List<Shape> shapes) {
    List<S> found = shapes.stream().filter(kind::isInstance).map(kind::cast).toList();
    return found.size() == 1 ? found.get(0) : null;
  }
}
