package dev.callsheet.sandbox.render;

import dev.callsheet.sandbox.media.StoredMedia;
import dev.callsheet.spec.model.ModelSpec;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Fills in the fields that the spec's response has, as far as the request asks for them. */
final class ResultFields {
  private final ModelSpec model;
  private final JsonNode task;

  ResultFields(ModelSpec model, JsonNode task) {
    this.model = model;
    this.task = task;
  }

  /**
   * The fields of one result.
   *
   * @param cost in USD; null when no price is published
   */
  ObjectNode of(StoredMedia media, long seed, @Nullable BigDecimal cost) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    put(fields, "videoUUID", Optional.of(media.uuid().toString()));
    put(fields, "videoURL", given("URL").map(type -> media.url().toString()));
    put(fields, "videoBase64Data", given("base64Data").map(type -> base64(media)));
    put(
        fields,
        "videoDataURI",
        given("dataURI")
            .map(
                type ->
                    "data:" + media.clip().container().mediaType() + ";base64," + base64(media)));
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

  private void put(ObjectNode fields, String name, Optional<String> value) {
    if (has(name)) {
      value.ifPresent(text -> fields.put(name, text));
    }
  }

  private boolean has(String name) {
    return model.response().member(name).isPresent();
  }

  private Optional<String> given(String outputType) {
    return Optional.of(
            Parameters.value(model, task, "outputType").map(JsonNode::asString).orElse("URL"))
        .filter(outputType::equals);
  }

  private static String base64(StoredMedia media) {
    return Base64.getEncoder().encodeToString(media.clip().bytes());
  }
}
