package dev.callsheet.runtime.client.media;

import java.util.Locale;

/** Image, video, audio, and the other kinds of media. */
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
