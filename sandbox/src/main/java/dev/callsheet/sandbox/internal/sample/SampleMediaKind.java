package dev.callsheet.sandbox.internal.sample;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of media that there are samples of, by their word in specs. */
public enum SampleMediaKind {
  IMAGE("image"),
  VIDEO("video"),
  AUDIO("audio"),
  MODEL_3D("3d");

  private final String keyword;

  SampleMediaKind(String keyword) {
    this.keyword = keyword;
  }

  /** The kind that a spec calls {@code media: keyword}. */
  public static Optional<SampleMediaKind> find(String keyword) {
    return Arrays.stream(values()).filter(kind -> kind.keyword.equals(keyword)).findFirst();
  }
}
