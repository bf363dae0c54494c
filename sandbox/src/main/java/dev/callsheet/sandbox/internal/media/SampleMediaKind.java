package dev.callsheet.sandbox.internal.media;

import java.util.Locale;

/** The kinds of media that there are samples of. */
public enum SampleMediaKind {
  IMAGE,
  VIDEO;

  /** A field of a result of this kind, such as {@code imageURL} for the ending {@code URL}. */
  public String fieldName(String ending) {
    return name().toLowerCase(Locale.ROOT) + ending;
  }
}
