package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetVisitor;

/** The kind of values that a facet restricts; it accepts all others. */
enum FacetSubject {
  /** Values of any kind, as a whole. */
  VALUE,
  STRING,
  NUMBER,
  /** The number of items of a list. */
  LIST_SIZE,
  /** The items of a list or the members of an object. */
  CONTENT,
  /** Values of any kind, and perhaps their content. */
  VALUE_OR_CONTENT;

  private static final FacetVisitor<FacetSubject> OF_FACET =
      new FacetVisitor<>() {
        @Override
        public FacetSubject visitOfType(Facet.OfType facet) {
          return VALUE;
        }

        @Override
        public FacetSubject visitOneOf(Facet.OneOf facet) {
          return VALUE;
        }

        @Override
        public FacetSubject visitRange(Facet.Range facet) {
          return NUMBER;
        }

        @Override
        public FacetSubject visitMultipleOf(Facet.MultipleOf facet) {
          return NUMBER;
        }

        @Override
        public FacetSubject visitLength(Facet.Length facet) {
          return STRING;
        }

        @Override
        public FacetSubject visitPattern(Facet.Pattern facet) {
          return STRING;
        }

        @Override
        public FacetSubject visitFormat(Facet.Format facet) {
          return STRING;
        }

        @Override
        public FacetSubject visitAccepts(Facet.Accepts facet) {
          return STRING;
        }

        @Override
        public FacetSubject visitItemCount(Facet.ItemCount facet) {
          return LIST_SIZE;
        }

        @Override
        public FacetSubject visitMemberCount(Facet.MemberCount facet) {
          return CONTENT;
        }

        @Override
        public FacetSubject visitUniqueItems(Facet.UniqueItems facet) {
          return CONTENT;
        }

        @Override
        public FacetSubject visitContains(Facet.Contains facet) {
          return CONTENT;
        }

        @Override
        public FacetSubject visitNot(Facet.Not facet) {
          return VALUE_OR_CONTENT;
        }

        @Override
        public FacetSubject visitHasMember(Facet.HasMember facet) {
          return CONTENT;
        }
      };

  static FacetSubject of(Facet facet) {
    return facet.accept(OF_FACET);
  }

  /** Whether the facet may reject a value because of its content. */
  boolean includesContent() {
    return this == CONTENT || this == VALUE_OR_CONTENT;
  }

  /** Whether the facet may reject a value of a kind, {@link #STRING} or {@link #NUMBER}. */
  boolean includes(FacetSubject kind) {
    return this == kind || this == VALUE || this == VALUE_OR_CONTENT;
  }
}
