package dev.callsheet.sandbox.media;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The file formats that there are clips in. */
public enum Container {
  MP4("video/mp4"),
  WEBM("video/webm"),
  MOV("video/quicktime");

  private final String mediaType;

  Container(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The format that a request calls {@code outputFormat: name}. */
  public static Optional<Container> named(String name) {
    return Arrays.stream(values()).filter(container -> container.name().equals(name)).findFirst();
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
