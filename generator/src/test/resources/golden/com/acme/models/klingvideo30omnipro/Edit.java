package com.acme.models.klingvideo30omnipro;

import dev.callsheet.runtime.support.AdditionalParameters;
import dev.callsheet.runtime.support.Generated;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A given video, reworked as the prompt says.
 *
 * <p>Puts together a request in mode {@code edit}. It has no way to set what such a request may not
 * have: {@code inputs.frameImages}, {@code inputs.referenceVideos}, {@code inputs.elements}, {@code
 * width}, {@code height}, {@code duration}, {@code providerSettings.klingai.sound}.
 */
@Generated
public final class Edit {
  private final KlingVideo30OmniProRequest.Builder builder;

  Edit(KlingVideo30OmniProRequest.Builder builder) {
    this.builder = builder;
  }

  /**
   * The caller's name for the task, a version 4 UUID that no other task has. Results, also those
   * delivered later, carry it. A UUID of version 4.
   */
  public Edit taskUUID(@Nullable UUID taskUUID) {
    builder.taskUUID(taskUUID);
    return this;
  }

  /**
   * How the video is handed over. Videos come as a URL to download from. {@code URL} when not set.
   */
  public Edit outputType(@Nullable OutputType outputType) {
    builder.outputType(outputType);
    return this;
  }

  /** The file format of the video. {@code MP4} when not set. */
  public Edit outputFormat(@Nullable OutputFormat outputFormat) {
    builder.outputFormat(outputFormat);
    return this;
  }

  /**
   * How gently the result is compressed. More keeps more detail and makes a larger file. 20 to 99;
   * {@code 95} when not set.
   */
  public Edit outputQuality(@Nullable Integer outputQuality) {
    builder.outputQuality(outputQuality);
    return this;
  }

  /**
   * Where to POST the outcome as JSON once there is one. A task with several results causes one
   * call for each, as soon as it is ready. An absolute URI.
   */
  public Edit webhookURL(@Nullable URI webhookURL) {
    builder.webhookURL(webhookURL);
    return this;
  }

  /** How the outcome reaches the caller. {@code async} when not set. */
  public Edit deliveryMethod(@Nullable DeliveryMethod deliveryMethod) {
    builder.deliveryMethod(deliveryMethod);
    return this;
  }

  /**
   * Where to PUT the finished file, its bytes as the request's body. Meant for a URL that carries
   * its own temporary permission, such as a presigned one of Azure Blob Storage, Google Cloud
   * Storage or S3; a CDN's intake or one's own works too. An absolute URI.
   */
  public Edit uploadEndpoint(@Nullable URI uploadEndpoint) {
    builder.uploadEndpoint(uploadEndpoint);
    return this;
  }

  /** How generated content is checked for safety. */
  public Edit safety(@Nullable Safety safety) {
    builder.safety(safety);
    return this;
  }

  /** Sets parts of {@code safety}; those set before and not now stay as they are. */
  public Edit safety(Consumer<Safety.Builder> parts) {
    builder.safety(parts);
    return this;
  }

  /**
   * How long the result can be downloaded before it is deleted. For results handed over as a URL.
   * At least 60 s.
   */
  public Edit ttl(@Nullable Integer ttl) {
    builder.ttl(ttl);
    return this;
  }

  /** Whether each result says what it cost. {@code false} when not set. */
  public Edit includeCost(@Nullable Boolean includeCost) {
    builder.includeCost(includeCost);
    return this;
  }

  /** Sets parts of {@code inputs}; those set before and not now stay as they are. */
  public Edit inputs(Consumer<InputsParts> parts) {
    builder.inputs(inputs -> parts.accept(new InputsParts(inputs)));
    return this;
  }

  /**
   * How many variations to generate from the same parameters, each with a seed of its own. 1 to 4;
   * {@code 1} when not set.
   */
  public Edit numberResults(@Nullable Integer numberResults) {
    builder.numberResults(numberResults);
    return this;
  }

  /** Size of an edited video as a preset; the aspect ratio stays that of the input. */
  public Edit resolution(@Nullable Resolution resolution) {
    builder.resolution(resolution);
    return this;
  }

  /** Sets parts of {@code providerSettings}; those set before and not now stay as they are. */
  public Edit providerSettings(Consumer<ProviderSettingsParts> parts) {
    builder.providerSettings(
        providerSettings -> parts.accept(new ProviderSettingsParts(providerSettings)));
    return this;
  }

  /**
   * Sets what is newer than the spec. It is written as it is, and nothing about it is checked.
   *
   * @param name its key in JSON
   * @param value anything that Jackson can write
   * @throws IllegalArgumentException when the spec does know a parameter of that name
   */
  public Edit additional(String name, @Nullable Object value) {
    switch (name) {
      case "width", "height", "duration" ->
          throw AdditionalParameters.forbiddenParameterException(name, "edit");
      case "positivePrompt" -> throw AdditionalParameters.settledParameterException(name);
      default -> builder.additional(name, value);
    }
    return this;
  }

  /**
   * All that was set so far. Nothing is checked yet. Without a {@code taskUUID}, a new one is
   * chosen.
   */
  public KlingVideo30OmniProRequest build() {
    return builder.build();
  }

  /**
   * Needs one of these before anything else can be set.
   *
   * <p>The prompt is either one text in {@code positivePrompt} or a list of shots in {@code
   * providerSettings.klingai.multiPrompt}, not both and not neither.
   */
  @Generated
  public static final class NeedsPromptSource {
    private final KlingVideo30OmniProRequest.Builder builder;

    NeedsPromptSource(KlingVideo30OmniProRequest.Builder builder) {
      this.builder = builder;
    }

    /** What the video should show, or what an edit should change. 2 to 2500 characters. */
    public Edit positivePrompt(String positivePrompt) {
      Objects.requireNonNull(positivePrompt, "positivePrompt");
      builder.positivePrompt(positivePrompt);
      return new Edit(builder);
    }

    /**
     * Shots with prompts of their own, played one after the other. Together they last as long as
     * the video.
     */
    public Edit multiPrompt(List<MultiPrompt> multiPrompt) {
      Objects.requireNonNull(multiPrompt, "multiPrompt");
      builder.providerSettings(providerSettings -> providerSettings.klingai(
          klingai -> klingai.multiPrompt(multiPrompt)));
      return new Edit(builder);
    }

    /** Sets {@code multiPrompt} to these. */
    public Edit multiPrompt(MultiPrompt... multiPrompt) {
      Objects.requireNonNull(multiPrompt, "multiPrompt");
      builder.providerSettings(providerSettings -> providerSettings.klingai(
          klingai -> klingai.multiPrompt(multiPrompt)));
      return new Edit(builder);
    }

    /** Sets {@code multiPrompt} to these, built here. */
    @SafeVarargs
    public final Edit multiPrompt(Consumer<MultiPrompt.Builder>... multiPrompt) {
      Objects.requireNonNull(multiPrompt, "multiPrompt");
      builder.providerSettings(providerSettings -> providerSettings.klingai(
          klingai -> klingai.multiPrompt(multiPrompt)));
      return new Edit(builder);
    }
  }

  /** The parts of {@code inputs} that are left to set. */
  @Generated
  public static final class InputsParts {
    private final Inputs.Builder builder;

    InputsParts(Inputs.Builder builder) {
      this.builder = builder;
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
    public InputsParts referenceImages(@Nullable List<String> referenceImages) {
      builder.referenceImages(referenceImages);
      return this;
    }

    /** Sets {@code referenceImages} to these. */
    public InputsParts referenceImages(String... referenceImages) {
      builder.referenceImages(referenceImages);
      return this;
    }

    /**
     * Sets what is newer than the spec. It is written as it is, and nothing about it is checked.
     *
     * @param name its key in JSON
     * @param value anything that Jackson can write
     * @throws IllegalArgumentException when the spec does know a parameter of that name
     */
    public InputsParts additional(String name, @Nullable Object value) {
      switch (name) {
        case "frameImages", "referenceVideos", "elements" ->
            throw AdditionalParameters.forbiddenParameterException(name, "edit");
        case "video" -> throw AdditionalParameters.settledParameterException(name);
        default -> builder.additional(name, value);
      }
      return this;
    }
  }

  /** The parts of {@code providerSettings} that are left to set. */
  @Generated
  public static final class ProviderSettingsParts {
    private final ProviderSettings.Builder builder;

    ProviderSettingsParts(ProviderSettings.Builder builder) {
      this.builder = builder;
    }

    /** Sets parts of {@code klingai}; those set before and not now stay as they are. */
    public ProviderSettingsParts klingai(Consumer<KlingaiParts> parts) {
      builder.klingai(klingai -> parts.accept(new KlingaiParts(klingai)));
      return this;
    }

    /**
     * Sets what is newer than the spec. It is written as it is, and nothing about it is checked.
     *
     * @param name its key in JSON
     * @param value anything that Jackson can write
     * @throws IllegalArgumentException when the spec does know a parameter of that name
     */
    public ProviderSettingsParts additional(String name, @Nullable Object value) {
      builder.additional(name, value);
      return this;
    }
  }

  /** The parts of {@code providerSettings.klingai} that are left to set. */
  @Generated
  public static final class KlingaiParts {
    private final Klingai.Builder builder;

    KlingaiParts(Klingai.Builder builder) {
      this.builder = builder;
    }

    /** Whether the result keeps the sound of the video it is made from. */
    public KlingaiParts keepOriginalSound(@Nullable Boolean keepOriginalSound) {
      builder.keepOriginalSound(keepOriginalSound);
      return this;
    }

    /**
     * Sets what is newer than the spec. It is written as it is, and nothing about it is checked.
     *
     * @param name its key in JSON
     * @param value anything that Jackson can write
     * @throws IllegalArgumentException when the spec does know a parameter of that name
     */
    public KlingaiParts additional(String name, @Nullable Object value) {
      switch (name) {
        case "sound" -> throw AdditionalParameters.forbiddenParameterException(name, "edit");
        case "multiPrompt" -> throw AdditionalParameters.settledParameterException(name);
        default -> builder.additional(name, value);
      }
      return this;
    }
  }
}
