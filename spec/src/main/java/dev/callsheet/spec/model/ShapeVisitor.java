package dev.callsheet.spec.model;

import org.jspecify.annotations.Nullable;

/**
 * Takes a shape apart, with one method for every kind: {@code shape.accept(visitor)} calls the
 * method of the shape's kind. A visitor that lacks a kind does not compile, so a new kind of shape
 * cannot be forgotten by a validator, a generator or the analysis.
 *
 * <p>{@link Shape#variants()} removes unions, {@link Shape#facets()} lists what is demanded beyond
 * the type, {@link Shape#parameters()} what lies directly inside: what needs no more than these
 * needs no visitor. Where kinds not named are really to be treated alike, extend {@link Default}.
 *
 * @param <R> what is made of a shape
 */
public interface ShapeVisitor<R extends @Nullable Object> {
  /** A string, an integer, a number or a boolean. */
  R visitScalar(Shape.Scalar shape);

  /** One of listed values. */
  R visitChoice(Shape.Choice shape);

  /** An object with named members. */
  R visitStructure(Shape.Structure shape);

  /** An object whose members have any names. */
  R visitDictionary(Shape.Dictionary shape);

  /** A list. */
  R visitSequence(Shape.Sequence shape);

  /** One of several shapes. */
  R visitUnion(Shape.Union shape);

  /**
   * A visitor that treats alike every kind that it does not override, kinds to come included.
   * Extend it only where that is meant.
   *
   * @param <R> what is made of a shape
   */
  abstract class Default<R extends @Nullable Object> implements ShapeVisitor<R> {
    /** What is made of every kind whose method is not overridden. */
    protected abstract R visitOther(Shape shape);

    @Override
    public R visitScalar(Shape.Scalar shape) {
      return visitOther(shape);
    }

    @Override
    public R visitChoice(Shape.Choice shape) {
      return visitOther(shape);
    }

    @Override
    public R visitStructure(Shape.Structure shape) {
      return visitOther(shape);
    }

    @Override
    public R visitDictionary(Shape.Dictionary shape) {
      return visitOther(shape);
    }

    @Override
    public R visitSequence(Shape.Sequence shape) {
      return visitOther(shape);
    }

    @Override
    public R visitUnion(Shape.Union shape) {
      return visitOther(shape);
    }
  }
}
