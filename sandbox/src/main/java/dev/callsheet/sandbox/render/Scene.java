package dev.callsheet.sandbox.render;

import dev.callsheet.sandbox.media.Format;
import dev.callsheet.sandbox.media.Frame;
import dev.callsheet.sandbox.media.MediaKind;
import dev.callsheet.sandbox.media.Sample;
import dev.callsheet.spec.calculus.Numbers;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Pricing;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a task asks to be shot: how long it is, and the sample that comes nearest to it. */
final class Scene {
  /** The length of a video that no request shows, such as an input's. */
  static final BigDecimal ASSUMED_SECONDS = BigDecimal.valueOf(5);

  private Scene() {}

  /** The kind of media that the model makes, by its results' {@code <kind>UUID}. */
  static Optional<MediaKind> kind(ModelSpec model) {
    return Arrays.stream(MediaKind.values())
        .filter(kind -> model.response().member(kind.field("UUID")).isPresent())
        .findFirst();
  }

  /** The length of the video, in seconds; a picture takes the time of one. */
  static BigDecimal seconds(ModelSpec model, JsonNode task) {
    if (kind(model).filter(kind -> kind == MediaKind.IMAGE).isPresent()) {
      return BigDecimal.ONE;
    }
    Pricing pricing = model.pricing();
    boolean follows =
        pricing != null
            && pricing.per() != null
            && pricing.per().follows() != null
            && !Parameters.isMissing(task, pricing.per().follows());
    if (follows) {
      return ASSUMED_SECONDS;
    }
    return Parameters.value(model, task, "duration")
        .filter(JsonNode::isNumber)
        .map(Numbers::of)
        .orElse(ASSUMED_SECONDS);
  }

  /**
   * The sample in the format asked for, and in the proportions where they are known; empty when
   * there is none of that kind or in that format.
   */
  static Optional<Sample> sample(ModelSpec model, JsonNode task) {
    return kind(model)
        .flatMap(kind -> format(kind, model, task))
        .map(format -> new Sample(frame(model, task), format));
  }

  private static Optional<Format> format(MediaKind kind, ModelSpec model, JsonNode task) {
    return Parameters.value(model, task, "outputFormat")
        .map(name -> Format.named(kind, name.asString("")))
        .orElseGet(() -> Optional.of(Format.usual(kind)));
  }

  private static Frame frame(ModelSpec model, JsonNode task) {
    int width = pixels(model, task, "width");
    int height = pixels(model, task, "height");
    return width > 0 && height > 0 ? Frame.nearest(width, height) : Frame.LANDSCAPE;
  }

  private static int pixels(ModelSpec model, JsonNode task, String side) {
    return Parameters.value(model, task, side).map(value -> value.asInt(0)).orElse(0);
  }
}
