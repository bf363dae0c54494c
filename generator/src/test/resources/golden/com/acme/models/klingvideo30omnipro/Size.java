package com.acme.models.klingvideo30omnipro;

import dev.callsheet.runtime.support.Generated;

/** The sizes that the model makes. */
@Generated
@SuppressWarnings({"deprecation", "doclint:missing", "ImmutableEnumChecker"})
public enum Size {
  /** 1080p (16:9): 1920 by 1080 pixels. */
  P1080_16X9(1920, 1080),

  /** 1080p (1:1): 1440 by 1440 pixels. */
  P1080_1X1(1440, 1440),

  /** 1080p (9:16): 1080 by 1920 pixels. */
  P1080_9X16(1080, 1920);

  private final int width;

  private final int height;

  Size(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** Width in pixels. */
  public int width() {
    return width;
  }

  /** Height in pixels. */
  public int height() {
    return height;
  }
}
