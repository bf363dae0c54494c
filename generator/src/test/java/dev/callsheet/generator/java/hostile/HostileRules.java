package dev.callsheet.generator.java.hostile;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.RuleBody;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Rules of every kind over the parameters of a request, with texts that do harm where they are not
 * escaped.
 */
final class HostileRules {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Random random;
  private final HostileTexts texts;
  private final TextSubstitution dress;
  private final List<RuleTarget> spots;
  private final boolean readsTexts;

  /**
   * @param readsTexts whether rules look at what a text is. What a mode requires would then depend
   *     on the words used, so that a spec and its twin had to differ.
   */
  HostileRules(
      Random random,
      HostileTexts texts,
      TextSubstitution dress,
      List<RuleTarget> spots,
      boolean readsTexts) {
    this.random = random;
    this.texts = texts;
    this.dress = dress;
    this.spots = spots;
    this.readsTexts = readsTexts;
  }

  static BigDecimal number(int whole) {
    return BigDecimal.valueOf(whole);
  }

  /** A few, ids all different. */
  List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int left = random.nextInt(7); left > 0; left--) {
      String id = texts.name();
      String sentence = texts.sentence();
      boolean isPublishedOtherwise = random.nextInt(4) == 0;
      List<RuleTarget> lists = spots.stream().filter(RuleTarget::isListOfObjects).toList();
      ParameterPath scope =
          lists.isEmpty() || random.nextInt(4) > 0
              ? ParameterPath.ROOT
              : any(lists).path().eachItem();
      RuleBody body = scope.isRoot() ? body() : inside(scope);
      RuleBody documented = scope.isRoot() ? body() : inside(scope);
      if (ids.add(id)) {
        rules.add(
            new Rule(
                dress.textFor(id),
                random.nextBoolean() ? Severity.ERROR : Severity.WARNING,
                dress.textFor(sentence),
                scope,
                body,
                isPublishedOtherwise ? documented : null,
                isPublishedOtherwise && random.nextBoolean() ? dress.textFor(texts.name()) : null,
                isPublishedOtherwise ? dress.textFor(texts.text()) : null,
                null,
                null,
                null,
                HostileSpec.NOWHERE));
      }
    }
    return rules;
  }

  /** A statement about one parameter. */
  Formula formula() {
    RuleTarget target = any(spots);
    return random.nextBoolean()
        ? new Formula.Provided(target.path())
        : new Formula.Matches(target.path(), fragment(target.shape()));
  }

  private RuleBody body() {
    return switch (random.nextInt(9)) {
      case 0 -> new RuleBody.ExactlyOneOf(formulas());
      case 1 -> new RuleBody.AtLeastOneOf(formulas());
      case 2 -> new RuleBody.AtMostOneOf(formulas());
      case 3 -> new RuleBody.AllOrNone(List.of(any(spots).path(), any(spots).path()));
      case 4 -> combinations();
      case 5 -> table();
      case 6 -> sum();
      case 7 -> references();
      default ->
          new RuleBody.Conditional(
              random.nextBoolean() ? null : formula(),
              formulas(),
              List.of(any(spots).path()),
              constraints());
    };
  }

  /** A rule about the members of an item. */
  private RuleBody inside(ParameterPath list) {
    Shape.Structure item =
        (Shape.Structure)
            spots.stream()
                .filter(spot -> spot.path().eachItem().equals(list))
                .map(spot -> ((Shape.Sequence) spot.shape()).items())
                .findFirst()
                .orElseThrow();
    Parameter condition = any(item.members());
    ParameterPath one = ParameterPath.ROOT.member(condition.name());
    ParameterPath other = ParameterPath.ROOT.member(any(item.members()).name());
    return random.nextBoolean()
        ? new RuleBody.AllOrNone(List.of(one, other))
        : new RuleBody.Conditional(
            new Formula.Matches(one, fragment(condition.shape())),
            List.of(),
            List.of(other),
            Map.of());
  }

  private RuleBody combinations() {
    boolean isSize =
        spots.stream().anyMatch(spot -> spot.path().equals(ParameterPath.parse("width")));
    List<ParameterPath> of =
        isSize
            ? List.of(ParameterPath.parse("width"), ParameterPath.parse("height"))
            : List.of(any(spots).path(), any(spots).path());
    List<RuleBody.CombinationRow> rows = new ArrayList<>();
    for (int row = 1 + random.nextInt(4); row > 0; row--) {
      List<JsonNode> values = isSize ? sizes() : List.of(value(), value());
      rows.add(new RuleBody.CombinationRow(dress.textFor(texts.text()), values));
    }
    return new RuleBody.Combinations(random.nextBoolean() ? null : formula(), of, rows);
  }

  private List<JsonNode> sizes() {
    return List.of(JSON.numberNode(random.nextInt(9)), JSON.numberNode(random.nextInt(9)));
  }

  private RuleBody table() {
    Map<ParameterPath, SchemaFragment> limits = constraints();
    return new RuleBody.Table(
        List.of(any(spots).path()),
        List.of(new RuleBody.TableRow(dress.textFor(texts.text()), List.of(value()), limits)),
        limits);
  }

  private RuleBody sum() {
    List<RuleTarget> terms =
        spots.stream().filter(spot -> spot.isNumber() && spot.isInList()).toList();
    List<RuleTarget> totals = spots.stream().filter(RuleTarget::isSingleNumber).toList();
    if (totals.isEmpty()) {
      return new RuleBody.AtLeastOneOf(formulas());
    }
    ParameterPath total = any(totals).path();
    return terms.isEmpty()
        ? new RuleBody.Measure(
            random.nextBoolean() ? RuleBody.Measure.Kind.AREA : RuleBody.Measure.Kind.RATIO,
            List.of(total, any(totals).path()),
            number(1),
            random.nextBoolean() ? null : number(9))
        : new RuleBody.Sum(
            random.nextBoolean() ? null : formula(), any(terms).path(), total, number(5));
  }

  private RuleBody references() {
    List<RuleTarget> in = spots.stream().filter(RuleTarget::isString).toList();
    List<RuleTarget> lists = spots.stream().filter(RuleTarget::isListOfObjects).toList();
    return in.isEmpty() || lists.isEmpty()
        ? new RuleBody.ExactlyOneOf(formulas())
        : new RuleBody.PlaceholderReferences(
            List.of(any(in).path()), dress.regexFor(texts.regex()), any(lists).path());
  }

  private List<Formula> formulas() {
    return Stream.generate(this::formula).limit(1 + random.nextInt(3)).toList();
  }

  private Map<ParameterPath, SchemaFragment> constraints() {
    RuleTarget target = any(spots);
    return Map.of(target.path(), fragment(target.shape()));
  }

  private SchemaFragment fragment(Shape shape) {
    return new SchemaFragment(List.of(facet(shape)));
  }

  /** Of listed texts, the generator finds out itself which are as a facet wants them. */
  private Facet facet(Shape shape) {
    boolean readsShape =
        readsTexts && shape.variants().stream().noneMatch(Shape.Choice.class::isInstance);
    return switch (random.nextInt(readsShape ? 6 : 4)) {
      case 0 -> new Facet.OneOf(List.of(value(), value()));
      case 1 -> new Facet.Range(number(2), false, number(4), true);
      case 2 -> new Facet.ItemCount(2, null);
      case 3 -> new Facet.Not(new SchemaFragment(List.of(new Facet.OneOf(List.of(value())))));
      case 4 -> new Facet.Length(null, 4);
      default -> new Facet.Pattern(dress.regexFor(texts.regex()));
    };
  }

  private JsonNode value() {
    return readsTexts && random.nextBoolean()
        ? JSON.stringNode(dress.textFor(texts.name()))
        : JSON.numberNode(random.nextInt(9) - 4);
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
