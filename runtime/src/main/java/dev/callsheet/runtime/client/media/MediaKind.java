package dev.callsheet.runtime.client.media;

import java.util.Locale;

/** What a piece of media is for those who look at it or listen to it. */
public enum MediaKind {
  IMAGE,
  VIDEO,
  AUDIO,
  MODEL_3D,
  /** Several files in one. */
  ARCHIVE;

  /** The kind with its article, such as {@code an image}. */
  public String withArticle() {
    return switch (this) {
      case MODEL_3D -> "a 3D model";
      case VIDEO -> "a video";
      default -> "an " + name().toLowerCase(Locale.ROOT);
    };
  }
}
