package dev.callsheet.sandbox.internal.render;

import dev.callsheet.sandbox.internal.media.HostedMedia;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a result of which no spec says what they are called: those that Runware's clients
 * read of every result with such media. What other platforms say of a result is in their
 * descriptions, and has no such fields.
 */
final class UndescribedFields {
  private UndescribedFields() {}

  /**
   * The fields of one result.
   *
   * @param cost in USD; null when no price is known
   */
  static ObjectNode of(JsonNode task, HostedMedia media, long seed, @Nullable BigDecimal cost) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    if (!task.has("taskType")) {
      return fields;
    }
    String kind = media.content().mediaType().replaceFirst("/.*", "");
    if (kind.equals("model")) {
      fields
          .putObject("outputs")
          .putArray("files")
          .addObject()
          .put("uuid", media.uuid().toString())
          .put("url", media.url().toString());
    } else {
      fields.put(kind + "UUID", media.uuid().toString());
      switch (task.path("outputType").asString("")) {
        case "base64Data" -> fields.put(kind + "Base64Data", MediaText.base64(media));
        case "dataURI" -> fields.put(kind + "DataURI", MediaText.dataUri(media));
        default -> fields.put(kind + "URL", media.url().toString());
      }
    }
    fields.put("seed", seed);
    if (cost != null && task.path("includeCost").asBoolean(false)) {
      fields.put("cost", cost);
    }
    return fields;
  }
}
