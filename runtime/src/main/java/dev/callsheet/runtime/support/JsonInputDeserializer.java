package dev.callsheet.runtime.support;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads {@link JsonInput} with Jackson 3, its numbers exactly. */
public final class JsonInputDeserializer extends StdDeserializer<JsonInput> {
  /** For Jackson. */
  public JsonInputDeserializer() {
    super(JsonInput.class);
  }

  @Override
  public @Nullable JsonInput deserialize(JsonParser json, DeserializationContext context) {
    return switch (json.currentToken()) {
      // On the way to a creator, Jackson steps into an object first.
      case START_OBJECT, PROPERTY_NAME, END_OBJECT -> object(json, context);
      case START_ARRAY -> {
        List<@Nullable JsonInput> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          items.add(deserialize(json, context));
        }
        yield JsonInput.of(items);
      }
      case VALUE_STRING -> JsonInput.of(json.getString());
      case VALUE_NUMBER_INT ->
          switch (json.getNumberType()) {
            case INT -> JsonInput.of(json.getIntValue());
            case LONG -> JsonInput.of(json.getLongValue());
            default -> JsonInput.of(json.getBigIntegerValue());
          };
      case VALUE_NUMBER_FLOAT ->
          json.isNaN() ? JsonInput.of(json.getDoubleValue()) : JsonInput.of(json.getDecimalValue());
      case VALUE_TRUE -> JsonInput.of(true);
      case VALUE_FALSE -> JsonInput.of(false);
      case VALUE_NULL -> null;
      default -> (JsonInput) context.handleUnexpectedToken(getValueType(context), json);
    };
  }

  private JsonInput object(JsonParser json, DeserializationContext context) {
    JsonInput object = new JsonInput();
    JsonToken token = json.isExpectedStartObjectToken() ? json.nextToken() : json.currentToken();
    for (; token == JsonToken.PROPERTY_NAME; token = json.nextToken()) {
      String name = json.currentName();
      json.nextToken();
      object.add(name, deserialize(json, context));
    }
    return object;
  }
}
