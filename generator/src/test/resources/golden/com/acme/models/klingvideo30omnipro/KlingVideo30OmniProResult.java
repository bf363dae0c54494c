package com.acme.models.klingvideo30omnipro;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.support.AdditionalParameters;
import dev.callsheet.runtime.support.Generated;
import dev.callsheet.runtime.support.ImmutableCopies;
import java.math.BigDecimal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A result of Kling VIDEO 3.0 Omni Pro.
 *
 * @param taskType The kind of work the result comes from.
 * @param taskUUID The task the result belongs to, by the UUID its request gave. A UUID of version
 *     4.
 * @param videoUUID The video's own UUID. A UUID of version 4.
 * @param videoURL Where the video can be downloaded. An absolute URI.
 * @param videoBase64Data The video's bytes. Base64.
 * @param videoDataURI The whole video. An absolute URI; a data URI.
 * @param seed The seed the result was generated with, drawn at random where the request did not set
 *     one.
 * @param nsfwContent Whether the check found content that is not safe for work.
 * @param cost What the task cost; present when the request set {@code includeCost} to true. In USD.
 * @param additional what is newer than the spec, by its key in JSON
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"taskType", "taskUUID", "videoUUID", "videoURL", "videoBase64Data",
    "videoDataURI", "seed", "NSFWContent", "cost"})
@Generated
@SuppressWarnings({"deprecation", "doclint:missing", "ImmutableEnumChecker"})
public record KlingVideo30OmniProResult(@JsonProperty("taskType") @Nullable String taskType,
    @JsonProperty("taskUUID") UUID taskUUID, @JsonProperty("videoUUID") @Nullable UUID videoUUID,
    @JsonProperty("videoURL") @Nullable URI videoURL,
    @JsonProperty("videoBase64Data") @Nullable String videoBase64Data,
    @JsonProperty("videoDataURI") @Nullable String videoDataURI,
    @JsonProperty("seed") @Nullable Long seed,
    @JsonProperty("NSFWContent") @Nullable Boolean nsfwContent,
    @JsonProperty("cost") @Nullable BigDecimal cost,
    @JsonAnyGetter Map<String, @Nullable Object> additional) implements ModelResult {
  /** Copies what could change. */
  public KlingVideo30OmniProResult {
    Objects.requireNonNull(taskUUID, "taskUUID");
    additional = ImmutableCopies.of(additional);
  }

  /** What a builder holds; for Jackson. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static KlingVideo30OmniProResult of(Builder builder) {
    return builder.build();
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that starts from this. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.taskType = taskType;
    builder.taskUUID = taskUUID;
    builder.videoUUID = videoUUID;
    builder.videoURL = videoURL;
    builder.videoBase64Data = videoBase64Data;
    builder.videoDataURI = videoDataURI;
    builder.seed = seed;
    builder.nsfwContent = nsfwContent;
    builder.cost = cost;
    builder.additional.putAll(additional);
    return builder;
  }

  @Override
  public @Nullable UUID mediaUUID() {
    return videoUUID;
  }

  @Override
  public @Nullable URI mediaURL() {
    return videoURL;
  }

  @Override
  public @Nullable String mediaBase64Data() {
    return videoBase64Data;
  }

  @Override
  public @Nullable String mediaDataURI() {
    return videoDataURI;
  }

  /** Collects the parts of a {@link KlingVideo30OmniProResult}. */
  @Generated
  public static final class Builder {
    private @Nullable String taskType;

    private @Nullable UUID taskUUID;

    private @Nullable UUID videoUUID;

    private @Nullable URI videoURL;

    private @Nullable String videoBase64Data;

    private @Nullable String videoDataURI;

    private @Nullable Long seed;

    private @Nullable Boolean nsfwContent;

    private @Nullable BigDecimal cost;

    private final Map<String, @Nullable Object> additional = new LinkedHashMap<>();

    /** With nothing set. */
    public Builder() {
    }

    /** The kind of work the result comes from. */
    @JsonProperty("taskType")
    public Builder taskType(@Nullable String taskType) {
      this.taskType = taskType;
      return this;
    }

    /** The task the result belongs to, by the UUID its request gave. A UUID of version 4. */
    @JsonProperty("taskUUID")
    public Builder taskUUID(@Nullable UUID taskUUID) {
      this.taskUUID = taskUUID;
      return this;
    }

    /** The video's own UUID. A UUID of version 4. */
    @JsonProperty("videoUUID")
    public Builder videoUUID(@Nullable UUID videoUUID) {
      this.videoUUID = videoUUID;
      return this;
    }

    /** Where the video can be downloaded. An absolute URI. */
    @JsonProperty("videoURL")
    public Builder videoURL(@Nullable URI videoURL) {
      this.videoURL = videoURL;
      return this;
    }

    /** The video's bytes. Base64. */
    @JsonProperty("videoBase64Data")
    public Builder videoBase64Data(@Nullable String videoBase64Data) {
      this.videoBase64Data = videoBase64Data;
      return this;
    }

    /** The whole video. An absolute URI; a data URI. */
    @JsonProperty("videoDataURI")
    public Builder videoDataURI(@Nullable String videoDataURI) {
      this.videoDataURI = videoDataURI;
      return this;
    }

    /**
     * The seed the result was generated with, drawn at random where the request did not set one.
     */
    @JsonProperty("seed")
    public Builder seed(@Nullable Long seed) {
      this.seed = seed;
      return this;
    }

    /** Whether the check found content that is not safe for work. */
    @JsonProperty("NSFWContent")
    public Builder nsfwContent(@Nullable Boolean nsfwContent) {
      this.nsfwContent = nsfwContent;
      return this;
    }

    /** What the task cost; present when the request set {@code includeCost} to true. In USD. */
    @JsonProperty("cost")
    public Builder cost(@Nullable BigDecimal cost) {
      this.cost = cost;
      return this;
    }

    /**
     * Sets what is newer than the spec. It is written as it is, and nothing about it is checked.
     *
     * @param name its key in JSON
     * @param value anything that Jackson can write
     * @throws IllegalArgumentException when the spec does know a parameter of that name
     */
    @JsonAnySetter
    public Builder additional(String name, @Nullable Object value) {
      AdditionalParameters.requireUnknown(name, "taskType", "taskUUID", "videoUUID", "videoURL",
          "videoBase64Data", "videoDataURI", "seed", "NSFWContent", "cost");
      additional.put(name, value);
      return this;
    }

    /** All that was set so far. Nothing is checked yet. */
    public KlingVideo30OmniProResult build() {
      return new KlingVideo30OmniProResult(taskType, Objects.requireNonNull(taskUUID, "taskUUID"),
          videoUUID, videoURL, videoBase64Data, videoDataURI, seed, nsfwContent, cost, additional);
    }
  }
}
