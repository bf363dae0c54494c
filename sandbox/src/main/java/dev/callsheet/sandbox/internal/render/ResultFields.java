package dev.callsheet.sandbox.internal.render;

import dev.callsheet.sandbox.internal.media.HostedMedia;
import dev.callsheet.sandbox.internal.media.SampleMediaKind;
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
  private final SampleMediaKind kind;

  ResultFields(ModelSpec model, JsonNode task, SampleMediaKind kind) {
    this.model = model;
    this.task = task;
    this.kind = kind;
  }

  /**
   * The fields of one result.
   *
   * @param cost in USD; null when no price is published
   */
  ObjectNode of(HostedMedia media, long seed, @Nullable BigDecimal cost) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    put(fields, "UUID", media.uuid().toString());
    switch (outputType()) {
      case "base64Data" -> put(fields, "Base64Data", base64(media));
      case "dataURI" -> put(fields, "DataURI", dataURI(media));
      default -> put(fields, "URL", media.url().toString());
    }
    if (isDeclared("seed")) {
      fields.put("seed", seed);
    }
    if (isDeclared("NSFWContent")
        && EffectiveTaskParameters.isTrue(model, task, "safety.checkContent")) {
      fields.put("NSFWContent", false);
    }
    if (cost != null
        && isDeclared("cost")
        && EffectiveTaskParameters.isTrue(model, task, "includeCost")) {
      fields.put("cost", cost);
    }
    return fields;
  }

  private void put(ObjectNode fields, String ending, String value) {
    String name = kind.fieldName(ending);
    if (isDeclared(name)) {
      fields.put(name, value);
    }
  }

  private boolean isDeclared(String name) {
    return model.response().member(name).isPresent();
  }

  private String outputType() {
    return EffectiveTaskParameters.value(model, task, "outputType")
        .map(JsonNode::asString)
        .orElse("URL");
  }

  private static String dataURI(HostedMedia media) {
    return "data:" + media.content().mediaType() + ";base64," + base64(media);
  }

  private static String base64(HostedMedia media) {
    return Base64.getEncoder().encodeToString(media.content().bytes());
  }
}
