package dev.callsheet.runtime.internal.wire;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.type.TypeFactory;

/** Reads an array of JSON, for the same reason as {@link ListSerializer}. */
final class ListDeserializer extends ValueDeserializer<List<?>> {
  /** Jackson looks at annotations before it looks for a deserializer of lists. */
  @JsonDeserialize(using = ListDeserializer.class)
  interface MixIn {}

  private final JavaType elementType;
  private final @Nullable ValueDeserializer<Object> elements;

  /** For Jackson, which asks for the one of a certain type next. */
  ListDeserializer() {
    this(TypeFactory.unknownType(), null);
  }

  private ListDeserializer(JavaType elementType, @Nullable ValueDeserializer<Object> elements) {
    this.elementType = elementType;
    this.elements = elements;
  }

  @Override
  public ValueDeserializer<?> createContextual(
      DeserializationContext context, BeanProperty property) {
    var type = context.getContextualType().getContentType();
    return new ListDeserializer(type, context.findContextualValueDeserializer(type, property));
  }

  @Override
  public @Nullable List<?> deserialize(JsonParser json, DeserializationContext context) {
    if (elements == null || !json.isExpectedStartArrayToken()) {
      return (List<?>)
          context.handleUnexpectedToken(
              context.getTypeFactory().constructCollectionType(List.class, elementType), json);
    }
    List<Object> list = new ArrayList<>();
    for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
      list.add(element(elements, token, list.size(), json, context));
    }
    return list;
  }

  /**
   * What an element throws names the element, as Jackson's own deserializers do it. Lists of
   * results have no empty places, so {@code null} is no element.
   */
  private static Object element(
      ValueDeserializer<Object> elements,
      JsonToken token,
      int index,
      JsonParser json,
      DeserializationContext context) {
    try {
      return token == JsonToken.VALUE_NULL
          ? context.reportInputMismatch(elements, "null is no element of a list")
          : elements.deserialize(json, context);
    } catch (JacksonException odd) {
      throw odd.prependPath(List.class, index);
    }
  }
}
