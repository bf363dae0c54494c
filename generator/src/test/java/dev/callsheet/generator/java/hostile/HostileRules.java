package dev.callsheet.generator.java.hostile;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.calculus.Facet;
import dev.callsheet.spec.calculus.Formula;
import dev.callsheet.spec.calculus.Fragment;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleBody;
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

/** Rules of every kind over the parameters of a request, told in words that do not mean well. */
final class HostileRules {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Random random;
  private final HostileTexts texts;
  private final Dress dress;
  private final List<Spot> spots;
  private final boolean readsTexts;

  /**
   * @param readsTexts whether rules look at what a text is. What a mode requires would then depend
   *     on the words used, so that a spec and its twin had to differ.
   */
  HostileRules(
      Random random, HostileTexts texts, Dress dress, List<Spot> spots, boolean readsTexts) {
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
      List<Spot> lists = spots.stream().filter(Spot::isListOfObjects).toList();
      Path scope =
          lists.isEmpty() || random.nextInt(4) > 0 ? Path.ROOT : any(lists).path().eachItem();
      RuleBody body = scope.isRoot() ? body() : inside(scope);
      RuleBody documented = scope.isRoot() ? body() : inside(scope);
      if (ids.add(id)) {
        rules.add(
            new Rule(
                dress.of(id),
                random.nextBoolean() ? Severity.ERROR : Severity.WARNING,
                dress.of(sentence),
                scope,
                body,
                isPublishedOtherwise ? documented : null,
                isPublishedOtherwise && random.nextBoolean() ? dress.of(texts.name()) : null,
                isPublishedOtherwise ? dress.of(texts.text()) : null,
                HostileSpec.NOWHERE));
      }
    }
    return rules;
  }

  /** A statement about one parameter. */
  Formula formula() {
    Path path = any(spots).path();
    return random.nextBoolean()
        ? new Formula.Provided(path)
        : new Formula.Matches(path, new Fragment(List.of(facet())));
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
          new RuleBody.When(
              random.nextBoolean() ? null : formula(),
              formulas(),
              List.of(any(spots).path()),
              Map.of(any(spots).path(), new Fragment(List.of(facet()))));
    };
  }

  /** A rule about the members of an item. */
  private RuleBody inside(Path list) {
    Shape.Structure item =
        (Shape.Structure)
            spots.stream()
                .filter(spot -> spot.path().eachItem().equals(list))
                .map(spot -> ((Shape.Sequence) spot.shape()).items())
                .findFirst()
                .orElseThrow();
    List<Path> members =
        item.members().stream().map(member -> Path.ROOT.member(member.name())).toList();
    Path one = any(members);
    Path other = any(members);
    return random.nextBoolean()
        ? new RuleBody.AllOrNone(List.of(one, other))
        : new RuleBody.When(
            new Formula.Matches(one, new Fragment(List.of(facet()))),
            List.of(),
            List.of(other),
            Map.of());
  }

  private RuleBody combinations() {
    boolean isSize = spots.stream().anyMatch(spot -> spot.path().equals(Path.parse("width")));
    List<Path> of =
        isSize
            ? List.of(Path.parse("width"), Path.parse("height"))
            : List.of(any(spots).path(), any(spots).path());
    List<RuleBody.Row> rows = new ArrayList<>();
    for (int row = 1 + random.nextInt(4); row > 0; row--) {
      List<JsonNode> values = isSize ? sizes() : List.of(value(), value());
      rows.add(new RuleBody.Row(dress.of(texts.text()), values));
    }
    return new RuleBody.Combinations(random.nextBoolean() ? null : formula(), of, rows);
  }

  private List<JsonNode> sizes() {
    return List.of(JSON.numberNode(random.nextInt(9)), JSON.numberNode(random.nextInt(9)));
  }

  private RuleBody table() {
    Map<Path, Fragment> limits = Map.of(any(spots).path(), new Fragment(List.of(facet())));
    return new RuleBody.Table(
        List.of(any(spots).path()),
        List.of(new RuleBody.TableRow(dress.of(texts.text()), List.of(value()), limits)),
        limits);
  }

  private RuleBody sum() {
    List<Spot> terms = spots.stream().filter(spot -> spot.isNumber() && spot.isInList()).toList();
    List<Spot> totals = spots.stream().filter(Spot::isSingleNumber).toList();
    if (totals.isEmpty()) {
      return new RuleBody.AtLeastOneOf(formulas());
    }
    Path total = any(totals).path();
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
    List<Spot> in = spots.stream().filter(Spot::isString).toList();
    List<Spot> lists = spots.stream().filter(Spot::isListOfObjects).toList();
    return in.isEmpty() || lists.isEmpty()
        ? new RuleBody.ExactlyOneOf(formulas())
        : new RuleBody.References(
            List.of(any(in).path()), dress.ofRegex(texts.regex()), any(lists).path());
  }

  private List<Formula> formulas() {
    return Stream.generate(this::formula).limit(1 + random.nextInt(3)).toList();
  }

  private Facet facet() {
    return switch (random.nextInt(readsTexts ? 6 : 4)) {
      case 0 -> new Facet.OneOf(List.of(value(), value()));
      case 1 -> new Facet.Range(number(2), false, number(4), true);
      case 2 -> new Facet.Items(2, null);
      case 3 -> new Facet.Not(new Fragment(List.of(new Facet.OneOf(List.of(value())))));
      case 4 -> new Facet.Length(null, 4);
      default -> new Facet.Pattern(dress.ofRegex(texts.regex()));
    };
  }

  private JsonNode value() {
    return readsTexts && random.nextBoolean()
        ? JSON.stringNode(dress.of(texts.name()))
        : JSON.numberNode(random.nextInt(9) - 4);
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
