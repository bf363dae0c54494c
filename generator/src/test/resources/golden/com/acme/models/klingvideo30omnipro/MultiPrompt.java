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
import dev.callsheet.runtime.support.RequiredMembers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shots with prompts of their own, played one after the other. Together they last as long as the
 * video.
 *
 * @param prompt What the shot should show. 2 to 2500 characters.
 * @param duration Length of the shot. At least 1 s.
 * @param additional what is newer than the spec, by its key in JSON
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"prompt", "duration"})
@Generated
@SuppressWarnings({"deprecation", "doclint:missing", "ImmutableEnumChecker"})
public record MultiPrompt(@JsonProperty("prompt") String prompt,
    @JsonProperty("duration") Integer duration,
    @JsonAnyGetter Map<String, @Nullable Object> additional) {
  /** Copies what could change. */
  public MultiPrompt {
    prompt = RequiredMembers.of(prompt, "prompt", MultiPrompt.class);
    duration = RequiredMembers.of(duration, "duration", MultiPrompt.class);
    additional = ImmutableCopies.of(additional);
  }

  /** What stands in JSON; for Jackson. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static MultiPrompt of(JsonInput json) {
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
    builder.prompt = prompt;
    builder.duration = duration;
    builder.additional.putAll(additional);
    return builder;
  }

  /** Collects the parts of a {@link MultiPrompt}. */
  @Generated
  public static final class Builder {
    private @Nullable String prompt;

    private @Nullable Integer duration;

    private final Map<String, @Nullable Object> additional = new LinkedHashMap<>();

    /** With nothing set. */
    public Builder() {
    }

    /**
     * What the shot should show. 2 to 2500 characters.
     *
     * <ul>
     *   <li>A prompt's {@code <<<element_n>>>} means the n-th of {@code inputs.elements}, so there
     *       must be at least n of them.
     * </ul>
     */
    public Builder prompt(@Nullable String prompt) {
      this.prompt = prompt;
      return this;
    }

    /**
     * Length of the shot. At least 1 s.
     *
     * <ul>
     *   <li>The shots of {@code providerSettings.klingai.multiPrompt} fill the video: their
     *       durations add up to {@code duration}, which is 5 seconds when not provided.
     * </ul>
     */
    public Builder duration(@Nullable Integer duration) {
      this.duration = duration;
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
      AdditionalParameters.requireUnknown(name, "prompt", "duration");
      additional.put(name, value);
      return this;
    }

    /**
     * All that was set so far. Nothing is checked yet.
     *
     * @throws IllegalArgumentException when something is missing that is required
     */
    public MultiPrompt build() {
      return new MultiPrompt(RequiredMembers.of(prompt, "prompt", MultiPrompt.class),
          RequiredMembers.of(duration, "duration", MultiPrompt.class), additional);
    }

    private void read(String name, JsonInput value) {
      switch (name) {
        case "prompt" -> this.prompt = value.text();
        case "duration" -> this.duration = value.integer();
        default -> additional(name, value.anyOrNull());
      }
    }
  }
}
