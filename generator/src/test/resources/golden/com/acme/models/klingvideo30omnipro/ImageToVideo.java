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
 * A video that begins or ends with given images, in their proportions.
 *
 * <p>Puts together a request in mode {@code image-to-video}. It has no way to set what such a
 * request may not have: {@code inputs.video}, {@code width}, {@code height}, {@code resolution}.
 */
@Generated
public final class ImageToVideo {
  private final KlingVideo30OmniProRequest.Builder builder;

  ImageToVideo(KlingVideo30OmniProRequest.Builder builder) {
    this.builder = builder;
  }

  /**
   * The caller's name for the task, a version 4 UUID that no other task has. Results, also those
   * delivered later, carry it. A UUID of version 4.
   */
  public ImageToVideo taskUUID(@Nullable UUID taskUUID) {
    builder.taskUUID(taskUUID);
    return this;
  }

  /**
   * How the video is handed over. Videos come as a URL to download from. {@code URL} when not set.
   */
  public ImageToVideo outputType(@Nullable OutputType outputType) {
    builder.outputType(outputType);
    return this;
  }

  /** The file format of the video. {@code MP4} when not set. */
  public ImageToVideo outputFormat(@Nullable OutputFormat outputFormat) {
    builder.outputFormat(outputFormat);
    return this;
  }

  /**
   * How gently the result is compressed. More keeps more detail and makes a larger file. 20 to 99;
   * {@code 95} when not set.
   */
  public ImageToVideo outputQuality(@Nullable Integer outputQuality) {
    builder.outputQuality(outputQuality);
    return this;
  }

  /**
   * Where to POST the outcome as JSON once there is one. A task with several results causes one
   * call for each, as soon as it is ready. An absolute URI.
   */
  public ImageToVideo webhookURL(@Nullable URI webhookURL) {
    builder.webhookURL(webhookURL);
    return this;
  }

  /** How the outcome reaches the caller. {@code async} when not set. */
  public ImageToVideo deliveryMethod(@Nullable DeliveryMethod deliveryMethod) {
    builder.deliveryMethod(deliveryMethod);
    return this;
  }

  /**
   * Where to PUT the finished file, its bytes as the request's body. Meant for a URL that carries
   * its own temporary permission, such as a presigned one of Azure Blob Storage, Google Cloud
   * Storage or S3; a CDN's intake or one's own works too. An absolute URI.
   */
  public ImageToVideo uploadEndpoint(@Nullable URI uploadEndpoint) {
    builder.uploadEndpoint(uploadEndpoint);
    return this;
  }

  /** How generated content is checked for safety. */
  public ImageToVideo safety(@Nullable Safety safety) {
    builder.safety(safety);
    return this;
  }

  /** Sets parts of {@code safety}; those set before and not now stay as they are. */
  public ImageToVideo safety(Consumer<Safety.Builder> parts) {
    builder.safety(parts);
    return this;
  }

  /**
   * How long the result can be downloaded before it is deleted. For results handed over as a URL.
   * At least 60 s.
   */
  public ImageToVideo ttl(@Nullable Integer ttl) {
    builder.ttl(ttl);
    return this;
  }

  /** Whether each result says what it cost. {@code false} when not set. */
  public ImageToVideo includeCost(@Nullable Boolean includeCost) {
    builder.includeCost(includeCost);
    return this;
  }

  /** Sets parts of {@code inputs}; those set before and not now stay as they are. */
  public ImageToVideo inputs(Consumer<InputsParts> parts) {
    builder.inputs(inputs -> parts.accept(new InputsParts(inputs)));
    return this;
  }

  /**
   * How many variations to generate from the same parameters, each with a seed of its own. 1 to 4;
   * {@code 1} when not set.
   */
  public ImageToVideo numberResults(@Nullable Integer numberResults) {
    builder.numberResults(numberResults);
    return this;
  }

  /**
   * Length of the video; with the model's frame rate, it decides how many frames there are. 3 to 15
   * s; {@code 5} when not set.
   *
   * <ul>
   *   <li>The shots of {@code providerSettings.klingai.multiPrompt} fill the video: their durations
   *       add up to {@code duration}, which is 5 seconds when not provided.
   * </ul>
   */
  public ImageToVideo duration(@Nullable Integer duration) {
    builder.duration(duration);
    return this;
  }

  /** Sets parts of {@code providerSettings}; those set before and not now stay as they are. */
  public ImageToVideo providerSettings(Consumer<ProviderSettingsParts> parts) {
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
  public ImageToVideo additional(String name, @Nullable Object value) {
    switch (name) {
      case "width", "height", "resolution" ->
          throw AdditionalParameters.forbiddenParameterException(name, "image-to-video");
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
    public ImageToVideo positivePrompt(String positivePrompt) {
      Objects.requireNonNull(positivePrompt, "positivePrompt");
      builder.positivePrompt(positivePrompt);
      return new ImageToVideo(builder);
    }

    /**
     * Shots with prompts of their own, played one after the other. Together they last as long as
     * the video.
     */
    public ImageToVideo multiPrompt(List<MultiPrompt> multiPrompt) {
      Objects.requireNonNull(multiPrompt, "multiPrompt");
      builder.providerSettings(providerSettings -> providerSettings.klingai(
          klingai -> klingai.multiPrompt(multiPrompt)));
      return new ImageToVideo(builder);
    }

    /** Sets {@code multiPrompt} to these. */
    public ImageToVideo multiPrompt(MultiPrompt... multiPrompt) {
      Objects.requireNonNull(multiPrompt, "multiPrompt");
      builder.providerSettings(providerSettings -> providerSettings.klingai(
          klingai -> klingai.multiPrompt(multiPrompt)));
      return new ImageToVideo(builder);
    }

    /** Sets {@code multiPrompt} to these, built here. */
    @SafeVarargs
    public final ImageToVideo multiPrompt(Consumer<MultiPrompt.Builder>... multiPrompt) {
      Objects.requireNonNull(multiPrompt, "multiPrompt");
      builder.providerSettings(providerSettings -> providerSettings.klingai(
          klingai -> klingai.multiPrompt(multiPrompt)));
      return new ImageToVideo(builder);
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
     * Videos whose motion, camera or subjects the result should take up. Each a UUID or a URL.
     *
     * <ul>
     *   <li>No sound is generated for a task with {@code inputs.video} or {@code
     *       inputs.referenceVideos}, so leave out {@code providerSettings.klingai.sound}.
     *   <li>Beside {@code inputs.video} or {@code inputs.referenceVideos}, {@code
     *       inputs.referenceImages} may hold at most 4 images.
     *   <li>There is an original sound to keep only when {@code inputs.video} or {@code
     *       inputs.referenceVideos} is provided, so add one of them or leave out {@code
     *       providerSettings.klingai.keepOriginalSound}.
     * </ul>
     */
    public InputsParts referenceVideos(@Nullable List<String> referenceVideos) {
      builder.referenceVideos(referenceVideos);
      return this;
    }

    /** Sets {@code referenceVideos} to these. */
    public InputsParts referenceVideos(String... referenceVideos) {
      builder.referenceVideos(referenceVideos);
      return this;
    }

    /**
     * Characters and objects to reuse, each made of images, videos or voices and kept for later
     * tasks. Prompts call them {@code <<<element_1>>>}, {@code <<<element_2>>>} and so on, in the
     * order of this list.
     *
     * <ul>
     *   <li>A prompt's {@code <<<element_n>>>} means the n-th of {@code inputs.elements}, so there
     *       must be at least n of them.
     * </ul>
     */
    public InputsParts elements(@Nullable List<Element> elements) {
      builder.elements(elements);
      return this;
    }

    /** Sets {@code elements} to these. */
    public InputsParts elements(Element... elements) {
      builder.elements(elements);
      return this;
    }

    /** Sets {@code elements} to these, built here. */
    @SafeVarargs
    public final InputsParts elements(Consumer<Element.Builder>... elements) {
      builder.elements(elements);
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
        case "video" ->
            throw AdditionalParameters.forbiddenParameterException(name, "image-to-video");
        case "frameImages" -> throw AdditionalParameters.settledParameterException(name);
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

    /**
     * Whether the result keeps the sound of the video it is made from.
     *
     * <ul>
     *   <li>There is an original sound to keep only when {@code inputs.video} or {@code
     *       inputs.referenceVideos} is provided, so add one of them or leave out {@code
     *       providerSettings.klingai.keepOriginalSound}.
     * </ul>
     */
    public KlingaiParts keepOriginalSound(@Nullable Boolean keepOriginalSound) {
      builder.keepOriginalSound(keepOriginalSound);
      return this;
    }

    /**
     * Whether the model generates sound along with the pictures.
     *
     * <ul>
     *   <li>No sound is generated for a task with {@code inputs.video} or {@code
     *       inputs.referenceVideos}, so leave out {@code providerSettings.klingai.sound}.
     * </ul>
     */
    public KlingaiParts sound(@Nullable Boolean sound) {
      builder.sound(sound);
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
        case "multiPrompt" -> throw AdditionalParameters.settledParameterException(name);
        default -> builder.additional(name, value);
      }
      return this;
    }
  }
}
