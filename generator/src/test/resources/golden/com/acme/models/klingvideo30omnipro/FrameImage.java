package com.acme.models.klingvideo30omnipro;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.callsheet.runtime.support.AdditionalParameters;
import dev.callsheet.runtime.support.Generated;
import dev.callsheet.runtime.support.ImmutableCopies;
import dev.callsheet.runtime.support.JsonInput;
import dev.callsheet.runtime.support.RequiredMembers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Images to use as frames of the video: each a bare image, or an object that also says which frame
 * it is.
 */
@Generated
@SuppressWarnings({"deprecation", "doclint:missing", "ImmutableEnumChecker"})
public sealed interface FrameImage {
  /** The image alone. */
  static FrameImage of(String value) {
    return new Image(value);
  }

  /** The image and its place in the video. */
  static FrameImage of(ImageAtAFrame value) {
    return value;
  }

  /** The image and its place in the video. */
  static FrameImage of(Consumer<ImageAtAFrame.Builder> parts) {
    ImageAtAFrame.Builder builder = new ImageAtAFrame.Builder();
    parts.accept(builder);
    return builder.build();
  }

  /** What stands in JSON; for Jackson. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static FrameImage of(JsonInput json) {
    if (json.isText()) {
      return new Image(json.text());
    }
    if (json.isObject()) {
      return ImageAtAFrame.of(json);
    }
    throw json.unlike("a string or an object");
  }

  /**
   * The image alone.
   *
   * @param value as it is
   */
  @Generated
  record Image(@JsonValue String value) implements FrameImage {
  }

  /**
   * The image and its place in the video.
   *
   * @param image The image. A UUID or a URL or a data URI or Base64.
   * @param frame Which frame the image is; only the two ends can be set.
   * @param additional what is newer than the spec, by its key in JSON
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonPropertyOrder({"image", "frame"})
  @Generated
  record ImageAtAFrame(@JsonProperty("image") String image,
      @JsonProperty("frame") @Nullable Frame frame,
      @JsonAnyGetter Map<String, @Nullable Object> additional) implements FrameImage {
    /** Copies what could change. */
    public ImageAtAFrame {
      image = RequiredMembers.of(image, "image", ImageAtAFrame.class);
      additional = ImmutableCopies.of(additional);
    }

    /** What stands in JSON; for Jackson. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ImageAtAFrame of(JsonInput json) {
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
      builder.image = image;
      builder.frame = frame;
      builder.additional.putAll(additional);
      return builder;
    }

    /** Collects the parts of a {@link FrameImage.ImageAtAFrame}. */
    @Generated
    public static final class Builder {
      private @Nullable String image;

      private @Nullable Frame frame;

      private final Map<String, @Nullable Object> additional = new LinkedHashMap<>();

      /** With nothing set. */
      public Builder() {
      }

      /** The image. A UUID or a URL or a data URI or Base64. */
      public Builder image(@Nullable String image) {
        this.image = image;
        return this;
      }

      /** Which frame the image is; only the two ends can be set. */
      public Builder frame(@Nullable Frame frame) {
        this.frame = frame;
        return this;
      }

      /**
       * Sets what is newer than the spec. It is written as it is, and nothing about it is checked.
       *
       * @param name its key in JSON
       * @param value anything that Jackson can write
       * @throws IllegalArgumentException when the spec does know a parameter of that name
       */
      public Builder additional(String name, @Nullable Object value) {
        AdditionalParameters.requireUnknown(name, "image", "frame");
        additional.put(name, value);
        return this;
      }

      /**
       * All that was set so far. Nothing is checked yet.
       *
       * @throws IllegalArgumentException when something is missing that is required
       */
      public ImageAtAFrame build() {
        return new ImageAtAFrame(RequiredMembers.of(image, "image", ImageAtAFrame.class), frame,
            additional);
      }

      private void read(String name, JsonInput value) {
        switch (name) {
          case "image" -> this.image = value.text();
          case "frame" -> this.frame = Frame.of(value.any());
          default -> additional(name, value.anyOrNull());
        }
      }
    }
  }
}
