package dev.callsheet.runtime;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Image, video, audio, and the other kinds of media. */
public enum MediaKind {
  IMAGE,
  VIDEO,
  AUDIO,
  MODEL_3D,
  /** Several files in one. */
  ARCHIVE;

  /** The kind that a spec calls so, such as {@code image}; empty for a word that is none. */
  public static Optional<MediaKind> named(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }

  /** How its names in {@code Content-Type} and data URIs begin, such as {@code image/}. */
  public String contentTypePrefix() {
    return switch (this) {
      case IMAGE -> "image/";
      case VIDEO -> "video/";
      case AUDIO -> "audio/";
      case MODEL_3D -> "model/";
      case ARCHIVE -> "application/";
    };
  }

  /** The kind with its article, such as {@code an image}. */
  public String withArticle() {
    return switch (this) {
      case MODEL_3D -> "a 3D model";
      case VIDEO -> "a video";
      default -> "an " + name().toLowerCase(Locale.ROOT);
    };
  }
}
