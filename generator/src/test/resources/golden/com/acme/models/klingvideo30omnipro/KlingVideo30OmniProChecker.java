package com.acme.models.klingvideo30omnipro;

import dev.callsheet.runtime.Checker;
import dev.callsheet.runtime.MediaKind;
import dev.callsheet.runtime.Requirement;
import dev.callsheet.runtime.TextFormat;
import dev.callsheet.runtime.Violation;
import dev.callsheet.runtime.support.Arithmetic;
import dev.callsheet.runtime.support.Generated;
import dev.callsheet.runtime.support.Placeholders;
import dev.callsheet.runtime.support.Regex;
import dev.callsheet.runtime.support.RuleViolation;
import dev.callsheet.runtime.support.Texts;
import dev.callsheet.runtime.support.Values;
import dev.callsheet.runtime.support.Violations;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Checks requests for Kling VIDEO 3.0 Omni Pro: parameters one by one, then the rules between them.
 */
@Generated
@SuppressWarnings({"deprecation", "doclint:missing", "ImmutableEnumChecker"})
public final class KlingVideo30OmniProChecker implements Checker<KlingVideo30OmniProRequest> {
  private static final long TTL = 1L << 0;

  private static final long OUTPUT_TYPE = 1L << 1;

  private static final long FRAME_IMAGES = 1L << 2;

  private static final long VIDEO = 1L << 3;

  private static final long WIDTH = 1L << 4;

  private static final long HEIGHT = 1L << 5;

  private static final long POSITIVE_PROMPT = 1L << 6;

  private static final long MULTI_PROMPT = 1L << 7;

  private static final long REFERENCE_VIDEOS = 1L << 8;

  private static final long DURATION = 1L << 9;

  private static final long SOUND = 1L << 10;

  private static final long PROVIDER_SETTINGS = 1L << 11;

  private static final long ELEMENTS = 1L << 12;

  private static final long REFERENCE_IMAGES = 1L << 13;

  private static final long KEEP_ORIGINAL_SOUND = 1L << 14;

  private static final long RESOLUTION = 1L << 15;

  private static final Regex PLACEHOLDER = Regex.of("<<<element_(\\d+)>>>");

  @Override
  public List<Violation> check(KlingVideo30OmniProRequest request) {
    Violations all = Violations.none();
    all = taskUUID(request, all);
    all = outputQuality(request, all);
    all = webhookURL(request, all);
    all = uploadEndpoint(request, all);
    all = safety(request, all);
    all = ttl(request, all);
    all = inputs(request, all);
    all = numberResults(request, all);
    all = positivePrompt(request, all);
    all = duration(request, all);
    all = providerSettings(request, all);
    all = all.unknownParameters("", request.additional());
    long provided = provided(request);
    all = ttlNeedsUrlOutput(request, provided, all);
    all = visualSource(provided, all);
    all = promptSource(provided, all);
    all = videoOrReferenceVideos(provided, all);
    all = videoSetsDuration(provided, all);
    all = videoInputHasNoGeneratedAudio(provided, all);
    all = videoExcludesElements(provided, all);
    all = videoLimitsReferenceImages(request, provided, all);
    all = originalSoundNeedsVideo(provided, all);
    all = resolutionNeedsVideo(provided, all);
    all = sizePair(provided, all);
    all = size(request, provided, all);
    all = segmentsFillDuration(request, provided, all);
    all = promptNamesElements(request, provided, all);
    all = imagesNeedFrontalImage(request, all);
    all = elementVideosStandAlone(request, all);
    return all.toList();
  }

  /** {@code taskUUID}: a UUID of version 4. */
  private static Violations taskUUID(KlingVideo30OmniProRequest request, Violations violations) {
    UUID taskUUID = request.taskUUID();
    if (!Texts.isUuid4(taskUUID)) {
      return violations.wrongValue("/taskUUID", taskUUID, Requirement.format(TextFormat.UUID4));
    }
    return violations;
  }

  /** {@code outputQuality}: 20 to 99; {@code 95} when not set. */
  private static Violations outputQuality(KlingVideo30OmniProRequest request,
      Violations violations) {
    Integer outputQuality = request.outputQuality();
    if (outputQuality == null) {
      return violations;
    }
    if (outputQuality < 20) {
      return violations.wrongValue("/outputQuality", outputQuality, Requirement.atLeast(20));
    }
    if (outputQuality > 99) {
      return violations.wrongValue("/outputQuality", outputQuality, Requirement.atMost(99));
    }
    return violations;
  }

  /** {@code webhookURL}: an absolute URI. */
  private static Violations webhookURL(KlingVideo30OmniProRequest request, Violations violations) {
    URI webhookURL = request.webhookURL();
    if (webhookURL == null) {
      return violations;
    }
    if (!Texts.isAbsolute(webhookURL)) {
      return violations.wrongValue("/webhookURL", webhookURL, Requirement.format(TextFormat.URI));
    }
    return violations;
  }

  /** {@code uploadEndpoint}: an absolute URI. */
  private static Violations uploadEndpoint(KlingVideo30OmniProRequest request,
      Violations violations) {
    URI uploadEndpoint = request.uploadEndpoint();
    if (uploadEndpoint == null) {
      return violations;
    }
    if (!Texts.isAbsolute(uploadEndpoint)) {
      return violations.wrongValue("/uploadEndpoint", uploadEndpoint,
          Requirement.format(TextFormat.URI));
    }
    return violations;
  }

  /** {@code safety} and its parts. */
  private static Violations safety(KlingVideo30OmniProRequest request, Violations violations) {
    Safety safety = request.safety();
    if (safety == null) {
      return violations;
    }
    return violations.unknownParameters("/safety", safety.additional());
  }

  /** {@code ttl}: at least 60 s. */
  private static Violations ttl(KlingVideo30OmniProRequest request, Violations violations) {
    Integer ttl = request.ttl();
    if (ttl == null) {
      return violations;
    }
    if (ttl < 60) {
      return violations.wrongValue("/ttl", ttl, Requirement.atLeast(60).in("s"));
    }
    return violations;
  }

  /** {@code inputs} and its parts. */
  private static Violations inputs(KlingVideo30OmniProRequest request, Violations violations) {
    Inputs inputs = request.inputs();
    if (inputs == null) {
      return violations;
    }
    Violations all = violations;
    all = referenceImages(inputs, all);
    all = frameImages(inputs, all);
    all = video(inputs, all);
    all = referenceVideos(inputs, all);
    all = elements(inputs, all);
    return all.unknownParameters("/inputs", inputs.additional());
  }

  /** {@code referenceImages}: each a UUID or a URL or a data URI or Base64. */
  private static Violations referenceImages(Inputs inputs, Violations violations) {
    List<String> referenceImages = inputs.referenceImages();
    if (referenceImages == null) {
      return violations;
    }
    Violations all = violations;
    for (int i = 0; i < referenceImages.size(); i++) {
      all = referenceImage(referenceImages.get(i), i, all);
    }
    return all;
  }

  private static Violations referenceImage(String referenceImage, int i, Violations violations) {
    if (!(Texts.isUuid(referenceImage) || Texts.isUrl(referenceImage)
        || Texts.isDataUri(referenceImage, MediaKind.IMAGE)
        || Texts.isBase64(referenceImage, MediaKind.IMAGE))) {
      return violations.wrongValue("/inputs/referenceImages/" + i, referenceImage,
          Requirement.format(MediaKind.IMAGE, TextFormat.UUID, TextFormat.URL, TextFormat.DATA_URI,
          TextFormat.BASE64));
    }
    return violations;
  }

  /** {@code frameImages} and its parts. */
  private static Violations frameImages(Inputs inputs, Violations violations) {
    List<FrameImage> frameImages = inputs.frameImages();
    if (frameImages == null) {
      return violations;
    }
    Violations all = violations;
    for (int i = 0; i < frameImages.size(); i++) {
      all = frameImage(frameImages.get(i), i, all);
    }
    return all;
  }

  private static Violations frameImage(FrameImage frameImage, int i, Violations violations) {
    if (frameImage instanceof FrameImage.Image image) {
      return image(image.value(), i, violations);
    }
    if (frameImage instanceof FrameImage.ImageAtAFrame imageAtAFrame) {
      return imageAtAFrame(imageAtAFrame, i, violations);
    }
    return violations;
  }

  private static Violations image(String image, int i, Violations violations) {
    if (!(Texts.isUuid(image) || Texts.isUrl(image) || Texts.isDataUri(image, MediaKind.IMAGE)
        || Texts.isBase64(image, MediaKind.IMAGE))) {
      return violations.wrongValue("/inputs/frameImages/" + i, image,
          Requirement.format(MediaKind.IMAGE, TextFormat.UUID, TextFormat.URL, TextFormat.DATA_URI,
          TextFormat.BASE64));
    }
    return violations;
  }

  private static Violations imageAtAFrame(FrameImage.ImageAtAFrame imageAtAFrame, int i,
      Violations violations) {
    Violations all = violations;
    all = imageAtAFrameImage(imageAtAFrame, i, all);
    if (imageAtAFrame.additional().isEmpty()) {
      return all;
    }
    return all.unknownParameters("/inputs/frameImages/" + i, imageAtAFrame.additional());
  }

  /** {@code image}: a UUID or a URL or a data URI or Base64. */
  private static Violations imageAtAFrameImage(FrameImage.ImageAtAFrame imageAtAFrame, int i,
      Violations violations) {
    String image = imageAtAFrame.image();
    if (!(Texts.isUuid(image) || Texts.isUrl(image) || Texts.isDataUri(image, MediaKind.IMAGE)
        || Texts.isBase64(image, MediaKind.IMAGE))) {
      return violations.wrongValue("/inputs/frameImages/" + i + "/image", image,
          Requirement.format(MediaKind.IMAGE, TextFormat.UUID, TextFormat.URL, TextFormat.DATA_URI,
          TextFormat.BASE64));
    }
    return violations;
  }

  /** {@code video}: a UUID or a URL. */
  private static Violations video(Inputs inputs, Violations violations) {
    String video = inputs.video();
    if (video == null) {
      return violations;
    }
    if (!(Texts.isUuid(video) || Texts.isUrl(video))) {
      return violations.wrongValue("/inputs/video", video, Requirement.format(TextFormat.UUID,
          TextFormat.URL));
    }
    return violations;
  }

  /** {@code referenceVideos}: each a UUID or a URL. */
  private static Violations referenceVideos(Inputs inputs, Violations violations) {
    List<String> referenceVideos = inputs.referenceVideos();
    if (referenceVideos == null) {
      return violations;
    }
    Violations all = violations;
    for (int i = 0; i < referenceVideos.size(); i++) {
      all = referenceVideo(referenceVideos.get(i), i, all);
    }
    return all;
  }

  private static Violations referenceVideo(String referenceVideo, int i, Violations violations) {
    if (!(Texts.isUuid(referenceVideo) || Texts.isUrl(referenceVideo))) {
      return violations.wrongValue("/inputs/referenceVideos/" + i, referenceVideo,
          Requirement.format(TextFormat.UUID, TextFormat.URL));
    }
    return violations;
  }

  /** {@code elements} and its parts. */
  private static Violations elements(Inputs inputs, Violations violations) {
    List<Element> elements = inputs.elements();
    if (elements == null) {
      return violations;
    }
    Violations all = violations;
    for (int i = 0; i < elements.size(); i++) {
      all = element(elements.get(i), i, all);
    }
    return all;
  }

  private static Violations element(Element element, int i, Violations violations) {
    Violations all = violations;
    all = id(element, i, all);
    all = description(element, i, all);
    all = frontalImage(element, i, all);
    all = images(element, i, all);
    all = videos(element, i, all);
    all = voices(element, i, all);
    all = tags(element, i, all);
    if (element.additional().isEmpty()) {
      return all;
    }
    return all.unknownParameters("/inputs/elements/" + i, element.additional());
  }

  /** {@code id}: any text. */
  private static Violations id(Element element, int i, Violations violations) {
    String id = element.id();
    if (!Texts.isText(id)) {
      return violations.wrongValue("/inputs/elements/" + i + "/id", id,
          Requirement.format(TextFormat.TEXT));
    }
    return violations;
  }

  /** {@code description}: any text. */
  private static Violations description(Element element, int i, Violations violations) {
    String description = element.description();
    if (description == null) {
      return violations;
    }
    if (!Texts.isText(description)) {
      return violations.wrongValue("/inputs/elements/" + i + "/description", description,
          Requirement.format(TextFormat.TEXT));
    }
    return violations;
  }

  /** {@code frontalImage}: any text. */
  private static Violations frontalImage(Element element, int i, Violations violations) {
    String frontalImage = element.frontalImage();
    if (frontalImage == null) {
      return violations;
    }
    if (!Texts.isText(frontalImage)) {
      return violations.wrongValue("/inputs/elements/" + i + "/frontalImage", frontalImage,
          Requirement.format(TextFormat.TEXT));
    }
    return violations;
  }

  /** {@code images}: at most 3 items. */
  private static Violations images(Element element, int i, Violations violations) {
    List<String> images = element.images();
    if (images == null) {
      return violations;
    }
    Violations all = violations;
    if (!Values.hasItems(images, 0, 3)) {
      all = all.wrongItemCount("/inputs/elements/" + i + "/images", images, 0, 3);
    }
    for (int j = 0; j < images.size(); j++) {
      all = imagesItem(images.get(j), i, j, all);
    }
    return all;
  }

  private static Violations imagesItem(String image, int i, int j, Violations violations) {
    if (!Texts.isText(image)) {
      return violations.wrongValue("/inputs/elements/" + i + "/images/" + j, image,
          Requirement.format(TextFormat.TEXT));
    }
    return violations;
  }

  /** {@code videos} and its parts. */
  private static Violations videos(Element element, int i, Violations violations) {
    List<String> videos = element.videos();
    if (videos == null) {
      return violations;
    }
    Violations all = violations;
    for (int j = 0; j < videos.size(); j++) {
      all = videosItem(videos.get(j), i, j, all);
    }
    return all;
  }

  private static Violations videosItem(String video, int i, int j, Violations violations) {
    if (!Texts.isText(video)) {
      return violations.wrongValue("/inputs/elements/" + i + "/videos/" + j, video,
          Requirement.format(TextFormat.TEXT));
    }
    return violations;
  }

  /** {@code voices} and its parts. */
  private static Violations voices(Element element, int i, Violations violations) {
    List<String> voices = element.voices();
    if (voices == null) {
      return violations;
    }
    Violations all = violations;
    for (int j = 0; j < voices.size(); j++) {
      all = voice(voices.get(j), i, j, all);
    }
    return all;
  }

  private static Violations voice(String voice, int i, int j, Violations violations) {
    if (!Texts.isText(voice)) {
      return violations.wrongValue("/inputs/elements/" + i + "/voices/" + j, voice,
          Requirement.format(TextFormat.TEXT));
    }
    return violations;
  }

  /** {@code tags} and its parts. */
  private static Violations tags(Element element, int i, Violations violations) {
    List<String> tags = element.tags();
    if (tags == null) {
      return violations;
    }
    Violations all = violations;
    for (int j = 0; j < tags.size(); j++) {
      all = tag(tags.get(j), i, j, all);
    }
    return all;
  }

  private static Violations tag(String tag, int i, int j, Violations violations) {
    if (!Texts.isText(tag)) {
      return violations.wrongValue("/inputs/elements/" + i + "/tags/" + j, tag,
          Requirement.format(TextFormat.TEXT));
    }
    return violations;
  }

  /** {@code numberResults}: 1 to 4; {@code 1} when not set. */
  private static Violations numberResults(KlingVideo30OmniProRequest request,
      Violations violations) {
    Integer numberResults = request.numberResults();
    if (numberResults == null) {
      return violations;
    }
    if (numberResults < 1) {
      return violations.wrongValue("/numberResults", numberResults, Requirement.atLeast(1));
    }
    if (numberResults > 4) {
      return violations.wrongValue("/numberResults", numberResults, Requirement.atMost(4));
    }
    return violations;
  }

  /** {@code positivePrompt}: 2 to 2500 characters. */
  private static Violations positivePrompt(KlingVideo30OmniProRequest request,
      Violations violations) {
    String positivePrompt = request.positivePrompt();
    if (positivePrompt == null) {
      return violations;
    }
    if (!Texts.hasLength(positivePrompt, 2, 2500)) {
      return violations.wrongLength("/positivePrompt", positivePrompt, 2, 2500);
    }
    if (!Texts.isText(positivePrompt)) {
      return violations.wrongValue("/positivePrompt", positivePrompt,
          Requirement.format(TextFormat.TEXT));
    }
    return violations;
  }

  /** {@code duration}: 3 to 15 s; {@code 5} when not set. */
  private static Violations duration(KlingVideo30OmniProRequest request, Violations violations) {
    Integer duration = request.duration();
    if (duration == null) {
      return violations;
    }
    if (duration < 3) {
      return violations.wrongValue("/duration", duration, Requirement.atLeast(3).in("s"));
    }
    if (duration > 15) {
      return violations.wrongValue("/duration", duration, Requirement.atMost(15).in("s"));
    }
    return violations;
  }

  /** {@code providerSettings} and its parts. */
  private static Violations providerSettings(KlingVideo30OmniProRequest request,
      Violations violations) {
    ProviderSettings providerSettings = request.providerSettings();
    if (providerSettings == null) {
      return violations;
    }
    Violations all = violations;
    all = klingai(providerSettings, all);
    return all.unknownParameters("/providerSettings", providerSettings.additional());
  }

  /** {@code klingai} and its parts. */
  private static Violations klingai(ProviderSettings providerSettings, Violations violations) {
    Klingai klingai = providerSettings.klingai();
    if (klingai == null) {
      return violations;
    }
    Violations all = violations;
    all = multiPrompt(klingai, all);
    return all.unknownParameters("/providerSettings/klingai", klingai.additional());
  }

  /** {@code multiPrompt} and its parts. */
  private static Violations multiPrompt(Klingai klingai, Violations violations) {
    List<MultiPrompt> multiPrompt = klingai.multiPrompt();
    if (multiPrompt == null) {
      return violations;
    }
    Violations all = violations;
    for (int i = 0; i < multiPrompt.size(); i++) {
      all = multiPromptItem(multiPrompt.get(i), i, all);
    }
    return all;
  }

  private static Violations multiPromptItem(MultiPrompt multiPrompt, int i, Violations violations) {
    Violations all = violations;
    all = prompt(multiPrompt, i, all);
    all = multiPromptDuration(multiPrompt, i, all);
    if (multiPrompt.additional().isEmpty()) {
      return all;
    }
    return all.unknownParameters("/providerSettings/klingai/multiPrompt/" + i,
        multiPrompt.additional());
  }

  /** {@code prompt}: 2 to 2500 characters. */
  private static Violations prompt(MultiPrompt multiPrompt, int i, Violations violations) {
    String prompt = multiPrompt.prompt();
    if (!Texts.hasLength(prompt, 2, 2500)) {
      return violations.wrongLength("/providerSettings/klingai/multiPrompt/" + i + "/prompt",
          prompt, 2, 2500);
    }
    if (!Texts.isText(prompt)) {
      return violations.wrongValue("/providerSettings/klingai/multiPrompt/" + i + "/prompt", prompt,
          Requirement.format(TextFormat.TEXT));
    }
    return violations;
  }

  /** {@code duration}: at least 1 s. */
  private static Violations multiPromptDuration(MultiPrompt multiPrompt, int i,
      Violations violations) {
    Integer duration = multiPrompt.duration();
    if (duration < 1) {
      return violations.wrongValue("/providerSettings/klingai/multiPrompt/" + i + "/duration",
          duration, Requirement.atLeast(1).in("s"));
    }
    return violations;
  }

  /**
   * A {@code ttl} limits the life of a download, so it needs {@code outputType} to be {@code URL}.
   */
  private static Violations ttlNeedsUrlOutput(KlingVideo30OmniProRequest request, long provided,
      Violations violations) {
    if (has(provided, TTL) && has(provided, OUTPUT_TYPE)
        && !(request.outputType() == OutputType.URL)) {
      return violations.with(
          RuleViolation.error("ttl-needs-url-output",
                  "A `ttl` limits the life of a download, so it needs `outputType` to be"
                      + " `URL`.")
              .at("/outputType", has(provided, OUTPUT_TYPE))
              .at("/ttl", has(provided, TTL)));
    }
    return violations;
  }

  /**
   * A video starts from one thing: {@code inputs.frameImages}, or {@code inputs.video}, or an empty
   * frame of {@code width} and {@code height}.
   */
  private static Violations visualSource(long provided, Violations violations) {
    if (Values.count(
            has(provided, FRAME_IMAGES),
            has(provided, VIDEO),
            has(provided, WIDTH) && has(provided, HEIGHT)) != 1) {
      return violations.with(
          RuleViolation.error("visual-source",
                  "A video starts from one thing: `inputs.frameImages`, or `inputs.video`,"
                      + " or an empty frame of `width` and `height`.")
              .at("/inputs/frameImages", has(provided, FRAME_IMAGES))
              .at("/inputs/video", has(provided, VIDEO))
              .at("/width", has(provided, WIDTH))
              .at("/height", has(provided, HEIGHT)));
    }
    return violations;
  }

  /**
   * The prompt is either one text in {@code positivePrompt} or a list of shots in {@code
   * providerSettings.klingai.multiPrompt}, not both and not neither.
   */
  private static Violations promptSource(long provided, Violations violations) {
    if (has(provided, POSITIVE_PROMPT) == has(provided, MULTI_PROMPT)) {
      return violations.with(
          RuleViolation.error("prompt-source",
                  "The prompt is either one text in `positivePrompt` or a list of shots in"
                      + " `providerSettings.klingai.multiPrompt`, not both and not neither.")
              .at("/positivePrompt", has(provided, POSITIVE_PROMPT))
              .at("/providerSettings/klingai/multiPrompt", has(provided, MULTI_PROMPT)));
    }
    return violations;
  }

  /**
   * {@code inputs.video} is edited and {@code inputs.referenceVideos} are only looked at; a task
   * does one of the two.
   */
  private static Violations videoOrReferenceVideos(long provided, Violations violations) {
    if (has(provided, VIDEO) && has(provided, REFERENCE_VIDEOS)) {
      return violations.with(
          RuleViolation.error("video-or-reference-videos",
                  "`inputs.video` is edited and `inputs.referenceVideos` are only looked"
                      + " at; a task does one of the two.")
              .at("/inputs/video", has(provided, VIDEO))
              .at("/inputs/referenceVideos", has(provided, REFERENCE_VIDEOS)));
    }
    return violations;
  }

  /** An edit is as long as its {@code inputs.video}, so leave out {@code duration}. */
  private static Violations videoSetsDuration(long provided, Violations violations) {
    if (has(provided, VIDEO) && has(provided, DURATION)) {
      return violations.with(
          RuleViolation.error("video-sets-duration",
                  "An edit is as long as its `inputs.video`, so leave out `duration`.")
              .at("/duration", has(provided, DURATION))
              .at("/inputs/video", has(provided, VIDEO)));
    }
    return violations;
  }

  /**
   * No sound is generated for a task with {@code inputs.video} or {@code inputs.referenceVideos},
   * so leave out {@code providerSettings.klingai.sound}.
   */
  private static Violations videoInputHasNoGeneratedAudio(long provided, Violations violations) {
    if ((has(provided, VIDEO) || has(provided, REFERENCE_VIDEOS))
        && has(provided, SOUND)) {
      return violations.with(
          RuleViolation.error("video-input-has-no-generated-audio",
                  "No sound is generated for a task with `inputs.video` or"
                      + " `inputs.referenceVideos`, so leave out"
                      + " `providerSettings.klingai.sound`.")
              .at("/providerSettings/klingai/sound", has(provided, SOUND))
              .at("/inputs/video", has(provided, VIDEO))
              .at("/inputs/referenceVideos", has(provided, REFERENCE_VIDEOS)));
    }
    if ((has(provided, VIDEO) || has(provided, REFERENCE_VIDEOS))
        && has(provided, PROVIDER_SETTINGS)) {
      return violations.with(
          RuleViolation.ofWording("video-input-has-no-generated-audio",
                  "original-sound-needs-video",
                  "The page names only the outer object; sound is what its price list and"
                      + " its sister model exclude.")
              .at("/providerSettings", has(provided, PROVIDER_SETTINGS))
              .at("/inputs/video", has(provided, VIDEO))
              .at("/inputs/referenceVideos", has(provided, REFERENCE_VIDEOS)));
    }
    return violations;
  }

  /** An edit takes its subjects from {@code inputs.video}, so leave out {@code inputs.elements}. */
  private static Violations videoExcludesElements(long provided, Violations violations) {
    if (has(provided, VIDEO) && has(provided, ELEMENTS)) {
      return violations.with(
          RuleViolation.error("video-excludes-elements",
                  "An edit takes its subjects from `inputs.video`, so leave out"
                      + " `inputs.elements`.")
              .at("/inputs/elements", has(provided, ELEMENTS))
              .at("/inputs/video", has(provided, VIDEO)));
    }
    return violations;
  }

  /**
   * Beside {@code inputs.video} or {@code inputs.referenceVideos}, {@code inputs.referenceImages}
   * may hold at most 4 images.
   */
  private static Violations videoLimitsReferenceImages(KlingVideo30OmniProRequest request,
      long provided, Violations violations) {
    if ((has(provided, VIDEO) || has(provided, REFERENCE_VIDEOS))
        && has(provided, REFERENCE_IMAGES)
        && !Values.hasItems(inputsReferenceImages(request), 0, 4)
        && violations.isReliable("/inputs/referenceImages")) {
      return violations.with(
          RuleViolation.error("video-limits-reference-images",
                  "Beside `inputs.video` or `inputs.referenceVideos`,"
                      + " `inputs.referenceImages` may hold at most 4 images.")
              .at("/inputs/referenceImages", has(provided, REFERENCE_IMAGES))
              .at("/inputs/video", has(provided, VIDEO))
              .at("/inputs/referenceVideos", has(provided, REFERENCE_VIDEOS)));
    }
    return violations;
  }

  /**
   * There is an original sound to keep only when {@code inputs.video} or {@code
   * inputs.referenceVideos} is provided, so add one of them or leave out {@code
   * providerSettings.klingai.keepOriginalSound}.
   */
  private static Violations originalSoundNeedsVideo(long provided, Violations violations) {
    if (has(provided, KEEP_ORIGINAL_SOUND) && !has(provided, VIDEO)
        && !has(provided, REFERENCE_VIDEOS)) {
      return violations.with(
          RuleViolation.error("original-sound-needs-video",
                  "There is an original sound to keep only when `inputs.video` or"
                      + " `inputs.referenceVideos` is provided, so add one of them or leave out"
                      + " `providerSettings.klingai.keepOriginalSound`.")
              .at("/inputs/video", has(provided, VIDEO))
              .at("/inputs/referenceVideos", has(provided, REFERENCE_VIDEOS))
              .at("/providerSettings/klingai/keepOriginalSound",
                  has(provided, KEEP_ORIGINAL_SOUND)));
    }
    if (has(provided, PROVIDER_SETTINGS) && !has(provided, VIDEO)
        && !has(provided, REFERENCE_VIDEOS)) {
      return violations.with(
          RuleViolation.ofWording("original-sound-needs-video",
                  "video-input-has-no-generated-audio",
                  "The page names only the outer object; the original sound is what its"
                      + " sister model ties to a video.")
              .at("/inputs/video", has(provided, VIDEO))
              .at("/inputs/referenceVideos", has(provided, REFERENCE_VIDEOS))
              .at("/providerSettings", has(provided, PROVIDER_SETTINGS)));
    }
    return violations;
  }

  /**
   * A {@code resolution} is for edits, so add {@code inputs.video} or leave out {@code resolution}.
   */
  private static Violations resolutionNeedsVideo(long provided, Violations violations) {
    if (has(provided, RESOLUTION) && !has(provided, VIDEO)) {
      return violations.with(
          RuleViolation.error("resolution-needs-video",
                  "A `resolution` is for edits, so add `inputs.video` or leave out"
                      + " `resolution`.")
              .at("/inputs/video", has(provided, VIDEO))
              .at("/resolution", has(provided, RESOLUTION)));
    }
    return violations;
  }

  /** {@code width} and {@code height} make a size only together: provide both or neither. */
  private static Violations sizePair(long provided, Violations violations) {
    if (!(has(provided, WIDTH) && has(provided, HEIGHT))
        && (has(provided, WIDTH) || has(provided, HEIGHT))) {
      return violations.with(
          RuleViolation.error("size-pair",
                  "`width` and `height` make a size only together: provide both or neither.")
              .at("/width", has(provided, WIDTH))
              .at("/height", has(provided, HEIGHT)));
    }
    return violations;
  }

  /**
   * No size is made but 1920 by 1080, 1440 by 1440 and 1080 by 1920 pixels, so choose one of these.
   */
  private static Violations size(KlingVideo30OmniProRequest request, long provided,
      Violations violations) {
    if (has(provided, WIDTH)
        && has(provided, HEIGHT)
        && !(Values.equal(request.width(), 1920) && Values.equal(request.height(), 1080))
        && !(Values.equal(request.width(), 1440) && Values.equal(request.height(), 1440))
        && !(Values.equal(request.width(), 1080) && Values.equal(request.height(), 1920))) {
      return violations.with(
          RuleViolation.error("size",
                  "No size is made but 1920 by 1080, 1440 by 1440 and 1080 by 1920 pixels,"
                      + " so choose one of these.")
              .at("/width", has(provided, WIDTH))
              .at("/height", has(provided, HEIGHT)));
    }
    return violations;
  }

  /**
   * The shots of {@code providerSettings.klingai.multiPrompt} fill the video: their durations add
   * up to {@code duration}, which is 5 seconds when not provided.
   */
  private static Violations segmentsFillDuration(KlingVideo30OmniProRequest request, long provided,
      Violations violations) {
    if (!has(provided, VIDEO)
        && !Arithmetic.sumEquals(klingaiMultiPrompt(request), each -> each.duration(),
            request.duration(), 5)
        && violations.isReliable("/providerSettings/klingai/multiPrompt/*/duration")
        && violations.isReliable("/duration")) {
      return violations.with(
          RuleViolation.error("segments-fill-duration",
                  "The shots of `providerSettings.klingai.multiPrompt` fill the video:"
                      + " their durations add up to `duration`, which is 5 seconds when not"
                      + " provided.")
              .sum("providerSettings.klingai.multiPrompt[].duration", klingaiMultiPrompt(request),
                  each -> each.duration(), "duration", request.duration(), 5)
              .atEach("/providerSettings/klingai/multiPrompt", klingaiMultiPrompt(request),
                  "/duration",
                  each -> hasDuration(each))
              .at("/duration", has(provided, DURATION))
              .at("/inputs/video", has(provided, VIDEO)));
    }
    return violations;
  }

  /**
   * A prompt's {@code <<<element_n>>>} means the n-th of {@code inputs.elements}, so there must be
   * at least n of them.
   */
  private static Violations promptNamesElements(KlingVideo30OmniProRequest request, long provided,
      Violations violations) {
    if (!(Placeholders.areInRange(request.positivePrompt(), PLACEHOLDER, inputsElements(request))
            && Placeholders.areInRange(klingaiMultiPrompt(request), each -> each.prompt(),
            PLACEHOLDER, inputsElements(request)))
        && violations.isReliable("/positivePrompt")
        && violations.isReliable("/providerSettings/klingai/multiPrompt/*/prompt")
        && violations.isReliable("/inputs/elements")) {
      return violations.with(
          RuleViolation.warning("prompt-names-elements",
                  "A prompt's `<<<element_n>>>` means the n-th of `inputs.elements`, so"
                      + " there must be at least n of them.")
              .placeholders(request.positivePrompt(), PLACEHOLDER, "inputs.elements",
                  inputsElements(request))
              .placeholders(klingaiMultiPrompt(request), each -> each.prompt(), PLACEHOLDER,
                  "inputs.elements", inputsElements(request))
              .at("/positivePrompt", has(provided, POSITIVE_PROMPT))
              .atEach("/providerSettings/klingai/multiPrompt", klingaiMultiPrompt(request),
                  "/prompt",
                  each -> !Placeholders.areInRange(each.prompt(), PLACEHOLDER,
                      inputsElements(request)))
              .atEach("/providerSettings/klingai/multiPrompt", klingaiMultiPrompt(request),
                  "/prompt",
                  each -> hasPrompt(each))
              .at("/inputs/elements", has(provided, ELEMENTS)));
    }
    return violations;
  }

  /** An element with {@code images} needs a {@code frontalImage} as well, so add one. */
  private static Violations imagesNeedFrontalImage(KlingVideo30OmniProRequest request,
      Violations violations) {
    Violations all = violations;
    List<Element> elements = inputsElements(request);
    if (elements != null) {
      for (int i = 0; i < elements.size(); i++) {
        all = imagesNeedFrontalImage(elements.get(i), i, all);
      }
    }
    return all;
  }

  private static Violations imagesNeedFrontalImage(Element element, int i, Violations violations) {
    if (hasImages(element) && !hasFrontalImage(element)) {
      return violations.with(
          RuleViolation.error("images-need-frontal-image",
                  "An element with `images` needs a `frontalImage` as well, so add one.")
              .in("/inputs/elements/" + i)
              .at("/frontalImage", hasFrontalImage(element))
              .at("/images", hasImages(element)));
    }
    return violations;
  }

  /**
   * An element of {@code videos} stands alone, so leave out its {@code images} and {@code voices},
   * or its {@code videos}.
   */
  private static Violations elementVideosStandAlone(KlingVideo30OmniProRequest request,
      Violations violations) {
    Violations all = violations;
    List<Element> elements = inputsElements(request);
    if (elements != null) {
      for (int i = 0; i < elements.size(); i++) {
        all = elementVideosStandAlone(elements.get(i), i, all);
      }
    }
    return all;
  }

  private static Violations elementVideosStandAlone(Element element, int i, Violations violations) {
    if (hasVideos(element)
        && (hasImages(element) || hasVoices(element))) {
      return violations.with(
          RuleViolation.error("element-videos-stand-alone",
                  "An element of `videos` stands alone, so leave out its `images` and"
                      + " `voices`, or its `videos`.")
              .in("/inputs/elements/" + i)
              .at("/images", hasImages(element))
              .at("/voices", hasVoices(element))
              .at("/videos", hasVideos(element)));
    }
    return violations;
  }

  /** The parameters that rules name and the request provides, as bits. */
  private static long provided(KlingVideo30OmniProRequest request) {
    long provided = 0;
    provided |= request.outputType() == null ? 0 : OUTPUT_TYPE;
    provided |= request.ttl() == null ? 0 : TTL;
    Inputs inputs = request.inputs();
    if (inputs != null) {
      provided |= inputs.referenceImages() == null ? 0 : REFERENCE_IMAGES;
      provided |= inputs.frameImages() == null ? 0 : FRAME_IMAGES;
      provided |= inputs.video() == null ? 0 : VIDEO;
      provided |= inputs.referenceVideos() == null ? 0 : REFERENCE_VIDEOS;
      provided |= inputs.elements() == null ? 0 : ELEMENTS;
    }
    provided |= request.positivePrompt() == null ? 0 : POSITIVE_PROMPT;
    provided |= request.width() == null ? 0 : WIDTH;
    provided |= request.height() == null ? 0 : HEIGHT;
    provided |= request.resolution() == null ? 0 : RESOLUTION;
    provided |= request.duration() == null ? 0 : DURATION;
    provided |= request.providerSettings() == null ? 0 : PROVIDER_SETTINGS;
    ProviderSettings providerSettings = request.providerSettings();
    if (providerSettings != null) {
      Klingai klingai = providerSettings.klingai();
      if (klingai != null) {
        provided |= klingai.keepOriginalSound() == null ? 0 : KEEP_ORIGINAL_SOUND;
        provided |= klingai.multiPrompt() == null ? 0 : MULTI_PROMPT;
        provided |= klingai.sound() == null ? 0 : SOUND;
      }
    }
    return provided;
  }

  private static boolean has(long provided, long parameter) {
    return (provided & parameter) != 0;
  }

  private static @Nullable List<String> inputsReferenceImages(KlingVideo30OmniProRequest request) {
    Inputs parent = request.inputs();
    return parent == null ? null : parent.referenceImages();
  }

  private static @Nullable Klingai providerSettingsKlingai(KlingVideo30OmniProRequest request) {
    ProviderSettings parent = request.providerSettings();
    return parent == null ? null : parent.klingai();
  }

  private static @Nullable List<MultiPrompt> klingaiMultiPrompt(
      KlingVideo30OmniProRequest request) {
    Klingai parent = providerSettingsKlingai(request);
    return parent == null ? null : parent.multiPrompt();
  }

  private static boolean hasDuration(MultiPrompt multiPrompt) {
    return multiPrompt.duration() != null;
  }

  private static @Nullable List<Element> inputsElements(KlingVideo30OmniProRequest request) {
    Inputs parent = request.inputs();
    return parent == null ? null : parent.elements();
  }

  private static boolean hasPrompt(MultiPrompt multiPrompt) {
    return multiPrompt.prompt() != null;
  }

  private static boolean hasImages(Element element) {
    return element.images() != null;
  }

  private static boolean hasFrontalImage(Element element) {
    return element.frontalImage() != null;
  }

  private static boolean hasVideos(Element element) {
    return element.videos() != null;
  }

  private static boolean hasVoices(Element element) {
    return element.voices() != null;
  }
}
