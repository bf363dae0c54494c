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
 * Settings of Kling AI.
 *
 * @param keepOriginalSound Whether the result keeps the sound of the video it is made from.
 * @param multiPrompt Shots with prompts of their own, played one after the other. Together they
 *     last as long as the video.
 * @param sound Whether the model generates sound along with the pictures.
 * @param additional what is newer than the spec, by its key in JSON
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"keepOriginalSound", "multiPrompt", "sound"})
@Generated
@SuppressWarnings({"deprecation", "doclint:missing", "ImmutableEnumChecker"})
public record Klingai(@JsonProperty("keepOriginalSound") @Nullable Boolean keepOriginalSound,
    @JsonProperty("multiPrompt") @Nullable List<MultiPrompt> multiPrompt,
    @JsonProperty("sound") @Nullable Boolean sound,
    @JsonAnyGetter Map<String, @Nullable Object> additional) {
  /** Copies what could change. */
  public Klingai {
    multiPrompt = ImmutableCopies.of(multiPrompt, "multiPrompt");
    additional = ImmutableCopies.of(additional);
  }

  /** What stands in JSON; for Jackson. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Klingai of(JsonInput json) {
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
    builder.keepOriginalSound = keepOriginalSound;
    builder.multiPrompt = multiPrompt;
    builder.sound = sound;
    builder.additional.putAll(additional);
    return builder;
  }

  /** Collects the parts of a {@link Klingai}. */
  @Generated
  public static final class Builder {
    private @Nullable Boolean keepOriginalSound;

    private @Nullable List<MultiPrompt> multiPrompt;

    private @Nullable Boolean sound;

    private final Map<String, @Nullable Object> additional = new LinkedHashMap<>();

    /** With nothing set. */
    public Builder() {
    }

    /**
     * Whether the result keeps the sound of the video it is made from.
     *
     * <ul>
     *   <li>There is an original sound to keep only when {@code inputs.video} or {@code
     *       inputs.referenceVideos} is provided, so add one of them or leave out {@code
     *       providerSettings.klingai.keepOriginalSound}.
     * </ul>
     */
    public Builder keepOriginalSound(@Nullable Boolean keepOriginalSound) {
      this.keepOriginalSound = keepOriginalSound;
      return this;
    }

    /**
     * Shots with prompts of their own, played one after the other. Together they last as long as
     * the video.
     *
     * <ul>
     *   <li>The prompt is either one text in {@code positivePrompt} or a list of shots in {@code
     *       providerSettings.klingai.multiPrompt}, not both and not neither.
     * </ul>
     */
    public Builder multiPrompt(@Nullable List<MultiPrompt> multiPrompt) {
      this.multiPrompt = multiPrompt;
      return this;
    }

    /** Sets {@code multiPrompt} to these. */
    public Builder multiPrompt(MultiPrompt... multiPrompt) {
      return multiPrompt(Arrays.asList(multiPrompt));
    }

    /** Sets {@code multiPrompt} to these, built here. */
    @SafeVarargs
    public final Builder multiPrompt(Consumer<MultiPrompt.Builder>... multiPrompt) {
      List<MultiPrompt> list = new ArrayList<>();
      for (Consumer<MultiPrompt.Builder> parts : multiPrompt) {
        MultiPrompt.Builder builder = new MultiPrompt.Builder();
        parts.accept(builder);
        list.add(builder.build());
      }
      return multiPrompt(list);
    }

    /**
     * Whether the model generates sound along with the pictures.
     *
     * <ul>
     *   <li>No sound is generated for a task with {@code inputs.video} or {@code
     *       inputs.referenceVideos}, so leave out {@code providerSettings.klingai.sound}.
     * </ul>
     */
    public Builder sound(@Nullable Boolean sound) {
      this.sound = sound;
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
      AdditionalParameters.requireUnknown(name, "keepOriginalSound", "multiPrompt", "sound");
      additional.put(name, value);
      return this;
    }

    /** All that was set so far. Nothing is checked yet. */
    public Klingai build() {
      return new Klingai(keepOriginalSound, multiPrompt, sound, additional);
    }

    private void read(String name, JsonInput value) {
      switch (name) {
        case "keepOriginalSound" -> this.keepOriginalSound = value.flag();
        case "multiPrompt" -> this.multiPrompt = value.list(MultiPrompt::of);
        case "sound" -> this.sound = value.flag();
        default -> additional(name, value.anyOrNull());
      }
    }
  }
}
