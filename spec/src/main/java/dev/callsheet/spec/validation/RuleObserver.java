package dev.callsheet.spec.validation;

import dev.callsheet.runtime.Observation;
import dev.callsheet.runtime.support.Placeholders;
import dev.callsheet.runtime.support.Regex;
import dev.callsheet.spec.logic.AtomVisitor;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.FormulaCompiler;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.logic.JsonNumbers;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.TruthValue;
import dev.callsheet.spec.logic.UnreliableValues;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Describes the values that the failed atoms of a broken rule calculated or counted. */
final class RuleObserver implements AtomVisitor<Optional<Observation>> {
  private final JsonLocation scope;
  private final UnreliableValues unreliable;

  /** Observes the object that a rule is about. */
  RuleObserver(JsonLocation scope, UnreliableValues unreliable) {
    this.scope = scope;
    this.unreliable = unreliable;
  }

  List<Observation> observations(Formula formula) {
    return formula.atoms().flatMap(atom -> atom.acceptAtom(this).stream()).toList();
  }

  @Override
  public Optional<Observation> visitProvided(Formula.Provided atom) {
    return Optional.empty();
  }

  @Override
  public Optional<Observation> visitMatches(Formula.Matches atom) {
    return Optional.empty();
  }

  @Override
  public Optional<Observation> visitSumEquals(Formula.SumEquals atom) {
    if (!isViolated(atom)) {
      return Optional.empty();
    }
    List<JsonLocation> totals = scope.resolve(atom.total());
    BigDecimal total =
        totals.isEmpty() ? Objects.requireNonNull(atom.totalDefault()) : number(totals.get(0));
    return Optional.of(
        new Observation.Sum(
            atom.terms().toString(),
            sumOf(atom.terms()),
            atom.total().toString(),
            total,
            totals.isEmpty()));
  }

  @Override
  public Optional<Observation> visitSumWithin(Formula.SumWithin atom) {
    return isViolated(atom)
        ? Optional.of(new Observation.BoundedSum(atom.terms().toString(), sumOf(atom.terms())))
        : Optional.empty();
  }

  @Override
  public Optional<Observation> visitProductWithin(Formula.ProductWithin atom) {
    return isViolated(atom)
        ? Optional.of(
            new Observation.Product(
                atom.factors().stream().map(ParameterPath::toString).toList(),
                atom.factors().stream()
                    .map(this::numberAt)
                    .reduce(BigDecimal.ONE, BigDecimal::multiply)))
        : Optional.empty();
  }

  @Override
  public Optional<Observation> visitQuotientWithin(Formula.QuotientWithin atom) {
    return isViolated(atom)
        ? Optional.of(
            new Observation.Quotient(
                atom.dividend().toString(),
                atom.divisor().toString(),
                numberAt(atom.dividend()).divide(numberAt(atom.divisor()), MathContext.DECIMAL128)))
        : Optional.empty();
  }

  @Override
  public Optional<Observation> visitPlaceholdersWithin(Formula.PlaceholdersWithin atom) {
    if (!isViolated(atom)) {
      return Optional.empty();
    }
    Regex pattern = Regex.of(atom.pattern());
    int count = scope.resolve(atom.list()).stream().mapToInt(list -> list.value().size()).sum();
    return atom.texts().stream()
        .flatMap(path -> scope.resolve(path).stream())
        .filter(text -> text.value().isString() && !unreliable.isUnreliable(text))
        .flatMap(
            text ->
                Stream.ofNullable(
                    Placeholders.firstOutOfRange(text.value().stringValue(), pattern, count)))
        .findFirst()
        .map(found -> new Observation.MissingItem(found, atom.list().toString(), count));
  }

  private boolean isViolated(Formula atom) {
    return FormulaCompiler.compile(atom).evaluate(scope, unreliable) == TruthValue.FALSE;
  }

  private BigDecimal sumOf(ParameterPath terms) {
    return scope.resolve(terms).stream()
        .map(RuleObserver::number)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The number that a path leads to; there is one where an atom about it does not hold. */
  private BigDecimal numberAt(ParameterPath path) {
    return number(scope.resolve(path).get(0));
  }

  private static BigDecimal number(JsonLocation place) {
    return JsonNumbers.decimalValue(place.value());
  }
}
