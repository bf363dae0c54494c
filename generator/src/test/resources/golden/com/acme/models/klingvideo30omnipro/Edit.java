package com.acme.models.klingvideo30omnipro;

import dev.callsheet.runtime.support.AdditionalParameters;
import dev.callsheet.runtime.support.Generated;
import java.util.List;
import java.util.Objects;
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
@SuppressWarnings({"deprecation", "doclint:missing", "ImmutableEnumChecker"})
public final class Edit extends KlingVideo30OmniProRequest.Setters<Edit> {
  private final KlingVideo30OmniProRequest.Builder builder;

  Edit(KlingVideo30OmniProRequest.Builder builder) {
    this.builder = builder;
  }

  /** Sets parts of {@code inputs}; those set before and not now stay as they are. */
  public Edit inputs(Consumer<InputsParts> parts) {
    builder.inputs(inputs -> parts.accept(new InputsParts(inputs)));
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

  @Override
  KlingVideo30OmniProRequest.Builder target() {
    return builder;
  }

  @Override
  Edit self() {
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
