package dev.callsheet.sandbox.internal.media;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The file formats that there are samples in, the usual one of each kind first. */
public enum SampleFormat {
  MP4(SampleMediaKind.VIDEO, "video/mp4"),
  WEBM(SampleMediaKind.VIDEO, "video/webm"),
  MOV(SampleMediaKind.VIDEO, "video/quicktime"),
  JPG(SampleMediaKind.IMAGE, "image/jpeg"),
  PNG(SampleMediaKind.IMAGE, "image/png"),
  WEBP(SampleMediaKind.IMAGE, "image/webp"),
  SVG(SampleMediaKind.IMAGE, "image/svg+xml"),
  MP3(SampleMediaKind.AUDIO, "audio/mpeg"),
  WAV(SampleMediaKind.AUDIO, "audio/wav"),
  FLAC(SampleMediaKind.AUDIO, "audio/flac"),
  OGG(SampleMediaKind.AUDIO, "audio/ogg"),
  GLB(SampleMediaKind.MODEL_3D, "model/gltf-binary");

  private final SampleMediaKind kind;
  private final String mediaType;

  SampleFormat(SampleMediaKind kind, String mediaType) {
    this.kind = kind;
    this.mediaType = mediaType;
  }

  /** The format of that kind that a request calls {@code outputFormat: name}. */
  public static Optional<SampleFormat> find(SampleMediaKind kind, String name) {
    return Arrays.stream(values())
        .filter(format -> format.kind == kind && format.name().equals(name))
        .findFirst();
  }

  /** The format to use where nobody asks for one. */
  public static SampleFormat defaultFor(SampleMediaKind kind) {
    return Arrays.stream(values()).filter(format -> format.kind == kind).findFirst().orElseThrow();
  }

  /** What it holds. */
  public SampleMediaKind kind() {
    return kind;
  }

  /** What a server says in {@code HostedMediaContent-Type}. */
  public String mediaType() {
    return mediaType;
  }

  /** The ending of a file's name, without the dot. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }
}
