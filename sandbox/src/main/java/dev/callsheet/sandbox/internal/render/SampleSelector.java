package dev.callsheet.sandbox.internal.render;

import dev.callsheet.runtime.MediaDurations;
import dev.callsheet.sandbox.internal.media.PixelSize;
import dev.callsheet.sandbox.internal.sample.RecentFiles;
import dev.callsheet.sandbox.internal.sample.SampleDescription;
import dev.callsheet.sandbox.internal.sample.SampleFormat;
import dev.callsheet.sandbox.internal.sample.SampleMedia;
import dev.callsheet.sandbox.internal.sample.SampleMediaKind;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.logic.JsonNumbers;
import dev.callsheet.spec.model.Charge;
import dev.callsheet.spec.model.ChargeUnit;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Pricing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads from a task what its results are to be like. */
final class SampleSelector {
  /** The length of a video that no request shows, such as an input's. */
  static final BigDecimal ASSUMED_SECONDS = BigDecimal.valueOf(5);

  private static final int USUAL_FRAMES = 24;
  private static final int MOST_FRAMES = 120;

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
    return Stream.of("duration", "seconds")
        .flatMap(name -> EffectiveTaskParameters.value(model, task, name).stream())
        .flatMap(value -> decimal(value).stream())
        .filter(seconds -> seconds.signum() > 0)
        .findFirst()
        .orElse(ASSUMED_SECONDS);
  }

  /** Some platforms write numbers as texts. */
  private static Optional<BigDecimal> decimal(JsonNode value) {
    if (value.isNumber()) {
      return Optional.of(JsonNumbers.decimalValue(value));
    }
    String text = value.asString("");
    return text.matches("\\d{1,5}(\\.\\d{1,6})?")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
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
   * What stands in for a result.
   *
   * @param kind of media that the model makes
   * @param seconds how long it is, where it has a length
   * @param sizes how large media are that the task names
   */
  static SampleMedia sample(
      SampleMediaKind kind,
      ModelSpec model,
      JsonNode task,
      long seed,
      BigDecimal seconds,
      Function<String, Optional<PixelSize>> sizes,
      RecentFiles files) {
    SampleSize size = SampleSize.of(kind, model, task, sizes);
    SampleDescription description =
        new SampleDescription(
            task.path("model").asString(model.id()),
            prompt(model, task),
            seed,
            size.width(),
            size.height(),
            milliseconds(seconds),
            number(model, task, "fps", USUAL_FRAMES, MOST_FRAMES),
            audio(model, task));
    return new SampleMedia(description, format(kind, model, task), files);
  }

  private static long milliseconds(BigDecimal seconds) {
    return seconds
        .movePointRight(3)
        .min(BigDecimal.valueOf(SampleDescription.LONGEST))
        .setScale(0, RoundingMode.HALF_UP)
        .longValue();
  }

  private static SampleDescription.AudioSettings audio(ModelSpec model, JsonNode task) {
    var usual = SampleDescription.AudioSettings.USUAL;
    return new SampleDescription.AudioSettings(
        number(model, task, "audioSettings.sampleRate", usual.sampleRate(), 192_000),
        number(model, task, "audioSettings.channels", usual.channels(), 2),
        number(model, task, "audioSettings.bitrate", usual.kilobits(), 320));
  }

  private static int number(ModelSpec model, JsonNode task, String path, int usual, int most) {
    return EffectiveTaskParameters.value(model, task, path)
        .map(value -> value.asInt(0))
        .filter(value -> value > 0)
        .map(value -> Math.min(most, value))
        .orElse(usual);
  }

  /** What says in words what is to be made, by the names that platforms have for it. */
  static String prompt(ModelSpec model, JsonNode task) {
    return Stream.of("positivePrompt", "prompt", "promptText", "speech.text", "text")
        .flatMap(path -> EffectiveTaskParameters.value(model, task, path).stream())
        .map(value -> value.asString(""))
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }

  /** The format that a task asks for and that no samples are made in. */
  static Optional<String> unsupportedFormat(SampleMediaKind kind, ModelSpec model, JsonNode task) {
    return wantedFormat(model, task).filter(name -> SampleFormat.find(kind, name).isEmpty());
  }

  private static SampleFormat format(SampleMediaKind kind, ModelSpec model, JsonNode task) {
    return wantedFormat(model, task)
        .flatMap(name -> SampleFormat.find(kind, name))
        .orElseGet(() -> SampleFormat.defaultFor(kind));
  }

  private static Optional<String> wantedFormat(ModelSpec model, JsonNode task) {
    return Stream.of("outputFormat", "output_format")
        .flatMap(name -> EffectiveTaskParameters.value(model, task, name).stream())
        .map(value -> value.asString(""))
        .findFirst();
  }
}
