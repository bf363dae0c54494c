package dev.callsheet.runtime.internal.wire;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads addresses as {@link MediaAddress} does. */
final class AddressDeserializer extends StdScalarDeserializer<URI> {
  AddressDeserializer() {
    super(URI.class);
  }

  @Override
  public @Nullable URI deserialize(JsonParser json, DeserializationContext context) {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      return (URI) context.handleUnexpectedToken(getValueType(context), json);
    }
    var text = json.getString();
    var address = MediaAddress.parse(text);
    return address.isPresent()
        ? address.get()
        : (URI) context.handleWeirdStringValue(URI.class, text, "not an address");
  }
}
