package dev.callsheet.sandbox.internal.render;

import dev.callsheet.sandbox.internal.media.PixelSize;
import dev.callsheet.sandbox.internal.sample.SampleDescription;
import dev.callsheet.sandbox.internal.sample.SampleMediaKind;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelSpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The size of a picture in pixels.
 *
 * @param width at least 1
 * @param height at least 1
 */
record SampleSize(int width, int height) {
  private static final Pattern TWO_NUMBERS = Pattern.compile("(\\d{1,5})\\s*[x:*/]\\s*(\\d{1,5})");
  private static final Pattern LINES = Pattern.compile("(\\d{3,4})[pP]");
  private static final Pattern THOUSANDS = Pattern.compile("(\\d(?:\\.\\d+)?)[kK]");
  private static final Pattern NAMED_RATIO =
      Pattern.compile("(portrait|landscape)_(\\d{1,2})_(\\d{1,2})");

  /** Two numbers below that are proportions, and others are pixels. */
  private static final int LEAST_PIXELS = 64;

  /** Where what is enlarged, or cut out of, stands in a task. */
  private static final List<String> INPUTS =
      List.of("inputs.image", "inputs.video", "image", "video", "image_url", "video_url");

  private static final List<String> FACTORS = List.of("upscaleFactor", "upscale_factor", "scale");

  /** What says how large a result is, in models that make one of any size. */
  private static final List<String> SIZES =
      List.of("width", "size", "ratio", "aspect_ratio", "aspectRatio", "image_size", "resolution");

  /**
   * What is asked for, in any of the forms that models have; of a model that has none of them, the
   * size of its input; the usual size of the kind else. A factor enlarges either.
   *
   * @param sizes how large media are that a task names; empty where nobody knows it
   */
  static SampleSize of(
      SampleMediaKind kind,
      ModelSpec model,
      JsonNode task,
      Function<String, Optional<PixelSize>> sizes) {
    return pixels(model, task)
        .or(() -> named(model, task).flatMap(text -> pair(text)).filter(SampleSize::isInPixels))
        .orElseGet(
            () ->
                input(model, task, sizes)
                    .orElseGet(() -> preset(kind, model, task))
                    .times(factor(model, task)));
  }

  private static Optional<SampleSize> input(
      ModelSpec model, JsonNode task, Function<String, Optional<PixelSize>> sizes) {
    if (SIZES.stream().anyMatch(name -> model.parameter(ParameterPath.parse(name)).isPresent())) {
      return Optional.empty();
    }
    return INPUTS.stream()
        .flatMap(path -> EffectiveTaskParameters.value(model, task, path).stream())
        .flatMap(value -> sizes.apply(value.asString("")).stream())
        .map(size -> new SampleSize(size.width(), size.height()))
        .findFirst();
  }

  private static double factor(ModelSpec model, JsonNode task) {
    return FACTORS.stream()
        .flatMap(name -> EffectiveTaskParameters.value(model, task, name).stream())
        .map(value -> value.asDouble(1))
        .filter(factor -> factor > 0)
        .findFirst()
        .orElse(1.0);
  }

  private SampleSize times(double factor) {
    return factor == 1 ? this : new SampleSize(enlarged(width, factor), enlarged(height, factor));
  }

  private static int enlarged(int pixels, double factor) {
    return (int) Math.max(1, Math.min(Math.round(pixels * factor), SampleDescription.LARGEST));
  }

  private static Optional<SampleSize> pixels(ModelSpec model, JsonNode task) {
    // The defaults of a size in an object do not count where the size is a name.
    return Stream.of("", "image_size.")
        .filter(place -> place.isEmpty() || task.path("image_size").isObject())
        .map(
            place ->
                new SampleSize(
                    number(model, task, place + "width"), number(model, task, place + "height")))
        .filter(size -> size.width > 0 && size.height > 0)
        .findFirst();
  }

  private static int number(ModelSpec model, JsonNode task, String path) {
    return EffectiveTaskParameters.value(model, task, path).map(value -> value.asInt(0)).orElse(0);
  }

  private static Optional<String> named(ModelSpec model, JsonNode task) {
    return Stream.of("size", "ratio", "aspect_ratio", "aspectRatio", "image_size")
        .flatMap(name -> EffectiveTaskParameters.value(model, task, name).stream())
        .map(value -> value.asString(""))
        .filter(text -> pair(text).isPresent())
        .findFirst();
  }

  private static Optional<SampleSize> pair(String text) {
    Matcher numbers = TWO_NUMBERS.matcher(text);
    if (numbers.matches()) {
      return positive(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)));
    }
    Matcher named = NAMED_RATIO.matcher(text);
    if (!named.matches()) {
      return Optional.empty();
    }
    int one = Integer.parseInt(named.group(2));
    int other = Integer.parseInt(named.group(3));
    int longer = Math.max(one, other);
    int shorter = Math.min(one, other);
    return named.group(1).equals("portrait")
        ? positive(shorter, longer)
        : positive(longer, shorter);
  }

  private static Optional<SampleSize> positive(int width, int height) {
    return width > 0 && height > 0 ? Optional.of(new SampleSize(width, height)) : Optional.empty();
  }

  private boolean isInPixels() {
    return width >= LEAST_PIXELS && height >= LEAST_PIXELS;
  }

  /** A resolution by its name, in the proportions asked for. */
  private static SampleSize preset(SampleMediaKind kind, ModelSpec model, JsonNode task) {
    boolean isVideo = kind == SampleMediaKind.VIDEO;
    SampleSize ratio =
        named(model, task)
            .flatMap(SampleSize::pair)
            .orElse(isVideo ? new SampleSize(16, 9) : new SampleSize(1, 1));
    String resolution =
        EffectiveTaskParameters.value(model, task, "resolution")
            .map(value -> value.asString(""))
            .orElse("");
    Matcher lines = LINES.matcher(resolution);
    Matcher thousands = THOUSANDS.matcher(resolution);
    double across = (double) ratio.width / ratio.height;
    if (lines.matches() || (isVideo && !thousands.matches())) {
      double shorter = lines.matches() ? Integer.parseInt(lines.group(1)) : 720;
      return across >= 1 ? even(shorter * across, shorter) : even(shorter, shorter / across);
    }
    double side =
        1024 * (thousands.matches() ? new BigDecimal(thousands.group(1)).doubleValue() : 1);
    return even(side * Math.sqrt(across), side / Math.sqrt(across));
  }

  private static SampleSize even(double width, double height) {
    return new SampleSize(
        (int) Math.max(2, Math.round(width / 2) * 2),
        (int) Math.max(2, Math.round(height / 2) * 2));
  }
}
