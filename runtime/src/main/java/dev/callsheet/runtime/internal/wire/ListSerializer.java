package dev.callsheet.runtime.internal.wire;

import java.util.Collection;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes an array of JSON. Jackson 3's own serializer needs jackson-annotations 2.20 ({@code
 * JsonFormat.Shape.POJO}); the versions that Spring Boot 3.5 manages bring 2.19.
 */
final class ListSerializer extends StdSerializer<Collection<?>> {
  ListSerializer() {
    super(Collection.class);
  }

  @Override
  public void serialize(Collection<?> values, JsonGenerator json, SerializationContext context) {
    json.writeStartArray(values);
    for (var value : values) {
      context.writeValue(json, value);
    }
    json.writeEndArray();
  }

  @Override
  public boolean isEmpty(SerializationContext context, Collection<?> values) {
    return values.isEmpty();
  }
}
