package com.acme.models.klingvideo30omnipro;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.callsheet.runtime.support.AdditionalParameters;
import dev.callsheet.runtime.support.Generated;
import dev.callsheet.runtime.support.ImmutableCopies;
import dev.callsheet.runtime.support.JsonInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The media that the task works from.
 *
 * @param referenceImages Images whose subjects or style the video should take up. Each a UUID or a
 *     URL or a data URI or Base64.
 * @param frameImages Images to use as frames of the video: each a bare image, or an object that
 *     also says which frame it is.
 * @param video The video to edit as the prompt says. The result has its dimensions and its
 *     duration. A UUID or a URL.
 * @param referenceVideos Videos whose motion, camera or subjects the result should take up. Each a
 *     UUID or a URL.
 * @param elements Characters and objects to reuse, each made of images, videos or voices and kept
 *     for later tasks. Prompts call them {@code <<<element_1>>>}, {@code <<<element_2>>>} and so
 *     on, in the order of this list.
 * @param additional what is newer than the spec, by its key in JSON
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"referenceImages", "frameImages", "video", "referenceVideos", "elements"})
@Generated
@SuppressWarnings({"deprecation", "doclint:missing", "ImmutableEnumChecker"})
public record Inputs(@JsonProperty("referenceImages") @Nullable List<String> referenceImages,
    @JsonProperty("frameImages") @Nullable List<FrameImage> frameImages,
    @JsonProperty("video") @Nullable String video,
    @JsonProperty("referenceVideos") @Nullable List<String> referenceVideos,
    @JsonProperty("elements") @Nullable List<Element> elements,
    @JsonAnyGetter Map<String, @Nullable Object> additional) {
  /** Copies what could change. */
  public Inputs {
    referenceImages = ImmutableCopies.of(referenceImages, "referenceImages");
    frameImages = ImmutableCopies.of(frameImages, "frameImages");
    referenceVideos = ImmutableCopies.of(referenceVideos, "referenceVideos");
    elements = ImmutableCopies.of(elements, "elements");
    additional = ImmutableCopies.of(additional);
  }

  /** What stands in JSON; for Jackson. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Inputs of(JsonInput json) {
    Builder builder = new Builder();
    json.members(builder::read);
    return builder.build();
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that starts from this. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.referenceImages = referenceImages;
    builder.frameImages = frameImages;
    builder.video = video;
    builder.referenceVideos = referenceVideos;
    builder.elements = elements;
    builder.additional.putAll(additional);
    return builder;
  }

  /** Collects the parts of a {@link Inputs}. */
  @Generated
  public static final class Builder {
    private @Nullable List<String> referenceImages;

    private @Nullable List<FrameImage> frameImages;

    private @Nullable String video;

    private @Nullable List<String> referenceVideos;

    private @Nullable List<Element> elements;

    private final Map<String, @Nullable Object> additional = new LinkedHashMap<>();

    /** With nothing set. */
    public Builder() {
    }

    /**
     * Images whose subjects or style the video should take up. Each a UUID or a URL or a data URI
     * or Base64.
     *
     * <ul>
     *   <li>Beside {@code inputs.video} or {@code inputs.referenceVideos}, {@code
     *       inputs.referenceImages} may hold at most 4 images.
     * </ul>
     */
    public Builder referenceImages(@Nullable List<String> referenceImages) {
      this.referenceImages = referenceImages;
      return this;
    }

    /** Sets {@code referenceImages} to these. */
    public Builder referenceImages(String... referenceImages) {
      return referenceImages(Arrays.asList(referenceImages));
    }

    /**
     * Images to use as frames of the video: each a bare image, or an object that also says which
     * frame it is.
     *
     * <ul>
     *   <li>A video starts from one thing: {@code inputs.frameImages}, or {@code inputs.video}, or
     *       an empty frame of {@code width} and {@code height}.
     * </ul>
     */
    public Builder frameImages(@Nullable List<FrameImage> frameImages) {
      this.frameImages = frameImages;
      return this;
    }

    /** Sets {@code frameImages} to these. */
    public Builder frameImages(FrameImage... frameImages) {
      return frameImages(Arrays.asList(frameImages));
    }

    /**
     * The video to edit as the prompt says. The result has its dimensions and its duration. A UUID
     * or a URL.
     *
     * <ul>
     *   <li>A video starts from one thing: {@code inputs.frameImages}, or {@code inputs.video}, or
     *       an empty frame of {@code width} and {@code height}.
     *   <li>{@code inputs.video} is edited and {@code inputs.referenceVideos} are only looked at; a
     *       task does one of the two.
     *   <li>An edit is as long as its {@code inputs.video}, so leave out {@code duration}.
     *   <li>No sound is generated for a task with {@code inputs.video} or {@code
     *       inputs.referenceVideos}, so leave out {@code providerSettings.klingai.sound}.
     *   <li>An edit takes its subjects from {@code inputs.video}, so leave out {@code
     *       inputs.elements}.
     *   <li>Beside {@code inputs.video} or {@code inputs.referenceVideos}, {@code
     *       inputs.referenceImages} may hold at most 4 images.
     *   <li>There is an original sound to keep only when {@code inputs.video} or {@code
     *       inputs.referenceVideos} is provided, so add one of them or leave out {@code
     *       providerSettings.klingai.keepOriginalSound}.
     *   <li>A {@code resolution} is for edits, so add {@code inputs.video} or leave out {@code
     *       resolution}.
     *   <li>The shots of {@code providerSettings.klingai.multiPrompt} fill the video: their
     *       durations add up to {@code duration}, which is 5 seconds when not provided.
     * </ul>
     */
    public Builder video(@Nullable String video) {
      this.video = video;
      return this;
    }

    /**
     * Videos whose motion, camera or subjects the result should take up. Each a UUID or a URL.
     *
     * <ul>
     *   <li>{@code inputs.video} is edited and {@code inputs.referenceVideos} are only looked at; a
     *       task does one of the two.
     *   <li>No sound is generated for a task with {@code inputs.video} or {@code
     *       inputs.referenceVideos}, so leave out {@code providerSettings.klingai.sound}.
     *   <li>Beside {@code inputs.video} or {@code inputs.referenceVideos}, {@code
     *       inputs.referenceImages} may hold at most 4 images.
     *   <li>There is an original sound to keep only when {@code inputs.video} or {@code
     *       inputs.referenceVideos} is provided, so add one of them or leave out {@code
     *       providerSettings.klingai.keepOriginalSound}.
     * </ul>
     */
    public Builder referenceVideos(@Nullable List<String> referenceVideos) {
      this.referenceVideos = referenceVideos;
      return this;
    }

    /** Sets {@code referenceVideos} to these. */
    public Builder referenceVideos(String... referenceVideos) {
      return referenceVideos(Arrays.asList(referenceVideos));
    }

    /**
     * Characters and objects to reuse, each made of images, videos or voices and kept for later
     * tasks. Prompts call them {@code <<<element_1>>>}, {@code <<<element_2>>>} and so on, in the
     * order of this list.
     *
     * <ul>
     *   <li>An edit takes its subjects from {@code inputs.video}, so leave out {@code
     *       inputs.elements}.
     *   <li>A prompt's {@code <<<element_n>>>} means the n-th of {@code inputs.elements}, so there
     *       must be at least n of them.
     * </ul>
     */
    public Builder elements(@Nullable List<Element> elements) {
      this.elements = elements;
      return this;
    }

    /** Sets {@code elements} to these. */
    public Builder elements(Element... elements) {
      return elements(Arrays.asList(elements));
    }

    /** Sets {@code elements} to these, built here. */
    @SafeVarargs
    public final Builder elements(Consumer<Element.Builder>... elements) {
      List<Element> list = new ArrayList<>();
      for (Consumer<Element.Builder> parts : elements) {
        Element.Builder builder = new Element.Builder();
        parts.accept(builder);
        list.add(builder.build());
      }
      return elements(list);
    }

    /**
     * Sets what is newer than the spec. It is written as it is, and nothing about it is checked.
     *
     * @param name its key in JSON
     * @param value anything that Jackson can write
     * @throws IllegalArgumentException when the spec does know a parameter of that name
     */
    public Builder additional(String name, @Nullable Object value) {
      AdditionalParameters.requireUnknown(name, "referenceImages", "frameImages", "video",
          "referenceVideos", "elements");
      additional.put(name, value);
      return this;
    }

    /** All that was set so far. Nothing is checked yet. */
    public Inputs build() {
      return new Inputs(referenceImages, frameImages, video, referenceVideos, elements, additional);
    }

    private void read(String name, JsonInput value) {
      switch (name) {
        case "referenceImages" -> this.referenceImages = value.list(JsonInput::text);
        case "frameImages" -> this.frameImages = value.list(FrameImage::of);
        case "video" -> this.video = value.text();
        case "referenceVideos" -> this.referenceVideos = value.list(JsonInput::text);
        case "elements" -> this.elements = value.list(Element::of);
        default -> additional(name, value.anyOrNull());
      }
    }
  }
}
