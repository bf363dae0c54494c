package dev.callsheet.sandbox.internal.codec;

import java.util.ArrayList;
import java.util.List;

/**
 * The frames of a film, encoded.
 *
 * @param width in pixels
 * @param height in pixels
 * @param framesPerSecond at least 1
 * @param milliseconds how long it is; its last frame may be shorter than the others
 * @param frames at least one, the first of which needs no other
 */
record EncodedVideo(
    int width, int height, int framesPerSecond, long milliseconds, List<Frame> frames) {
  /** One frame; a key frame needs no other. */
  static final class Frame {
    private final byte[] bytes;
    private final boolean isKey;

    Frame(byte[] bytes, boolean isKey) {
      this.bytes = bytes;
      this.isKey = isKey;
    }

    byte[] bytes() {
      return bytes;
    }

    boolean isKey() {
      return isKey;
    }
  }

  /** How many frames are from one key frame to the next, in seconds. */
  private static final int KEY_SECONDS = 2;

  static EncodedVideo of(Film film, VideoEncoder encoder) {
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < film.frameCount(); i++) {
      List<CellArea> changed = film.showFrame(i);
      boolean isKey = i % (KEY_SECONDS * film.framesPerSecond()) == 0;
      frames.add(
          new Frame(
              isKey
                  ? encoder.keyFrame(film.picture())
                  : encoder.changedFrame(film.picture(), changed),
              isKey));
    }
    return new EncodedVideo(
        film.picture().width(),
        film.picture().height(),
        film.framesPerSecond(),
        film.milliseconds(),
        frames);
  }
}
