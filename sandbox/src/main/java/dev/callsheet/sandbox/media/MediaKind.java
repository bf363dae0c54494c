package dev.callsheet.sandbox.media;

import java.util.Locale;

/** The kinds of media that there are samples of. */
public enum MediaKind {
  IMAGE,
  VIDEO;

  /** A field of a result of this kind, such as {@code imageURL} for the ending {@code URL}. */
  public String field(String ending) {
    return name().toLowerCase(Locale.ROOT) + ending;
  }
}
