package dev.callsheet.sandbox.render;

import dev.callsheet.sandbox.media.Clip;
import dev.callsheet.sandbox.media.Container;
import dev.callsheet.sandbox.media.Frame;
import dev.callsheet.spec.calculus.Numbers;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Pricing;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a task asks to be filmed: how long it is, and the clip that comes nearest to it. */
final class Footage {
  /** The length of a video that no request shows, such as an input's. */
  static final BigDecimal ASSUMED_SECONDS = BigDecimal.valueOf(5);

  private Footage() {}

  /** The length of the video, in seconds. */
  static BigDecimal seconds(ModelSpec model, JsonNode task) {
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

  /** The clip in the format asked for, and in the proportions where the task says them. */
  static Clip clip(ModelSpec model, JsonNode task) {
    Container container =
        Parameters.value(model, task, "outputFormat")
            .filter(JsonNode::isString)
            .flatMap(format -> Container.named(format.stringValue()))
            .orElse(Container.MP4);
    return new Clip(frame(task).orElse(Frame.LANDSCAPE), container);
  }

  private static Optional<Frame> frame(JsonNode task) {
    int width = task.path("width").asInt(0);
    int height = task.path("height").asInt(0);
    return width > 0 && height > 0 ? Optional.of(Frame.nearest(width, height)) : Optional.empty();
  }
}
