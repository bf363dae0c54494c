package dev.callsheet.spec.diff;

import dev.callsheet.runtime.LengthUnit;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetVisitor;
import dev.callsheet.spec.logic.JsonNumbers;
import dev.callsheet.spec.logic.JsonType;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether values that have some facets have another one, where the solver cannot tell: by the
 * facets alone. Everything that values are told apart by is left to the solver.
 */
final class FacetImplication extends FacetVisitor.Default<Boolean> {
  /** What numbers with a facet are multiples of. */
  private static final FacetVisitor<Stream<BigDecimal>> STEP =
      new FacetVisitor.Default<>() {
        @Override
        protected Stream<BigDecimal> visitOther(Facet facet) {
          return Stream.empty();
        }

        @Override
        public Stream<BigDecimal> visitOfType(Facet.OfType facet) {
          return facet.type() == JsonType.INTEGER ? Stream.of(BigDecimal.ONE) : Stream.empty();
        }

        @Override
        public Stream<BigDecimal> visitMultipleOf(Facet.MultipleOf facet) {
          return Stream.of(facet.divisor());
        }
      };

  private final List<Facet> known;

  private FacetImplication(List<Facet> known) {
    this.known = known;
  }

  /** Whether all values with the known facets have the other; false where that is not seen. */
  static boolean implies(List<Facet> known, Facet other) {
    return known.contains(other) || other.accept(new FacetImplication(known));
  }

  @Override
  protected Boolean visitOther(Facet facet) {
    return false;
  }

  @Override
  public Boolean visitMultipleOf(Facet.MultipleOf facet) {
    return known.stream()
        .flatMap(each -> each.accept(STEP))
        .reduce(JsonNumbers::leastCommonMultiple)
        .filter(step -> step.remainder(facet.divisor()).signum() == 0)
        .isPresent();
  }

  /**
   * A text has at least as many bytes of UTF-8 as units of UTF-16, and at least as many of these as
   * characters; and a character has two units and four bytes at most, a unit three bytes.
   */
  @Override
  public Boolean visitLength(Facet.Length facet) {
    return known.stream()
        .anyMatch(each -> each instanceof Facet.Length length && implies(length, facet));
  }

  private static boolean implies(Facet.Length known, Facet.Length other) {
    int most = mostOf(other.unit(), known.unit());
    int least = mostOf(known.unit(), other.unit());
    boolean isLongEnough =
        other.minimum() == null
            || (known.minimum() != null && known.minimum() >= (long) other.minimum() * least);
    boolean isShortEnough =
        other.maximum() == null
            || (known.maximum() != null && (long) known.maximum() * most <= other.maximum());
    return isLongEnough && isShortEnough;
  }

  /** How many of a unit there are at most to one of another. */
  private static int mostOf(LengthUnit unit, LengthUnit one) {
    return switch (unit) {
      case CODE_POINTS -> 1;
      case UTF16 -> one == LengthUnit.CODE_POINTS ? 2 : 1;
      case UTF8 ->
          switch (one) {
            case CODE_POINTS -> 4;
            case UTF16 -> 3;
            case UTF8 -> 1;
          };
    };
  }

  /** Every UUID of version 4 is a UUID. */
  @Override
  public Boolean visitFormat(Facet.Format facet) {
    return facet.name().equals("uuid") && known.contains(new Facet.Format("uuid4"));
  }

  @Override
  public Boolean visitAccepts(Facet.Accepts facet) {
    return known.stream()
        .anyMatch(
            each ->
                each instanceof Facet.Accepts media
                    && facet.sources().containsAll(media.sources())
                    && (facet.kind() == null || facet.kind() == media.kind()));
  }
}
