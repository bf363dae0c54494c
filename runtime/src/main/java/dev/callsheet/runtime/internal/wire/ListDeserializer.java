package dev.callsheet.runtime.internal.wire;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    List<@Nullable Object> list = new ArrayList<>();
    for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
      list.add(
          token == JsonToken.VALUE_NULL
              ? elements.getNullValue(context)
              : elements.deserialize(json, context));
    }
    return list;
  }
}
