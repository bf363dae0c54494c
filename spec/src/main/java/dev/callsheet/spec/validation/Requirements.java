package dev.callsheet.spec.validation;

import dev.callsheet.runtime.Requirement;
import dev.callsheet.runtime.Requirement.Side;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetVisitor;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.model.ShapeVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What shapes require of values, in the terms of violations. */
public final class Requirements {
  /** What a facet requires of values of every size. */
  private static final FacetVisitor<Optional<Requirement>> OF_FACET =
      new FacetViolationVisitor<>("") {
        @Override
        protected Optional<Requirement> wrongValue(Facet facet, Requirement requirement) {
          return Optional.of(requirement);
        }

        @Override
        public Optional<Requirement> visitRange(Facet.Range facet) {
          return Optional.empty();
        }

        @Override
        public Optional<Requirement> visitLength(Facet.Length facet) {
          return Optional.empty();
        }

        @Override
        public Optional<Requirement> visitItemCount(Facet.ItemCount facet) {
          return Optional.empty();
        }

        @Override
        public Optional<Requirement> visitMemberCount(Facet.MemberCount facet) {
          return Optional.empty();
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
        public Requirement.Description visitDictionary(Shape.Dictionary dictionary) {
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
        .flatMap(facet -> facet.accept(OF_FACET).stream())
        .filter(Requirement.InFormat.class::isInstance)
        .findFirst()
        .map(Requirement.Description.class::cast)
        .orElseGet(() -> ofType(shape));
  }

  /** The bounds of a range, the lower one first; as many as it has. */
  public static List<Requirement.Bound> ofBounds(Facet.Range range, String unit) {
    List<Requirement.Bound> bounds = new ArrayList<>();
    if (range.minimum() != null) {
      Side side = range.minimumExclusive() ? Side.MORE_THAN : Side.AT_LEAST;
      bounds.add(new Requirement.Bound(side, range.minimum(), unit));
    }
    if (range.maximum() != null) {
      Side side = range.maximumExclusive() ? Side.LESS_THAN : Side.AT_MOST;
      bounds.add(new Requirement.Bound(side, range.maximum(), unit));
    }
    return bounds;
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
}
