package dev.callsheet.spec.diff;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetVisitor;
import java.util.List;
import java.util.stream.Stream;

/** Divides a facet with two bounds into one for each, so that each is compared for itself. */
final class FacetParts extends FacetVisitor.Default<Stream<Facet>> {
  private static final FacetParts INSTANCE = new FacetParts();

  private FacetParts() {}

  /** The facets that together say the same as these. */
  static List<Facet> of(List<Facet> facets) {
    return facets.stream().flatMap(facet -> facet.accept(INSTANCE)).toList();
  }

  @Override
  protected Stream<Facet> visitOther(Facet facet) {
    return Stream.of(facet);
  }

  @Override
  public Stream<Facet> visitRange(Facet.Range facet) {
    return facet.minimum() == null || facet.maximum() == null
        ? Stream.of(facet)
        : Stream.of(
            new Facet.Range(facet.minimum(), facet.minimumExclusive(), null, false),
            new Facet.Range(null, false, facet.maximum(), facet.maximumExclusive()));
  }

  @Override
  public Stream<Facet> visitLength(Facet.Length facet) {
    return facet.minimum() == null || facet.maximum() == null
        ? Stream.of(facet)
        : Stream.of(
            new Facet.Length(facet.minimum(), null, facet.unit()),
            new Facet.Length(null, facet.maximum(), facet.unit()));
  }

  @Override
  public Stream<Facet> visitItemCount(Facet.ItemCount facet) {
    return facet.minimum() == null || facet.maximum() == null
        ? Stream.of(facet)
        : Stream.of(
            new Facet.ItemCount(facet.minimum(), null), new Facet.ItemCount(null, facet.maximum()));
  }

  @Override
  public Stream<Facet> visitMemberCount(Facet.MemberCount facet) {
    return facet.minimum() == null || facet.maximum() == null
        ? Stream.of(facet)
        : Stream.of(
            new Facet.MemberCount(facet.minimum(), null),
            new Facet.MemberCount(null, facet.maximum()));
  }
}
