package dev.callsheet.spec.logic;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A statement about a request that holds or does not. Paths are relative to the scope it is read
 * in: the task, or an item of a list. A path through every item of a list ({@code []}) is provided
 * when at least one item provides it, and matches when every value found there does.
 */
public sealed interface Formula {
  /** Calls the visitor's method for this kind of formula. */
  <R extends @Nullable Object> R accept(FormulaVisitor<R> visitor);

  /** The formulas that this one combines, in the order written; empty for an atom. */
  List<Formula> children();

  /** The formulas that hold together when this one does; itself where it joins no others. */
  default List<Formula> conjuncts() {
    return List.of(this);
  }

  /** The atoms that this formula is built from, in the order written, repetitions kept. */
  default Stream<Atom> atoms() {
    return children().stream().flatMap(Formula::atoms);
  }

  /** Those of the atoms that are of a kind. */
  default <A extends Atom> Stream<A> atoms(Class<A> kind) {
    return atoms().filter(kind::isInstance).map(kind::cast);
  }

  /**
   * The parameters a formula speaks of, those to look at first in front: a consequence before its
   * condition. A broken rule is reported at the first of these that the request provides.
   */
  default List<ParameterPath> parameters() {
    return parametersOf(children());
  }

  /** All of these hold; a single part stands for itself. */
  static Formula all(List<Formula> parts) {
    return parts.size() == 1 ? parts.get(0) : new All(List.copyOf(parts));
  }

  /** For each of the parameters, that it is provided. */
  static List<Formula> provided(List<ParameterPath> paths) {
    return paths.stream().<Formula>map(Provided::new).toList();
  }

  private static List<ParameterPath> parametersOf(List<Formula> formulas) {
    return formulas.stream().flatMap(part -> part.parameters().stream()).distinct().toList();
  }

  /** A formula that combines no others: a statement about parameters. */
  sealed interface Atom extends Formula {
    /** Calls the visitor's method for this kind of atom. */
    <R extends @Nullable Object> R acceptAtom(AtomVisitor<R> visitor);

    @Override
    default <R extends @Nullable Object> R accept(FormulaVisitor<R> visitor) {
      return visitor.visitAtom(this);
    }

    @Override
    default List<Formula> children() {
      return List.of();
    }

    @Override
    default Stream<Atom> atoms() {
      return Stream.of(this);
    }

    @Override
    List<ParameterPath> parameters();
  }

  /** The parameter's key is there, whatever its value. */
  record Provided(ParameterPath path) implements Atom {
    @Override
    public <R extends @Nullable Object> R acceptAtom(AtomVisitor<R> visitor) {
      return visitor.visitProvided(this);
    }

    @Override
    public List<ParameterPath> parameters() {
      return List.of(path);
    }
  }

  /** The parameter is provided and its value matches. */
  record Matches(ParameterPath path, SchemaFragment fragment) implements Atom {
    @Override
    public <R extends @Nullable Object> R acceptAtom(AtomVisitor<R> visitor) {
      return visitor.visitMatches(this);
    }

    @Override
    public List<ParameterPath> parameters() {
      return List.of(path);
    }
  }

  /**
   * The sum of all numbers at {@code terms} equals the number at {@code total}; when that is not
   * provided, its default. Holds when a term or the total is not a number, or when there is none.
   */
  record SumEquals(ParameterPath terms, ParameterPath total, @Nullable BigDecimal totalDefault)
      implements Atom {
    @Override
    public <R extends @Nullable Object> R acceptAtom(AtomVisitor<R> visitor) {
      return visitor.visitSumEquals(this);
    }

    @Override
    public List<ParameterPath> parameters() {
      return Stream.of(terms, total).distinct().toList();
    }
  }

  /**
   * The sum of all numbers at {@code terms} lies within bounds, themselves included; equal bounds
   * are the sum itself. Holds when a term is not a number, or when there is none.
   */
  record SumWithin(ParameterPath terms, @Nullable BigDecimal minimum, @Nullable BigDecimal maximum)
      implements Atom {
    @Override
    public <R extends @Nullable Object> R acceptAtom(AtomVisitor<R> visitor) {
      return visitor.visitSumWithin(this);
    }

    @Override
    public List<ParameterPath> parameters() {
      return List.of(terms);
    }
  }

  /** The product of the numbers lies within bounds. Holds when one of them is missing. */
  record ProductWithin(
      List<ParameterPath> factors, @Nullable BigDecimal minimum, @Nullable BigDecimal maximum)
      implements Atom {
    @Override
    public <R extends @Nullable Object> R acceptAtom(AtomVisitor<R> visitor) {
      return visitor.visitProductWithin(this);
    }

    @Override
    public List<ParameterPath> parameters() {
      return factors.stream().distinct().toList();
    }
  }

  /** The quotient lies within bounds. Holds when one of the two is missing, or the divisor is 0. */
  record QuotientWithin(
      ParameterPath dividend,
      ParameterPath divisor,
      @Nullable BigDecimal minimum,
      @Nullable BigDecimal maximum)
      implements Atom {
    @Override
    public <R extends @Nullable Object> R acceptAtom(AtomVisitor<R> visitor) {
      return visitor.visitQuotientWithin(this);
    }

    @Override
    public List<ParameterPath> parameters() {
      return Stream.of(dividend, divisor).distinct().toList();
    }
  }

  /**
   * Every number that {@code pattern}'s first group finds in the texts is from 1 to the number of
   * items of {@code list}; a list that is not provided has none.
   */
  record PlaceholdersWithin(List<ParameterPath> texts, String pattern, ParameterPath list)
      implements Atom {
    @Override
    public <R extends @Nullable Object> R acceptAtom(AtomVisitor<R> visitor) {
      return visitor.visitPlaceholdersWithin(this);
    }

    @Override
    public List<ParameterPath> parameters() {
      return Stream.concat(texts.stream(), Stream.of(list)).distinct().toList();
    }
  }

  /** Every one holds. */
  record All(List<Formula> parts) implements Formula {
    @Override
    public <R extends @Nullable Object> R accept(FormulaVisitor<R> visitor) {
      return visitor.visitAll(this);
    }

    @Override
    public List<Formula> children() {
      return parts;
    }

    @Override
    public List<Formula> conjuncts() {
      return parts;
    }
  }

  /** At least one holds. */
  record Any(List<Formula> parts) implements Formula {
    @Override
    public <R extends @Nullable Object> R accept(FormulaVisitor<R> visitor) {
      return visitor.visitAny(this);
    }

    @Override
    public List<Formula> children() {
      return parts;
    }
  }

  /** It does not hold. */
  record Not(Formula part) implements Formula {
    @Override
    public <R extends @Nullable Object> R accept(FormulaVisitor<R> visitor) {
      return visitor.visitNot(this);
    }

    @Override
    public List<Formula> children() {
      return List.of(part);
    }
  }

  /** If the condition holds, so does the consequence. */
  record Implies(Formula condition, Formula consequence) implements Formula {
    @Override
    public <R extends @Nullable Object> R accept(FormulaVisitor<R> visitor) {
      return visitor.visitImplies(this);
    }

    @Override
    public List<Formula> children() {
      return List.of(condition, consequence);
    }

    @Override
    public List<ParameterPath> parameters() {
      return parametersOf(List.of(consequence, condition));
    }
  }

  /** From {@code minimum} to {@code maximum} of them hold. */
  record Count(int minimum, int maximum, List<Formula> parts) implements Formula {
    @Override
    public <R extends @Nullable Object> R accept(FormulaVisitor<R> visitor) {
      return visitor.visitCount(this);
    }

    @Override
    public List<Formula> children() {
      return parts;
    }
  }
}
