package dev.callsheet.sandbox.internal.render;

import dev.callsheet.runtime.MediaDurations;
import dev.callsheet.sandbox.internal.media.SampleAspectRatio;
import dev.callsheet.sandbox.internal.media.SampleFormat;
import dev.callsheet.sandbox.internal.media.SampleMedia;
import dev.callsheet.sandbox.internal.media.SampleMediaKind;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.logic.JsonNumbers;
import dev.callsheet.spec.model.Charge;
import dev.callsheet.spec.model.ChargeUnit;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Pricing;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Chooses the sample nearest to the duration and size that a task asks for. */
final class SampleSelector {
  /** The length of a video that no request shows, such as an input's. */
  static final BigDecimal ASSUMED_SECONDS = BigDecimal.valueOf(5);

  private SampleSelector() {}

  /** The length of the video or the sound, in seconds; a picture takes the time of one. */
  static BigDecimal seconds(RenderableModel renderable, JsonNode task, MediaDurations durations) {
    if (renderable.mediaKind() == SampleMediaKind.IMAGE) {
      return BigDecimal.ONE;
    }
    ModelSpec model = renderable.spec();
    Optional<JsonNode> media = followedMedia(model, task);
    if (media.isPresent()) {
      return durations.secondsOf(media.get().asString("")).orElse(ASSUMED_SECONDS);
    }
    return EffectiveTaskParameters.value(model, task, "duration")
        .filter(JsonNode::isNumber)
        .map(JsonNumbers::decimalValue)
        .orElse(ASSUMED_SECONDS);
  }

  /** The input that decides the length, as it decides the price. */
  private static Optional<JsonNode> followedMedia(ModelSpec model, JsonNode task) {
    Pricing pricing = model.pricing();
    return pricing == null
        ? Optional.empty()
        : pricing.charges().stream()
            .map(Charge::unit)
            .filter(ChargeUnit.Seconds.class::isInstance)
            .map(unit -> ((ChargeUnit.Seconds) unit).media())
            .filter(Objects::nonNull)
            .flatMap(path -> JsonLocation.root(task).resolve(path).stream())
            .map(JsonLocation::value)
            .map(value -> value.isArray() ? value.path(0) : value)
            .findFirst();
  }

  /**
   * The sample in the format asked for, and in the proportions where they are known; empty when
   * there is none of that kind or in that format.
   */
  static Optional<SampleMedia> sample(RenderableModel model, JsonNode task) {
    return model
        .kind()
        .flatMap(kind -> format(kind, model.spec(), task))
        .map(format -> new SampleMedia(frame(model.spec(), task), format));
  }

  private static Optional<SampleFormat> format(
      SampleMediaKind kind, ModelSpec model, JsonNode task) {
    return EffectiveTaskParameters.value(model, task, "outputFormat")
        .map(name -> SampleFormat.find(kind, name.asString("")))
        .orElseGet(() -> Optional.of(SampleFormat.defaultFor(kind)));
  }

  private static SampleAspectRatio frame(ModelSpec model, JsonNode task) {
    int width = pixels(model, task, "width");
    int height = pixels(model, task, "height");
    return width > 0 && height > 0
        ? SampleAspectRatio.nearest(width, height)
        : SampleAspectRatio.LANDSCAPE;
  }

  private static int pixels(ModelSpec model, JsonNode task, String side) {
    return EffectiveTaskParameters.value(model, task, side).map(value -> value.asInt(0)).orElse(0);
  }
}
