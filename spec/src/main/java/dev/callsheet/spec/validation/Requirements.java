package dev.callsheet.spec.validation;

import dev.callsheet.runtime.Requirement;
import dev.callsheet.runtime.TextFormat;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.MediaSource;
import dev.callsheet.spec.logic.StringFormat;
import dev.callsheet.spec.model.Shape;
import java.util.List;
import java.util.Optional;

/** What shapes and facets require of values, in the terms of violations. */
public final class Requirements {
  private Requirements() {}

  /** What a right value is, more closely than its type where a facet says what it is. */
  public static Requirement.Description of(Shape shape) {
    if (shape instanceof Shape.Scalar scalar) {
      return scalar.facets().stream()
          .flatMap(facet -> format(facet).stream())
          .findFirst()
          .<Requirement.Description>map(format -> format)
          .orElseGet(() -> ofType(shape));
    }
    return ofType(shape);
  }

  /** What a value is that has one of several shapes. */
  public static Requirement.Description ofAny(List<Shape> shapes) {
    return new Requirement.AnyOf(shapes.stream().map(Requirements::of).toList());
  }

  /** What a value of the right type is. */
  static Requirement.Description ofType(Shape shape) {
    if (shape instanceof Shape.Scalar scalar) {
      return ofType(scalar.type());
    }
    if (shape instanceof Shape.Choice choice) {
      return new Requirement.OneOf(choice.values());
    }
    if (shape instanceof Shape.Union union) {
      return new Requirement.AnyOf(
          union.alternatives().stream().map(each -> ofType(each.shape())).toList());
    }
    return ofType(shape instanceof Shape.Sequence ? JsonType.ARRAY : JsonType.OBJECT);
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
    if (facet instanceof Facet.OfType of) {
      return ofType(of.type());
    }
    if (facet instanceof Facet.OneOf oneOf) {
      return new Requirement.OneOf(oneOf.values());
    }
    if (facet instanceof Facet.MultipleOf step) {
      return new Requirement.MultipleOf(step.divisor(), unit);
    }
    if (facet instanceof Facet.Pattern pattern) {
      return new Requirement.Matching(pattern.regex());
    }
    if (facet instanceof Facet.UniqueItems) {
      return Requirement.Simple.DISTINCT_ITEMS;
    }
    if (facet instanceof Facet.Contains) {
      return Requirement.Simple.DESCRIBED_ITEM;
    }
    if (facet instanceof Facet.HasMember member) {
      return new Requirement.DescribedMember(member.name());
    }
    return format(facet).<Requirement>map(form -> form).orElse(Requirement.Simple.NOT_EXCLUDED);
  }

  private static Optional<Requirement.InFormat> format(Facet facet) {
    if (facet instanceof Facet.Accepts accepts) {
      List<TextFormat> formats = accepts.sources().stream().map(MediaSource::textFormat).toList();
      return Optional.of(new Requirement.InFormat(formats));
    }
    return facet instanceof Facet.Format format
        ? StringFormat.forKeyword(format.name())
            .map(known -> new Requirement.InFormat(List.of(known.textFormat())))
        : Optional.empty();
  }
}
