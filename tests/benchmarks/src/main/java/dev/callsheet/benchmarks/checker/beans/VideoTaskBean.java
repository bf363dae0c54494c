package dev.callsheet.benchmarks.checker.beans;

import com.acme.models.klingvideo30omnipro.DeliveryMethod;
import com.acme.models.klingvideo30omnipro.OutputFormat;
import com.acme.models.klingvideo30omnipro.OutputType;
import com.acme.models.klingvideo30omnipro.Resolution;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.hibernate.validator.constraints.UUID;
import org.jspecify.annotations.Nullable;

/** A task for Kling VIDEO 3.0 Omni Pro. */
@SuppressWarnings("MultipleNullnessAnnotations") // null until it is read, and not allowed then
public class VideoTaskBean {
  @NotNull
  @Pattern(regexp = "videoInference")
  @JsonProperty
  @Nullable String taskType;

  @NotNull
  @Pattern(regexp = "klingai:kling-video@o3-pro")
  @JsonProperty
  @Nullable String model;

  @NotNull
  @UUID(version = 4)
  @JsonProperty
  @Nullable String taskUUID;

  @JsonProperty @Nullable OutputType outputType;
  @JsonProperty @Nullable OutputFormat outputFormat;

  @Min(20)
  @Max(99)
  @JsonProperty
  @Nullable Integer outputQuality;

  @AbsoluteUri @JsonProperty @Nullable URI webhookURL;
  @JsonProperty @Nullable DeliveryMethod deliveryMethod;
  @AbsoluteUri @JsonProperty @Nullable URI uploadEndpoint;
  @Valid @JsonProperty @Nullable SafetyCheckBean safety;

  @Min(60)
  @JsonProperty
  @Nullable Integer ttl;

  @JsonProperty @Nullable Boolean includeCost;
  @Valid @JsonProperty @Nullable VideoInputsBean inputs;

  @Min(1)
  @Max(4)
  @JsonProperty
  @Nullable Integer numberResults;

  @Size(min = 2, max = 2500)
  @JsonProperty
  @Nullable String positivePrompt;

  @JsonProperty @Nullable Integer width;
  @JsonProperty @Nullable Integer height;
  @JsonProperty @Nullable Resolution resolution;

  @Min(3)
  @Max(15)
  @JsonProperty
  @Nullable Integer duration;

  @Valid @JsonProperty @Nullable ProviderSettingsBean providerSettings;

  @AssertTrue
  @JsonIgnore
  public boolean isTtlForUrlOutputOnly() {
    return ttl == null || outputType == null || outputType == OutputType.URL;
  }

  @AssertTrue
  @JsonIgnore
  public boolean isOfOneVisualSource() {
    int sources = has(frameImages()) + has(video()) + (width != null && height != null ? 1 : 0);
    return sources == 1;
  }

  @AssertTrue
  @JsonIgnore
  public boolean isOfOnePromptSource() {
    return has(positivePrompt) + has(shots()) == 1;
  }

  @AssertTrue
  @JsonIgnore
  public boolean isWithVideoOrReferenceVideos() {
    return has(video()) + has(referenceVideos()) <= 1;
  }

  @AssertTrue
  @JsonIgnore
  public boolean isDurationLeftToVideo() {
    return video() == null || duration == null;
  }

  @AssertTrue
  @JsonIgnore
  public boolean isWithoutGeneratedAudioBesideVideo() {
    KlingSettingsBean kling = kling();
    return !hasVideoInput() || kling == null || kling.sound == null;
  }

  /** What is published, taken literally. */
  @AssertTrue(payload = WarningPayload.class)
  @JsonIgnore
  public boolean isWithoutSettingsBesideVideo() {
    return !hasVideoInput() || providerSettings == null;
  }

  @AssertTrue
  @JsonIgnore
  public boolean isWithoutElementsBesideVideo() {
    return video() == null || elements() == null;
  }

  @AssertTrue
  @JsonIgnore
  public boolean isWithFewReferenceImagesBesideVideo() {
    List<String> images = inputs == null ? null : inputs.referenceImages;
    return !hasVideoInput() || images == null || images.size() <= 4;
  }

  @AssertTrue
  @JsonIgnore
  public boolean isOriginalSoundThere() {
    KlingSettingsBean kling = kling();
    return kling == null || kling.keepOriginalSound == null || hasVideoInput();
  }

  /** What is published, taken literally. */
  @AssertTrue(payload = WarningPayload.class)
  @JsonIgnore
  public boolean isVideoThereForSettings() {
    return providerSettings == null || hasVideoInput();
  }

  @AssertTrue
  @JsonIgnore
  public boolean isResolutionForVideoOnly() {
    return resolution == null || video() != null;
  }

  @AssertTrue
  @JsonIgnore
  public boolean isSizePair() {
    return (width == null) == (height == null);
  }

  @AssertTrue
  @JsonIgnore
  public boolean isSizeMade() {
    if (width == null || height == null) {
      return true;
    }
    return (width == 1920 && height == 1080)
        || (width == 1440 && height == 1440)
        || (width == 1080 && height == 1920);
  }

  @AssertTrue
  @JsonIgnore
  public boolean isFilledByShots() {
    List<ShotBean> shots = shots();
    if (video() != null || shots == null || shots.isEmpty()) {
      return true;
    }
    int sum = 0;
    for (ShotBean shot : shots) {
      sum += shot.duration == null ? 0 : shot.duration;
    }
    return sum == (duration == null ? 5 : duration);
  }

  @AssertTrue(payload = WarningPayload.class)
  @JsonIgnore
  public boolean isNamingOnlyElementsThere() {
    List<ElementBean> elements = elements();
    int last = elements == null ? 0 : elements.size();
    List<ShotBean> shots = shots();
    return PromptPlaceholders.within(positivePrompt, last)
        && (shots == null
            || shots.stream().allMatch(shot -> PromptPlaceholders.within(shot.prompt, last)));
  }

  private boolean hasVideoInput() {
    return video() != null || referenceVideos() != null;
  }

  private @Nullable String video() {
    return inputs == null ? null : inputs.video;
  }

  private @Nullable List<String> referenceVideos() {
    return inputs == null ? null : inputs.referenceVideos;
  }

  private @Nullable List<FrameImageBean> frameImages() {
    return inputs == null ? null : inputs.frameImages;
  }

  private @Nullable List<ElementBean> elements() {
    return inputs == null ? null : inputs.elements;
  }

  private @Nullable KlingSettingsBean kling() {
    return providerSettings == null ? null : providerSettings.klingai;
  }

  private @Nullable List<ShotBean> shots() {
    KlingSettingsBean kling = kling();
    return kling == null ? null : kling.multiPrompt;
  }

  private static int has(@Nullable Object value) {
    return value == null ? 0 : 1;
  }
}
