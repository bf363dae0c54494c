package dev.callsheet.sandbox.render;

import dev.callsheet.sandbox.media.MediaKind;
import dev.callsheet.sandbox.media.StoredMedia;
import dev.callsheet.spec.model.ModelSpec;
import java.math.BigDecimal;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Fills in the fields that the spec's response has, as far as the request asks for them. */
final class ResultFields {
  private final ModelSpec model;
  private final JsonNode task;
  private final MediaKind kind;

  ResultFields(ModelSpec model, JsonNode task, MediaKind kind) {
    this.model = model;
    this.task = task;
    this.kind = kind;
  }

  /**
   * The fields of one result.
   *
   * @param cost in USD; null when no price is published
   */
  ObjectNode of(StoredMedia media, long seed, @Nullable BigDecimal cost) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    put(fields, "UUID", media.uuid().toString());
    switch (outputType()) {
      case "base64Data" -> put(fields, "Base64Data", base64(media));
      case "dataURI" -> put(fields, "DataURI", dataURI(media));
      default -> put(fields, "URL", media.url().toString());
    }
    if (has("seed")) {
      fields.put("seed", seed);
    }
    if (has("NSFWContent") && Parameters.isTrue(model, task, "safety.checkContent")) {
      fields.put("NSFWContent", false);
    }
    if (cost != null && has("cost") && Parameters.isTrue(model, task, "includeCost")) {
      fields.put("cost", cost);
    }
    return fields;
  }

  private void put(ObjectNode fields, String ending, String value) {
    String name = kind.field(ending);
    if (has(name)) {
      fields.put(name, value);
    }
  }

  private boolean has(String name) {
    return model.response().member(name).isPresent();
  }

  private String outputType() {
    return Parameters.value(model, task, "outputType").map(JsonNode::asString).orElse("URL");
  }

  private static String dataURI(StoredMedia media) {
    return "data:" + media.content().mediaType() + ";base64," + base64(media);
  }

  private static String base64(StoredMedia media) {
    return Base64.getEncoder().encodeToString(media.content().bytes());
  }
}
