package dev.callsheet.generator.page;

import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.model.ShapeVisitor;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The type of a value as published pages write it, such as {@code array of strings}. */
final class TypeText implements ShapeVisitor<String> {
  private static final TypeText ONE = new TypeText(false);
  private static final TypeText SEVERAL = new TypeText(true);

  private final boolean isPlural;

  private TypeText(boolean isPlural) {
    this.isPlural = isPlural;
  }

  /** The type of one value. */
  static String of(Shape shape) {
    return shape.accept(ONE);
  }

  @Override
  public String visitScalar(Shape.Scalar shape) {
    return name(shape.type());
  }

  @Override
  public String visitChoice(Shape.Choice shape) {
    return alternatives(shape.values(), value -> name(JsonType.of(value)));
  }

  @Override
  public String visitStructure(Shape.Structure shape) {
    int size = shape.members().size();
    return name(JsonType.OBJECT) + " (" + size + (size == 1 ? " property)" : " properties)");
  }

  @Override
  public String visitDictionary(Shape.Dictionary shape) {
    return name(JsonType.OBJECT);
  }

  @Override
  public String visitSequence(Shape.Sequence shape) {
    return name(JsonType.ARRAY) + " of " + shape.items().accept(SEVERAL);
  }

  /** How many members an object has is said where they are listed. */
  @Override
  public String visitUnion(Shape.Union shape) {
    return alternatives(
        shape.alternatives(),
        form ->
            form.shape() instanceof Shape.Structure
                ? name(JsonType.OBJECT)
                : form.shape().accept(this));
  }

  private static <T> String alternatives(List<T> all, Function<T, String> type) {
    return all.stream().map(type).distinct().collect(Collectors.joining(" or "));
  }

  private String name(JsonType type) {
    String name = type == JsonType.NUMBER ? "float" : type.keyword();
    return isPlural && type != JsonType.NULL ? name + "s" : name;
  }
}
