package dev.callsheet.spec.logic;

import org.jspecify.annotations.Nullable;

/**
 * Takes a facet apart, with one method for every kind: {@code facet.accept(visitor)} calls the
 * method of the facet's kind. A visitor that lacks a kind does not compile, so a new kind of facet
 * cannot be forgotten by a validator, a generator or the analysis. Where kinds not named are really
 * to be treated alike (the kinds that say nothing of strings, say), extend {@link Default}.
 *
 * @param <R> what is made of a facet
 */
public interface FacetVisitor<R extends @Nullable Object> {
  /** A type. */
  R visitOfType(Facet.OfType facet);

  /** A list of allowed values. */
  R visitOneOf(Facet.OneOf facet);

  /** Bounds of a number. */
  R visitRange(Facet.Range facet);

  /** A step of a number. */
  R visitMultipleOf(Facet.MultipleOf facet);

  /** Bounds of a string's length. */
  R visitLength(Facet.Length facet);

  /** A regular expression. */
  R visitPattern(Facet.Pattern facet);

  /** A format by name. */
  R visitFormat(Facet.Format facet);

  /** Ways to give media. */
  R visitAccepts(Facet.Accepts facet);

  /** Bounds of a list's length. */
  R visitItemCount(Facet.ItemCount facet);

  /** Bounds of an object's size. */
  R visitMemberCount(Facet.MemberCount facet);

  /** All items differ. */
  R visitUniqueItems(Facet.UniqueItems facet);

  /** An item matches. */
  R visitContains(Facet.Contains facet);

  /** The value does not match. */
  R visitNot(Facet.Not facet);

  /** A member matches. */
  R visitHasMember(Facet.HasMember facet);

  /**
   * A visitor that treats alike every kind that it does not override, kinds to come included.
   * Extend it only where that is meant.
   *
   * @param <R> what is made of a facet
   */
  abstract class Default<R extends @Nullable Object> implements FacetVisitor<R> {
    /** What is made of every kind whose method is not overridden. */
    protected abstract R visitOther(Facet facet);

    @Override
    public R visitOfType(Facet.OfType facet) {
      return visitOther(facet);
    }

    @Override
    public R visitOneOf(Facet.OneOf facet) {
      return visitOther(facet);
    }

    @Override
    public R visitRange(Facet.Range facet) {
      return visitOther(facet);
    }

    @Override
    public R visitMultipleOf(Facet.MultipleOf facet) {
      return visitOther(facet);
    }

    @Override
    public R visitLength(Facet.Length facet) {
      return visitOther(facet);
    }

    @Override
    public R visitPattern(Facet.Pattern facet) {
      return visitOther(facet);
    }

    @Override
    public R visitFormat(Facet.Format facet) {
      return visitOther(facet);
    }

    @Override
    public R visitAccepts(Facet.Accepts facet) {
      return visitOther(facet);
    }

    @Override
    public R visitItemCount(Facet.ItemCount facet) {
      return visitOther(facet);
    }

    @Override
    public R visitMemberCount(Facet.MemberCount facet) {
      return visitOther(facet);
    }

    @Override
    public R visitUniqueItems(Facet.UniqueItems facet) {
      return visitOther(facet);
    }

    @Override
    public R visitContains(Facet.Contains facet) {
      return visitOther(facet);
    }

    @Override
    public R visitNot(Facet.Not facet) {
      return visitOther(facet);
    }

    @Override
    public R visitHasMember(Facet.HasMember facet) {
      return visitOther(facet);
    }
  }
}
