package com.acme.models.klingvideo30omnipro;

import dev.callsheet.runtime.support.AdditionalParameters;
import dev.callsheet.runtime.support.Generated;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A video of a chosen size, from the prompt and whatever it refers to.
 *
 * <p>Puts together a request in mode {@code text-to-video}. It has no way to set what such a
 * request may not have: {@code inputs.frameImages}, {@code inputs.video}, {@code resolution}.
 */
@Generated
@SuppressWarnings({"deprecation", "doclint:missing", "ImmutableEnumChecker"})
public final class TextToVideo extends KlingVideo30OmniProRequest.Setters<TextToVideo> {
  private final KlingVideo30OmniProRequest.Builder builder;

  TextToVideo(KlingVideo30OmniProRequest.Builder builder) {
    this.builder = builder;
  }

  /** Sets parts of {@code inputs}; those set before and not now stay as they are. */
  public TextToVideo inputs(Consumer<InputsParts> parts) {
    builder.inputs(inputs -> parts.accept(new InputsParts(inputs)));
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
  public TextToVideo duration(@Nullable Integer duration) {
    builder.duration(duration);
    return this;
  }

  /** Sets parts of {@code providerSettings}; those set before and not now stay as they are. */
  public TextToVideo providerSettings(Consumer<ProviderSettingsParts> parts) {
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
  public TextToVideo additional(String name, @Nullable Object value) {
    switch (name) {
      case "resolution" ->
          throw AdditionalParameters.forbiddenParameterException(name, "text-to-video");
      case "positivePrompt", "width", "height" ->
          throw AdditionalParameters.settledParameterException(name);
      default -> builder.additional(name, value);
    }
    return this;
  }

  @Override
  KlingVideo30OmniProRequest.Builder target() {
    return builder;
  }

  @Override
  TextToVideo self() {
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
    public TextToVideo positivePrompt(String positivePrompt) {
      Objects.requireNonNull(positivePrompt, "positivePrompt");
      builder.positivePrompt(positivePrompt);
      return new TextToVideo(builder);
    }

    /**
     * Shots with prompts of their own, played one after the other. Together they last as long as
     * the video.
     */
    public TextToVideo multiPrompt(List<MultiPrompt> multiPrompt) {
      Objects.requireNonNull(multiPrompt, "multiPrompt");
      builder.providerSettings(providerSettings -> providerSettings.klingai(
          klingai -> klingai.multiPrompt(multiPrompt)));
      return new TextToVideo(builder);
    }

    /** Sets {@code multiPrompt} to these. */
    public TextToVideo multiPrompt(MultiPrompt... multiPrompt) {
      Objects.requireNonNull(multiPrompt, "multiPrompt");
      builder.providerSettings(providerSettings -> providerSettings.klingai(
          klingai -> klingai.multiPrompt(multiPrompt)));
      return new TextToVideo(builder);
    }

    /** Sets {@code multiPrompt} to these, built here. */
    @SafeVarargs
    public final TextToVideo multiPrompt(Consumer<MultiPrompt.Builder>... multiPrompt) {
      Objects.requireNonNull(multiPrompt, "multiPrompt");
      builder.providerSettings(providerSettings -> providerSettings.klingai(
          klingai -> klingai.multiPrompt(multiPrompt)));
      return new TextToVideo(builder);
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
        case "frameImages", "video" ->
            throw AdditionalParameters.forbiddenParameterException(name, "text-to-video");
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
