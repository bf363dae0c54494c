package dev.callsheet.sandbox.internal.codec;

import java.util.List;

/** A picture that changes from frame to frame. */
public interface Film {
  /** What is shown now; always the same picture, of an even number of pixels either way. */
  CellPicture picture();

  /** Frames a second, at least 1. */
  int framesPerSecond();

  /** How long it is, in milliseconds. */
  long milliseconds();

  /**
   * Has the picture show a frame, the one after that shown before.
   *
   * @param number of the frame, from 0
   * @return what is different from the frame before it
   */
  List<CellArea> showFrame(int number);

  /** How many frames begin before it is over, at least 1. */
  default int frameCount() {
    return (int) Math.max(1, (milliseconds() * framesPerSecond() + 999) / 1000);
  }
}
