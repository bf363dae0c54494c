package dev.callsheet.spec.diff;

import dev.callsheet.runtime.Amount;
import dev.callsheet.runtime.MediaDurations;
import dev.callsheet.runtime.Price;
import dev.callsheet.spec.analysis.ClaimSearch;
import dev.callsheet.spec.analysis.ScopedFormula;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.model.Charge;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.price.PriceEstimator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Compares what requests cost that are valid in both of two specs.
 *
 * <p>The conditions of charges and rates divide the requests into regions, in each of which the
 * prices are one sum each of quantities times rates. Charges that both lists have cancel out; of
 * the conditions of the others, every combination that a request can have is visited, depth first,
 * and cut off where the solver refutes it. In a region, the difference of two such sums is largest
 * at bounds of the quantities, so a smallest request of the region is priced, and it with every
 * quantity at the bounds of its values and of what is free. Media last one second, or a hundred; of
 * what no request shows there is one, or a thousand.
 *
 * <p>Prices are computed by the {@link PriceEstimator}, so no price is reported that a request does
 * not have. Cost: two to the number of conditions that differ at worst, and {@value #MAX_REGIONS}
 * regions at most; what is beyond is reported as open.
 */
final class PriceComparison {
  private static final int MAX_REGIONS = 200;

  /** Of states of quantities, in each region. */
  private static final int MAX_CHOICES = 100;

  /** Not provided, the least and the most. */
  private static final int MIN_STATES = 3;

  private static final List<MediaDurations> DURATIONS =
      Stream.of("1", "100")
          .map(BigDecimal::new)
          .<MediaDurations>map(seconds -> media -> Optional.of(seconds))
          .toList();

  private static final List<BigDecimal> UNITS = List.of(BigDecimal.ONE, BigDecimal.valueOf(1000));

  private final ComparedSpec before;
  private final ComparedSpec after;
  private final List<ScopedFormula> demands;
  private final List<Formula> conditions = new ArrayList<>();

  /** For each quantity that is counted, what is tried of it. */
  private final List<List<Formula>> quantities = new ArrayList<>();

  private final ClaimSearch search;
  private final List<PricedRequest> found = new ArrayList<>();
  private int regions;
  private boolean isOpen;

  private PriceComparison(
      ComparedSpec before,
      ComparedSpec after,
      List<Demand> demands,
      List<Charge> charges,
      RuleInterpretation interpretation) {
    this.before = before;
    this.after = after;
    this.demands =
        Stream.concat(
                demands.stream().filter(Demand::isFormula).map(Demand::met),
                Stream.of(before, after)
                    .map(each -> ScopedFormula.ofTask(known(isPriced(each.spec())))))
            .toList();
    charges.stream()
        .flatMap(
            charge ->
                Stream.concat(
                    Stream.ofNullable(charge.condition()),
                    charge.rates().stream().flatMap(rate -> Stream.ofNullable(rate.condition()))))
        .map(this::known)
        .distinct()
        .forEach(conditions::add);
    List<ScopedFormula> compared = new ArrayList<>(this.demands);
    conditions.forEach(condition -> compared.add(ScopedFormula.ofTask(condition)));
    charges.forEach(charge -> bounds(charge).map(ScopedFormula::ofTask).forEach(compared::add));
    charges.stream()
        .flatMap(ChargeMeaning::countedParameters)
        .filter(path -> KnownParameters.has(before.spec(), path))
        .distinct()
        .map(path -> states(path, compared))
        .forEach(quantities::add);
    quantities.forEach(states -> states.forEach(each -> compared.add(ScopedFormula.ofTask(each))));
    this.search = new ClaimSearch(before.spec(), interpretation, compared);
  }

  /**
   * What a request cost, and what it costs now.
   *
   * @param units how much there is of each thing that no request shows
   */
  private record PricedRequest(JsonNode request, Price before, Price after, BigDecimal units) {
    boolean isKnown() {
      return before.known().isPresent() && after.known().isPresent();
    }

    /** How much more it costs now; negative for less. */
    BigDecimal difference() {
      BigDecimal atMost = bound(after, Amount::maximum).subtract(bound(before, Amount::maximum));
      return atMost.signum() != 0
          ? atMost
          : bound(after, Amount::minimum).subtract(bound(before, Amount::minimum));
    }

    private BigDecimal bound(Price price, Function<Amount, BigDecimal> side) {
      BigDecimal known = price.known().map(side).orElse(BigDecimal.ZERO);
      return price.units().stream()
          .map(unit -> side.apply(unit.amount()).multiply(units))
          .reduce(known, BigDecimal::add);
    }
  }

  /**
   * The changes of prices.
   *
   * @param demands what the new spec demands and the old one does not
   */
  static List<SpecChange> changes(
      ComparedSpec before,
      ComparedSpec after,
      List<Demand> demands,
      RuleInterpretation interpretation) {
    Pricing was = before.spec().pricing();
    Pricing is = after.spec().pricing();
    if (was == null || is == null) {
      return one(was, is);
    }
    if (!was.currency().equals(is.currency())) {
      String message = "Prices are in " + is.currency() + "; they were in " + was.currency() + ".";
      return List.of(SpecChange.of(ChangeKind.CURRENCY_CHANGED, "", is.location(), message));
    }
    List<Charge> differing = new ArrayList<>(charges(before.spec(), after.spec()));
    differing.addAll(charges(after.spec(), before.spec()));
    return differing.isEmpty()
        ? List.of()
        : new PriceComparison(before, after, demands, differing, interpretation).compare(is);
  }

  private static List<SpecChange> one(@Nullable Pricing was, @Nullable Pricing is) {
    if (is != null) {
      return List.of(
          SpecChange.of(ChangeKind.PRICES_ADDED, "", is.location(), "Prices are published."));
    }
    return was == null
        ? List.of()
        : List.of(
            SpecChange.of(
                ChangeKind.PRICES_REMOVED,
                "",
                was.location(),
                "No prices are published any more."));
  }

  /** The charges of one spec that the other has not. */
  private static List<Charge> charges(ModelSpec spec, ModelSpec other) {
    List<ChargeMeaning> meanings = new ArrayList<>();
    chargesOf(other).forEach(charge -> meanings.add(ChargeMeaning.of(charge, other)));
    return chargesOf(spec)
        .filter(charge -> !meanings.remove(ChargeMeaning.of(charge, spec)))
        .toList();
  }

  private static Stream<Charge> chargesOf(ModelSpec spec) {
    return Stream.ofNullable(spec.pricing()).flatMap(pricing -> pricing.charges().stream());
  }

  private Formula known(Formula formula) {
    return KnownParameters.restrict(formula, before.spec(), ParameterPath.ROOT);
  }

  /** Which requests have a known price: there is a charge, and each has a rate. */
  private static Formula isPriced(ModelSpec spec) {
    List<Formula> applying = new ArrayList<>();
    List<Formula> parts = new ArrayList<>();
    chargesOf(spec)
        .forEach(
            charge -> {
              Formula applies = orAlways(charge.condition());
              applying.add(applies);
              List<Formula> rates =
                  charge.rates().stream().map(rate -> orAlways(rate.condition())).toList();
              parts.add(new Formula.Implies(applies, new Formula.Any(rates)));
            });
    parts.add(new Formula.Any(applying));
    return new Formula.All(parts);
  }

  private static Formula orAlways(@Nullable Formula condition) {
    return condition == null ? new Formula.All(List.of()) : condition;
  }

  /** What is free of a quantity, and the steps it is counted in, tell amounts of it apart. */
  private static Stream<Formula> bounds(Charge charge) {
    Charge.Steps steps = charge.steps();
    return Stream.concat(Stream.of(charge.free()), Stream.ofNullable(steps).map(Charge.Steps::size))
        .filter(bound -> bound.signum() > 0)
        .flatMap(
            bound ->
                ChargeMeaning.countedParameters(charge)
                    .map(path -> new Formula.Matches(path, upTo(bound))));
  }

  private static SchemaFragment upTo(BigDecimal bound) {
    int items = bound.min(BigDecimal.valueOf(Short.MAX_VALUE)).intValue();
    return new SchemaFragment(
        List.of(
            new Facet.Range(null, false, bound, false),
            new Facet.ItemCount(null, items),
            new Facet.Length(null, items)));
  }

  private List<SpecChange> compare(Pricing list) {
    visit(0, new ArrayList<>());
    List<SpecChange> changes = new ArrayList<>();
    largest(found.stream().filter(each -> each.difference().signum() > 0))
        .ifPresentOrElse(
            raised -> changes.add(change(ChangeKind.PRICE_RAISED, raised, list)),
            () -> {
              if (isOpen) {
                changes.add(open(list));
              }
            });
    largest(found.stream().filter(each -> each.difference().signum() < 0))
        .ifPresent(lowered -> changes.add(change(ChangeKind.PRICE_LOWERED, lowered, list)));
    return changes;
  }

  /** The one with the largest difference; of equal ones the first, which is the smallest. */
  private static Optional<PricedRequest> largest(Stream<PricedRequest> requests) {
    return requests.reduce(
        (one, other) ->
            other.difference().abs().compareTo(one.difference().abs()) > 0 ? other : one);
  }

  private static SpecChange change(ChangeKind kind, PricedRequest shown, Pricing list) {
    String message =
        "Some requests cost "
            + (kind == ChangeKind.PRICE_RAISED ? "more" : "less")
            + ": "
            + shown.after()
            + " instead of "
            + shown.before()
            + ".";
    return new SpecChange(
        kind,
        "",
        list.location(),
        message,
        "",
        shown.request(),
        new SpecChange.PricePair(shown.before(), shown.after()),
        "");
  }

  private static SpecChange open(Pricing list) {
    return new SpecChange(
        ChangeKind.PRICE_RAISED,
        "",
        list.location(),
        "The price list differs.",
        "",
        null,
        null,
        "for some of the requests that it tells apart, none was found to compare prices of");
  }

  /** Visits every region that the remaining conditions divide a part of the requests into. */
  private void visit(int next, List<Formula> chosen) {
    if (regions > MAX_REGIONS) {
      isOpen = true;
      return;
    }
    if (next == conditions.size()) {
      regions++;
      compareRegion(chosen);
      return;
    }
    Formula condition = conditions.get(next);
    for (Formula side : List.of(condition, new Formula.Not(condition))) {
      List<Formula> narrower = new ArrayList<>(chosen);
      narrower.add(side);
      if (!search.isRefuted(claim(narrower), demands)) {
        visit(next + 1, narrower);
      }
    }
  }

  private static ScopedFormula claim(List<Formula> parts) {
    return ScopedFormula.ofTask(new Formula.All(List.copyOf(parts)));
  }

  private void compareRegion(List<Formula> region) {
    boolean isFound = false;
    for (List<Formula> chosen : choicesOfQuantities()) {
      List<Formula> parts = new ArrayList<>(region);
      parts.addAll(chosen);
      ClaimSearch.Answer answer = search.find(claim(parts), demands, this::isValidInBoth);
      isFound |= answer.openReason().isEmpty();
      if (answer.request() != null) {
        price(answer.request());
      }
    }
    isOpen |= !isFound;
  }

  /** A quantity is not provided, or has a value at a bound. */
  private List<Formula> states(ParameterPath path, List<ScopedFormula> compared) {
    List<Formula> states = new ArrayList<>();
    states.add(new Formula.Not(new Formula.Provided(path)));
    states.addAll(ClaimSearch.statesAtBounds(before.spec(), path, compared));
    return states;
  }

  /** Every choice of a state for each quantity; where there are many, of the outermost states. */
  private List<List<Formula>> choicesOfQuantities() {
    long all = quantities.stream().mapToLong(List::size).reduce(1, (a, b) -> a * b);
    List<List<Formula>> choices = List.of(List.of());
    for (List<Formula> states : quantities) {
      List<Formula> tried = all > MAX_CHOICES ? outermost(states) : states;
      if (choices.size() * tried.size() > MAX_CHOICES) {
        break;
      }
      choices =
          choices.stream()
              .flatMap(
                  chosen ->
                      tried.stream()
                          .map(state -> Stream.concat(chosen.stream(), Stream.of(state)).toList()))
              .toList();
    }
    return choices;
  }

  private static List<Formula> outermost(List<Formula> states) {
    return states.size() <= MIN_STATES
        ? states
        : List.of(states.get(0), states.get(1), states.get(states.size() - 1));
  }

  private boolean isValidInBoth(JsonNode request) {
    return before.isValid(request) && after.isValid(after.adopted(request));
  }

  private void price(JsonNode request) {
    Stream.concat(Stream.of(MediaDurations.inline()), DURATIONS.stream())
        .flatMap(
            durations -> {
              Price was = PriceEstimator.price(before.spec(), request, durations);
              Price is = PriceEstimator.price(after.spec(), after.adopted(request), durations);
              return UNITS.stream().map(units -> new PricedRequest(request, was, is, units));
            })
        .filter(PricedRequest::isKnown)
        .filter(priced -> priced.difference().signum() != 0)
        .forEach(found::add);
  }
}
