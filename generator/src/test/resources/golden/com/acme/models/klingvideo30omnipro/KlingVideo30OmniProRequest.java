package com.acme.models.klingvideo30omnipro;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.callsheet.runtime.MediaDurations;
import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.runtime.ModelType;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.Violation;
import dev.callsheet.runtime.support.AdditionalParameters;
import dev.callsheet.runtime.support.Generated;
import dev.callsheet.runtime.support.ImmutableCopies;
import dev.callsheet.runtime.support.JsonInput;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A task for Kling VIDEO 3.0 Omni Pro. Written to JSON as the API wants it.
 *
 * @param taskUUID The caller's name for the task, a version 4 UUID that no other task has. Results,
 *     also those delivered later, carry it. A UUID of version 4.
 * @param outputType How the video is handed over. Videos come as a URL to download from. {@code
 *     URL} when not set.
 * @param outputFormat The file format of the video. {@code MP4} when not set.
 * @param outputQuality How gently the result is compressed. More keeps more detail and makes a
 *     larger file. 20 to 99; {@code 95} when not set.
 * @param webhookURL Where to POST the outcome as JSON once there is one. A task with several
 *     results causes one call for each, as soon as it is ready. An absolute URI.
 * @param deliveryMethod How the outcome reaches the caller. {@code async} when not set.
 * @param uploadEndpoint Where to PUT the finished file, its bytes as the request's body. Meant for
 *     a URL that carries its own temporary permission, such as a presigned one of Azure Blob
 *     Storage, Google Cloud Storage or S3; a CDN's intake or one's own works too. An absolute URI.
 * @param safety How generated content is checked for safety.
 * @param ttl How long the result can be downloaded before it is deleted. For results handed over as
 *     a URL. At least 60 s.
 * @param includeCost Whether each result says what it cost. {@code false} when not set.
 * @param inputs The media that the task works from.
 * @param numberResults How many variations to generate from the same parameters, each with a seed
 *     of its own. 1 to 4; {@code 1} when not set.
 * @param positivePrompt What the video should show, or what an edit should change. 2 to 2500
 *     characters.
 * @param width Width of the video. Only the sizes of rule {@code size} are made. In px.
 * @param height Height of the video. Only the sizes of rule {@code size} are made. In px.
 * @param resolution Size of an edited video as a preset; the aspect ratio stays that of the input.
 * @param duration Length of the video; with the model's frame rate, it decides how many frames
 *     there are. 3 to 15 s; {@code 5} when not set.
 * @param providerSettings Settings that only this model's maker has.
 * @param additional what is newer than the spec, by its key in JSON
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"taskType", "taskUUID", "outputType", "outputFormat", "outputQuality",
    "webhookURL", "deliveryMethod", "uploadEndpoint", "safety", "ttl", "includeCost", "inputs",
    "numberResults", "model", "positivePrompt", "width", "height", "resolution", "duration",
    "providerSettings"})
@Generated
@SuppressWarnings({"deprecation", "doclint:missing", "ImmutableEnumChecker"})
public record KlingVideo30OmniProRequest(@JsonProperty("taskUUID") UUID taskUUID,
    @JsonProperty("outputType") @Nullable OutputType outputType,
    @JsonProperty("outputFormat") @Nullable OutputFormat outputFormat,
    @JsonProperty("outputQuality") @Nullable Integer outputQuality,
    @JsonProperty("webhookURL") @Nullable URI webhookURL,
    @JsonProperty("deliveryMethod") @Nullable DeliveryMethod deliveryMethod,
    @JsonProperty("uploadEndpoint") @Nullable URI uploadEndpoint,
    @JsonProperty("safety") @Nullable Safety safety, @JsonProperty("ttl") @Nullable Integer ttl,
    @JsonProperty("includeCost") @Nullable Boolean includeCost,
    @JsonProperty("inputs") @Nullable Inputs inputs,
    @JsonProperty("numberResults") @Nullable Integer numberResults,
    @JsonProperty("positivePrompt") @Nullable String positivePrompt,
    @JsonProperty("width") @Nullable Integer width,
    @JsonProperty("height") @Nullable Integer height,
    @JsonProperty("resolution") @Nullable Resolution resolution,
    @JsonProperty("duration") @Nullable Integer duration,
    @JsonProperty("providerSettings") @Nullable ProviderSettings providerSettings,
    @JsonAnyGetter Map<String, @Nullable Object> additional) implements ModelRequest<KlingVideo30OmniProResult> {
  /** Copies what could change. */
  public KlingVideo30OmniProRequest {
    Objects.requireNonNull(taskUUID, "taskUUID");
    additional = ImmutableCopies.of(additional);
  }

  /**
   * The kind of work the task asks for.
   *
   * <p>Always {@code videoInference}.
   */
  @JsonProperty("taskType")
  public String taskType() {
    return "videoInference";
  }

  /**
   * The identifier of the model that does the work.
   *
   * <p>Always {@code klingai:kling-video@o3-pro}.
   */
  @JsonProperty("model")
  public String model() {
    return "klingai:kling-video@o3-pro";
  }

  /** What stands in JSON; for Jackson. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static KlingVideo30OmniProRequest of(JsonInput json) {
    Builder builder = new Builder();
    json.members(builder::read);
    return builder.build();
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that starts from this, for another task: it has no {@code taskUUID} yet. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.outputType = outputType;
    builder.outputFormat = outputFormat;
    builder.outputQuality = outputQuality;
    builder.webhookURL = webhookURL;
    builder.deliveryMethod = deliveryMethod;
    builder.uploadEndpoint = uploadEndpoint;
    builder.safety = safety;
    builder.ttl = ttl;
    builder.includeCost = includeCost;
    builder.inputs = inputs;
    builder.numberResults = numberResults;
    builder.positivePrompt = positivePrompt;
    builder.width = width;
    builder.height = height;
    builder.resolution = resolution;
    builder.duration = duration;
    builder.providerSettings = providerSettings;
    builder.additional.putAll(additional);
    return builder;
  }

  @Override
  public ModelType<KlingVideo30OmniProRequest, KlingVideo30OmniProResult> modelType() {
    return KlingVideo30OmniPro.MODEL;
  }

  @Override
  public UUID jobId() {
    return taskUUID;
  }

  @Override
  public int expectedResults() {
    return numberResults == null ? 1 : numberResults;
  }

  @Override
  public List<Violation> check() {
    return KlingVideo30OmniPro.checker().check(this);
  }

  @Override
  public Price price(MediaDurations durations) {
    return KlingVideo30OmniProPrices.of(this, durations);
  }

  /**
   * What can be set of every request, whatever mode it is of.
   *
   * @param <B> the builder, which each method returns
   */
  @Generated
  public abstract static class Setters<B extends Setters<B>> {
    Setters() {
    }

    abstract Builder target();

    abstract B self();

    /**
     * The caller's name for the task, a version 4 UUID that no other task has. Results, also those
     * delivered later, carry it. A UUID of version 4.
     */
    public B taskUUID(@Nullable UUID taskUUID) {
      target().taskUUID = taskUUID;
      return self();
    }

    /**
     * How the video is handed over. Videos come as a URL to download from. {@code URL} when not
     * set.
     *
     * <ul>
     *   <li>A {@code ttl} limits the life of a download, so it needs {@code outputType} to be
     *       {@code URL}.
     * </ul>
     */
    public B outputType(@Nullable OutputType outputType) {
      target().outputType = outputType;
      return self();
    }

    /** The file format of the video. {@code MP4} when not set. */
    public B outputFormat(@Nullable OutputFormat outputFormat) {
      target().outputFormat = outputFormat;
      return self();
    }

    /**
     * How gently the result is compressed. More keeps more detail and makes a larger file. 20 to
     * 99; {@code 95} when not set.
     */
    public B outputQuality(@Nullable Integer outputQuality) {
      target().outputQuality = outputQuality;
      return self();
    }

    /**
     * Where to POST the outcome as JSON once there is one. A task with several results causes one
     * call for each, as soon as it is ready. An absolute URI.
     */
    public B webhookURL(@Nullable URI webhookURL) {
      target().webhookURL = webhookURL;
      return self();
    }

    /** How the outcome reaches the caller. {@code async} when not set. */
    public B deliveryMethod(@Nullable DeliveryMethod deliveryMethod) {
      target().deliveryMethod = deliveryMethod;
      return self();
    }

    /**
     * Where to PUT the finished file, its bytes as the request's body. Meant for a URL that carries
     * its own temporary permission, such as a presigned one of Azure Blob Storage, Google Cloud
     * Storage or S3; a CDN's intake or one's own works too. An absolute URI.
     */
    public B uploadEndpoint(@Nullable URI uploadEndpoint) {
      target().uploadEndpoint = uploadEndpoint;
      return self();
    }

    /** How generated content is checked for safety. */
    public B safety(@Nullable Safety safety) {
      target().safety = safety;
      return self();
    }

    /** Sets parts of {@code safety}; those set before and not now stay as they are. */
    public B safety(Consumer<Safety.Builder> parts) {
      Safety.Builder builder =
          target().safety == null ? new Safety.Builder() : target().safety.toBuilder();
      parts.accept(builder);
      return safety(builder.build());
    }

    /**
     * How long the result can be downloaded before it is deleted. For results handed over as a URL.
     * At least 60 s.
     *
     * <ul>
     *   <li>A {@code ttl} limits the life of a download, so it needs {@code outputType} to be
     *       {@code URL}.
     * </ul>
     */
    public B ttl(@Nullable Integer ttl) {
      target().ttl = ttl;
      return self();
    }

    /** Whether each result says what it cost. {@code false} when not set. */
    public B includeCost(@Nullable Boolean includeCost) {
      target().includeCost = includeCost;
      return self();
    }

    /**
     * How many variations to generate from the same parameters, each with a seed of its own. 1 to
     * 4; {@code 1} when not set.
     */
    public B numberResults(@Nullable Integer numberResults) {
      target().numberResults = numberResults;
      return self();
    }
  }

  /** Collects the parts of a {@link KlingVideo30OmniProRequest}. */
  @Generated
  public static final class Builder extends Setters<Builder> {
    private @Nullable UUID taskUUID;

    private @Nullable OutputType outputType;

    private @Nullable OutputFormat outputFormat;

    private @Nullable Integer outputQuality;

    private @Nullable URI webhookURL;

    private @Nullable DeliveryMethod deliveryMethod;

    private @Nullable URI uploadEndpoint;

    private @Nullable Safety safety;

    private @Nullable Integer ttl;

    private @Nullable Boolean includeCost;

    private @Nullable Inputs inputs;

    private @Nullable Integer numberResults;

    private @Nullable String positivePrompt;

    private @Nullable Integer width;

    private @Nullable Integer height;

    private @Nullable Resolution resolution;

    private @Nullable Integer duration;

    private @Nullable ProviderSettings providerSettings;

    private final Map<String, @Nullable Object> additional = new LinkedHashMap<>();

    /** With nothing set. */
    public Builder() {
    }

    /** The media that the task works from. */
    public Builder inputs(@Nullable Inputs inputs) {
      this.inputs = inputs;
      return this;
    }

    /** Sets parts of {@code inputs}; those set before and not now stay as they are. */
    public Builder inputs(Consumer<Inputs.Builder> parts) {
      Inputs.Builder builder = this.inputs == null ? new Inputs.Builder() : this.inputs.toBuilder();
      parts.accept(builder);
      return inputs(builder.build());
    }

    /**
     * What the video should show, or what an edit should change. 2 to 2500 characters.
     *
     * <ul>
     *   <li>The prompt is either one text in {@code positivePrompt} or a list of shots in {@code
     *       providerSettings.klingai.multiPrompt}, not both and not neither.
     *   <li>A prompt's {@code <<<element_n>>>} means the n-th of {@code inputs.elements}, so there
     *       must be at least n of them.
     * </ul>
     */
    public Builder positivePrompt(@Nullable String positivePrompt) {
      this.positivePrompt = positivePrompt;
      return this;
    }

    /**
     * Width of the video. Only the sizes of rule {@code size} are made. In px.
     *
     * <ul>
     *   <li>A video starts from one thing: {@code inputs.frameImages}, or {@code inputs.video}, or
     *       an empty frame of {@code width} and {@code height}.
     *   <li>{@code width} and {@code height} make a size only together: provide both or neither.
     *   <li>No size is made but 1920 by 1080, 1440 by 1440 and 1080 by 1920 pixels, so choose one
     *       of these.
     * </ul>
     */
    public Builder width(@Nullable Integer width) {
      this.width = width;
      return this;
    }

    /**
     * Height of the video. Only the sizes of rule {@code size} are made. In px.
     *
     * <ul>
     *   <li>A video starts from one thing: {@code inputs.frameImages}, or {@code inputs.video}, or
     *       an empty frame of {@code width} and {@code height}.
     *   <li>{@code width} and {@code height} make a size only together: provide both or neither.
     *   <li>No size is made but 1920 by 1080, 1440 by 1440 and 1080 by 1920 pixels, so choose one
     *       of these.
     * </ul>
     */
    public Builder height(@Nullable Integer height) {
      this.height = height;
      return this;
    }

    /**
     * Size of an edited video as a preset; the aspect ratio stays that of the input.
     *
     * <ul>
     *   <li>A {@code resolution} is for edits, so add {@code inputs.video} or leave out {@code
     *       resolution}.
     * </ul>
     */
    public Builder resolution(@Nullable Resolution resolution) {
      this.resolution = resolution;
      return this;
    }

    /**
     * Length of the video; with the model's frame rate, it decides how many frames there are. 3 to
     * 15 s; {@code 5} when not set.
     *
     * <ul>
     *   <li>An edit is as long as its {@code inputs.video}, so leave out {@code duration}.
     *   <li>The shots of {@code providerSettings.klingai.multiPrompt} fill the video: their
     *       durations add up to {@code duration}, which is 5 seconds when not provided.
     * </ul>
     */
    public Builder duration(@Nullable Integer duration) {
      this.duration = duration;
      return this;
    }

    /** Settings that only this model's maker has. */
    public Builder providerSettings(@Nullable ProviderSettings providerSettings) {
      this.providerSettings = providerSettings;
      return this;
    }

    /** Sets parts of {@code providerSettings}; those set before and not now stay as they are. */
    public Builder providerSettings(Consumer<ProviderSettings.Builder> parts) {
      ProviderSettings.Builder builder =
          this.providerSettings == null ? new ProviderSettings.Builder() : this.providerSettings.toBuilder();
      parts.accept(builder);
      return providerSettings(builder.build());
    }

    @Override
    Builder target() {
      return this;
    }

    @Override
    Builder self() {
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
      AdditionalParameters.requireUnknown(name, "taskUUID", "outputType", "outputFormat",
          "outputQuality", "webhookURL", "deliveryMethod", "uploadEndpoint", "safety", "ttl",
          "includeCost", "inputs", "numberResults", "positivePrompt", "width", "height",
          "resolution", "duration", "providerSettings");
      switch (name) {
        case "taskType" -> AdditionalParameters.requireConstant(name, "videoInference", value);
        case "model" -> AdditionalParameters.requireConstant(name, "klingai:kling-video@o3-pro",
            value);
        default -> additional.put(name, value);
      }
      return this;
    }

    /**
     * All that was set so far. Nothing is checked yet. Without a {@code taskUUID}, a new one is
     * chosen.
     */
    public KlingVideo30OmniProRequest build() {
      return new KlingVideo30OmniProRequest(taskUUID == null ? UUID.randomUUID() : taskUUID,
          outputType, outputFormat, outputQuality, webhookURL, deliveryMethod, uploadEndpoint,
          safety, ttl, includeCost, inputs, numberResults, positivePrompt, width, height,
          resolution, duration, providerSettings, additional);
    }

    private void read(String name, JsonInput value) {
      switch (name) {
        case "taskUUID" -> this.taskUUID = value.uuid();
        case "outputType" -> this.outputType = OutputType.of(value.text());
        case "outputFormat" -> this.outputFormat = OutputFormat.of(value.text());
        case "outputQuality" -> this.outputQuality = value.integer();
        case "webhookURL" -> this.webhookURL = value.uri();
        case "deliveryMethod" -> this.deliveryMethod = DeliveryMethod.of(value.text());
        case "uploadEndpoint" -> this.uploadEndpoint = value.uri();
        case "safety" -> this.safety = Safety.of(value);
        case "ttl" -> this.ttl = value.integer();
        case "includeCost" -> this.includeCost = value.flag();
        case "inputs" -> this.inputs = Inputs.of(value);
        case "numberResults" -> this.numberResults = value.integer();
        case "positivePrompt" -> this.positivePrompt = value.text();
        case "width" -> this.width = value.integer();
        case "height" -> this.height = value.integer();
        case "resolution" -> this.resolution = Resolution.of(value.text());
        case "duration" -> this.duration = value.integer();
        case "providerSettings" -> this.providerSettings = ProviderSettings.of(value);
        default -> additional(name, value.anyOrNull());
      }
    }

    /** Sets width and height to a size the model makes. */
    public Builder size(Size size) {
      return width(size.width()).height(size.height());
    }
  }
}
