package dev.callsheet.sandbox.media;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The file formats that there are samples in, the usual one of each kind first. */
public enum Format {
  MP4(MediaKind.VIDEO, "video/mp4"),
  WEBM(MediaKind.VIDEO, "video/webm"),
  MOV(MediaKind.VIDEO, "video/quicktime"),
  JPG(MediaKind.IMAGE, "image/jpeg"),
  PNG(MediaKind.IMAGE, "image/png"),
  WEBP(MediaKind.IMAGE, "image/webp");

  private final MediaKind kind;
  private final String mediaType;

  Format(MediaKind kind, String mediaType) {
    this.kind = kind;
    this.mediaType = mediaType;
  }

  /** The format of that kind that a request calls {@code outputFormat: name}. */
  public static Optional<Format> named(MediaKind kind, String name) {
    return Arrays.stream(values())
        .filter(format -> format.kind == kind && format.name().equals(name))
        .findFirst();
  }

  /** The format to use where nobody asks for one. */
  public static Format usual(MediaKind kind) {
    return Arrays.stream(values()).filter(format -> format.kind == kind).findFirst().orElseThrow();
  }

  /** What it holds. */
  public MediaKind kind() {
    return kind;
  }

  /** What a server says in {@code Content-Type}. */
  public String mediaType() {
    return mediaType;
  }

  /** The ending of a file's name, without the dot. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }
}
