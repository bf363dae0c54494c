package dev.callsheet.runtime.internal.wire;

import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes an object of JSON, for the same reason as {@link ListSerializer}. */
final class MapSerializer extends StdSerializer<Map<?, ?>> {
  MapSerializer() {
    super(Map.class);
  }

  @Override
  public void serialize(Map<?, ?> members, JsonGenerator json, SerializationContext context) {
    json.writeStartObject(members);
    for (var member : members.entrySet()) {
      context
          .findKeySerializer(context.constructType(member.getKey().getClass()), null)
          .serialize(member.getKey(), json, context);
      context.writeValue(json, member.getValue());
    }
    json.writeEndObject();
  }

  @Override
  public boolean isEmpty(SerializationContext context, Map<?, ?> members) {
    return members.isEmpty();
  }
}
