package dev.callsheet.sandbox.internal.render;

import dev.callsheet.sandbox.internal.media.HostedMedia;
import dev.callsheet.spec.logic.MediaSource;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.MediaField;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Fills in the fields that the spec's response has, as far as the request asks for them. */
final class ResultFields {
  private final ModelSpec model;
  private final List<MediaField> mediaFields;
  private final JsonNode task;

  ResultFields(RenderableModel model, JsonNode task) {
    this.model = model.spec();
    this.mediaFields = model.fields();
    this.task = task;
  }

  /**
   * The fields of one result.
   *
   * @param cost in USD; null when no price is published
   */
  ObjectNode of(HostedMedia media, long seed, @Nullable BigDecimal cost) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    put(fields, MediaSource.UUID, media.uuid().toString());
    switch (form()) {
      case BASE64 -> put(fields, MediaSource.BASE64, MediaText.base64(media));
      case DATA_URI -> put(fields, MediaSource.DATA_URI, MediaText.dataUri(media));
      case URL, UUID -> put(fields, MediaSource.URL, media.url().toString());
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

  /** Sets the field of the media in that form, where the spec has one. */
  private void put(ObjectNode fields, MediaSource form, String value) {
    mediaFields.stream()
        .filter(media -> media.form() == form)
        .findFirst()
        .map(MediaField::field)
        .ifPresent(field -> put(fields, field, value));
  }

  /** Sets a field along with the objects and lists on the way to it, each list of one item. */
  private static void put(ObjectNode fields, Parameter field, String value) {
    JsonPointer place = JsonPointer.empty();
    for (ParameterPath.Step step : field.path().steps()) {
      place = step.fold(place::appendProperty, firstItem(place));
    }
    ObjectNode owner = fields.withObject(place.head());
    if (field.shape() instanceof Shape.Sequence) {
      owner.putArray(field.name()).add(value);
    } else {
      owner.put(field.name(), value);
    }
  }

  private static Supplier<JsonPointer> firstItem(JsonPointer list) {
    return () -> list.appendIndex(0);
  }

  private boolean isDeclared(String name) {
    return model.response().member(name).isPresent();
  }

  /** The form that the request asks for; where it cannot, the one that the spec has. */
  private MediaSource form() {
    Optional<JsonNode> asked = EffectiveTaskParameters.value(model, task, "outputType");
    if (asked.isPresent()) {
      return switch (asked.get().asString()) {
        case "base64Data" -> MediaSource.BASE64;
        case "dataURI" -> MediaSource.DATA_URI;
        default -> MediaSource.URL;
      };
    }
    return Stream.of(MediaSource.URL, MediaSource.BASE64, MediaSource.DATA_URI)
        .filter(form -> mediaFields.stream().anyMatch(media -> media.form() == form))
        .findFirst()
        .orElse(MediaSource.URL);
  }
}
