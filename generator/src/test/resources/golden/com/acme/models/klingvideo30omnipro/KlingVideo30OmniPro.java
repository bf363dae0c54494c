package com.acme.models.klingvideo30omnipro;

import dev.callsheet.runtime.Checker;
import dev.callsheet.runtime.ModelType;
import dev.callsheet.runtime.support.Generated;
import java.util.List;
import java.util.Objects;

/**
 * Kling VIDEO 3.0 Omni Pro: One model for HD clips from text, images or video, with sound of its
 * own.
 *
 * <p>Generates HD video from a text or from frame images and can add a soundtrack in the same pass.
 * It favours detail, believable motion and subjects that stay themselves from shot to shot;
 * references and reusable elements steer what it shows, and a prompt can rework an existing video
 * while keeping its continuity.
 *
 * <p>Prices in USD, for each s of duration, or of inputs.video where it is given, times
 * numberResults:
 *
 * <ul>
 *   <li>1080p \u00b7 1s \u00b7 (no video input + no audio): 0.112
 *   <li>1080p \u00b7 1s \u00b7 (no video input + audio): 0.14
 *   <li>1080p \u00b7 1s \u00b7 (video input + no audio): 0.168
 * </ul>
 *
 * @see <a href="https://runware.ai/docs/models/klingai-video-3-0-omni-pro">documentation</a>
 */
@Generated
@SuppressWarnings({"deprecation", "doclint:missing", "ImmutableEnumChecker"})
public final class KlingVideo30OmniPro {
  /** The model's identifier, as its platform has it. */
  public static final String ID = "klingai:kling-video@o3-pro";

  /** The model's name for people. */
  public static final String NAME = "Kling VIDEO 3.0 Omni Pro";

  /** The model as the client knows it. */
  public static final ModelType<KlingVideo30OmniProRequest, KlingVideo30OmniProResult> MODEL = new ModelType<>(
      "runware", ID, NAME, new KlingVideo30OmniProChecker(), KlingVideo30OmniProResult.class);

  private KlingVideo30OmniPro() {
  }

  /**
   * A video of a chosen size, from the prompt and whatever it refers to.
   *
   * @param size the size to make
   */
  public static TextToVideo.NeedsPromptSource textToVideo(Size size) {
    Objects.requireNonNull(size, "size");
    KlingVideo30OmniProRequest.Builder builder = request();
    builder.width(size.width()).height(size.height());
    return new TextToVideo.NeedsPromptSource(builder);
  }

  /**
   * A video that begins or ends with given images, in their proportions.
   *
   * @param frameImages Images to use as frames of the video: each a bare image, or an object that
   *     also says which frame it is.
   */
  public static ImageToVideo.NeedsPromptSource imageToVideo(List<FrameImage> frameImages) {
    Objects.requireNonNull(frameImages, "frameImages");
    KlingVideo30OmniProRequest.Builder builder = request();
    builder.inputs(inputs -> inputs.frameImages(frameImages));
    return new ImageToVideo.NeedsPromptSource(builder);
  }

  /**
   * A video that begins or ends with given images, in their proportions.
   *
   * @param frameImages Images to use as frames of the video: each a bare image, or an object that
   *     also says which frame it is.
   */
  public static ImageToVideo.NeedsPromptSource imageToVideo(FrameImage... frameImages) {
    Objects.requireNonNull(frameImages, "frameImages");
    KlingVideo30OmniProRequest.Builder builder = request();
    builder.inputs(inputs -> inputs.frameImages(frameImages));
    return new ImageToVideo.NeedsPromptSource(builder);
  }

  /**
   * A given video, reworked as the prompt says.
   *
   * @param video The video to edit as the prompt says. The result has its dimensions and its
   *     duration. A UUID or a URL.
   */
  public static Edit.NeedsPromptSource edit(String video) {
    Objects.requireNonNull(video, "video");
    KlingVideo30OmniProRequest.Builder builder = request();
    builder.inputs(inputs -> inputs.video(video));
    return new Edit.NeedsPromptSource(builder);
  }

  /** A request with nothing set, for programs that only know at run time how they use the model. */
  public static KlingVideo30OmniProRequest.Builder request() {
    return KlingVideo30OmniProRequest.builder();
  }

  /** Checks requests by every rule of the model. */
  public static Checker<KlingVideo30OmniProRequest> checker() {
    return MODEL.checker();
  }
}
