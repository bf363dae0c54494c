package dev.callsheet.spec.validation;

import dev.callsheet.runtime.Requirement;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetVisitor;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.MediaSource;
import dev.callsheet.spec.logic.StringFormat;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.model.ShapeVisitor;
import java.util.List;
import java.util.Optional;

/** What shapes and facets require of values, in the terms of violations. */
public final class Requirements {
  /** The format that a facet demands; empty for those about anything else. */
  private static final FacetVisitor<Optional<Requirement.InFormat>> FORMAT =
      new FacetVisitor.Default<>() {
        @Override
        protected Optional<Requirement.InFormat> visitOther(Facet facet) {
          return Optional.empty();
        }

        @Override
        public Optional<Requirement.InFormat> visitFormat(Facet.Format facet) {
          return StringFormat.forKeyword(facet.name())
              .map(known -> new Requirement.InFormat(List.of(known.textFormat())));
        }

        @Override
        public Optional<Requirement.InFormat> visitAccepts(Facet.Accepts facet) {
          return Optional.of(
              new Requirement.InFormat(
                  facet.sources().stream().map(MediaSource::textFormat).toList()));
        }
      };

  private static final ShapeVisitor<Requirement.Description> TYPE =
      new ShapeVisitor<>() {
        @Override
        public Requirement.Description visitScalar(Shape.Scalar scalar) {
          return ofType(scalar.type());
        }

        @Override
        public Requirement.Description visitChoice(Shape.Choice choice) {
          return new Requirement.OneOf(choice.values());
        }

        @Override
        public Requirement.Description visitStructure(Shape.Structure structure) {
          return ofType(JsonType.OBJECT);
        }

        @Override
        public Requirement.Description visitSequence(Shape.Sequence sequence) {
          return ofType(JsonType.ARRAY);
        }

        @Override
        public Requirement.Description visitUnion(Shape.Union union) {
          return new Requirement.AnyOf(
              union.alternatives().stream().map(each -> ofType(each.shape())).toList());
        }
      };

  private Requirements() {}

  /** What a valid value is: of which format where a facet demands one, else of which type. */
  public static Requirement.Description of(Shape shape) {
    return shape.facets().stream()
        .flatMap(facet -> facet.accept(FORMAT).stream())
        .findFirst()
        .<Requirement.Description>map(format -> format)
        .orElseGet(() -> ofType(shape));
  }

  /** What a value is that has one of several shapes. */
  public static Requirement.Description ofAny(List<Shape> shapes) {
    return new Requirement.AnyOf(shapes.stream().map(Requirements::of).toList());
  }

  /** What a value of the right type is. */
  static Requirement.Description ofType(Shape shape) {
    return shape.accept(TYPE);
  }

  /** What a value of this type is. */
  static Requirement.Description ofType(JsonType type) {
    return switch (type) {
      case STRING -> Requirement.Type.STRING;
      case INTEGER -> Requirement.Type.INTEGER;
      case NUMBER -> Requirement.Type.NUMBER;
      case BOOLEAN -> Requirement.Type.BOOLEAN;
      case OBJECT -> Requirement.Type.OBJECT;
      case ARRAY -> Requirement.Type.ARRAY;
      case NULL -> Requirement.Type.NULL;
    };
  }

  /**
   * What a facet requires, unless it is about the size of a number, a string or a list.
   *
   * @param unit of the values, such as {@code px}; empty when they have none
   */
  public static Requirement of(Facet facet, String unit) {
    return facet.accept(new OfFacet(unit));
  }

  /**
   * Requirements of facets.
   *
   * @param unit of the values; empty when they have none
   */
  private record OfFacet(String unit) implements FacetVisitor<Requirement> {
    @Override
    public Requirement visitOfType(Facet.OfType facet) {
      return ofType(facet.type());
    }

    @Override
    public Requirement visitOneOf(Facet.OneOf facet) {
      return new Requirement.OneOf(facet.values());
    }

    @Override
    public Requirement visitRange(Facet.Range facet) {
      return Requirement.Simple.NOT_EXCLUDED; // worded by its bounds
    }

    @Override
    public Requirement visitMultipleOf(Facet.MultipleOf facet) {
      return new Requirement.MultipleOf(facet.divisor(), unit);
    }

    @Override
    public Requirement visitLength(Facet.Length facet) {
      return Requirement.Simple.NOT_EXCLUDED; // worded by its bounds
    }

    @Override
    public Requirement visitPattern(Facet.Pattern facet) {
      return new Requirement.Matching(facet.regex());
    }

    @Override
    public Requirement visitFormat(Facet.Format facet) {
      return inFormat(facet);
    }

    @Override
    public Requirement visitAccepts(Facet.Accepts facet) {
      return inFormat(facet);
    }

    @Override
    public Requirement visitItemCount(Facet.ItemCount facet) {
      return Requirement.Simple.NOT_EXCLUDED; // worded by its bounds
    }

    @Override
    public Requirement visitUniqueItems(Facet.UniqueItems facet) {
      return Requirement.Simple.DISTINCT_ITEMS;
    }

    @Override
    public Requirement visitContains(Facet.Contains facet) {
      return Requirement.Simple.DESCRIBED_ITEM;
    }

    @Override
    public Requirement visitNot(Facet.Not facet) {
      return Requirement.Simple.NOT_EXCLUDED;
    }

    @Override
    public Requirement visitHasMember(Facet.HasMember facet) {
      return new Requirement.DescribedMember(facet.name());
    }

    private static Requirement inFormat(Facet facet) {
      return facet
          .accept(FORMAT)
          .<Requirement>map(format -> format)
          .orElse(Requirement.Simple.NOT_EXCLUDED);
    }
  }
}
