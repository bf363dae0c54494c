package dev.callsheet.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Takes a requirement apart, with one method for every kind: {@code requirement.accept(visitor)}
 * calls the method of the requirement's kind. A visitor that lacks a kind does not compile.
 *
 * @param <R> what is made of a requirement
 */
public interface RequirementVisitor<R extends @Nullable Object> {
  /** A type. */
  R visitType(Requirement.Type requirement);

  /** A list of allowed values. */
  R visitOneOf(Requirement.OneOf requirement);

  /** Forms of a string. */
  R visitInFormat(Requirement.InFormat requirement);

  /** The id of a model. */
  R visitModelId(Requirement.ModelId requirement);

  /** A bound of a number. */
  R visitBound(Requirement.Bound requirement);

  /** A step of a number. */
  R visitMultipleOf(Requirement.MultipleOf requirement);

  /** One of several requirements. */
  R visitAnyOf(Requirement.AnyOf requirement);

  /** A regular expression. */
  R visitMatching(Requirement.Matching requirement);

  /** A member of an object. */
  R visitDescribedMember(Requirement.DescribedMember requirement);

  /** Something without details. */
  R visitSimple(Requirement.Simple requirement);
}
