package dev.callsheet.generator.page;

import dev.callsheet.runtime.Requirement;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.model.ShapeVisitor;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a value may be, in a line; what is inside an object has lines of its own. */
final class ShapeText implements ShapeVisitor<String> {
  private final FacetText facets;

  /** {@code unit} is that of its numbers; empty when they have none. */
  ShapeText(String unit) {
    this.facets = new FacetText(unit);
  }

  @Override
  public String visitScalar(Shape.Scalar scalar) {
    return withFacets(scalar.type().keyword(), scalar.facets());
  }

  @Override
  public String visitChoice(Shape.Choice choice) {
    return new Requirement.OneOf(choice.values()).description();
  }

  @Override
  public String visitStructure(Shape.Structure structure) {
    return "object";
  }

  @Override
  public String visitDictionary(Shape.Dictionary dictionary) {
    Shape values = dictionary.values();
    return withFacets("object with members of any name", dictionary.facets())
        + (values == null ? "" : "; each: " + values.accept(this));
  }

  @Override
  public String visitSequence(Shape.Sequence sequence) {
    return withFacets("list", sequence.facets()) + "; each: " + sequence.items().accept(this);
  }

  @Override
  public String visitUnion(Shape.Union union) {
    return union.alternatives().stream()
        .map(
            form -> (form.title().isEmpty() ? "" : form.title() + ": ") + form.shape().accept(this))
        .collect(Collectors.joining("; or "));
  }

  private String withFacets(String type, List<Facet> all) {
    return Stream.concat(Stream.of(type), all.stream().map(facet -> facet.accept(facets)))
        .collect(Collectors.joining(", "));
  }
}
