package dev.callsheet.runtime.client.download;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of media that models make: their name in {@code Content-Type}, the bytes they are known
 * by (as Latin-1), and their file name extensions, the usual one first.
 */
enum MediaType {
  MP4("video/mp4", 4, "ftyp", "mp4 m4v"),
  MOV("video/quicktime", 4, "ftypqt", "mov qt"),
  WEBM("video/webm", 0, "\u001aE\u00df\u00a3", "webm"),
  PNG("image/png", 0, "\u0089PNG", "png"),
  JPEG("image/jpeg", 0, "\u00ff\u00d8\u00ff", "jpg jpeg"),
  WEBP("image/webp", 8, "WEBP", "webp"),
  GIF("image/gif", 0, "GIF8", "gif"),
  AVIF("image/avif", 4, "ftypavif", "avif"),
  SVG("image/svg+xml", 0, "<svg", "svg"),
  MP3("audio/mpeg", 0, "ID3", "mp3"),
  WAV("audio/wav", 8, "WAVE", "wav"),
  FLAC("audio/flac", 0, "fLaC", "flac"),
  OGG("audio/ogg", 0, "OggS", "ogg opus oga"),
  GLB("model/gltf-binary", 0, "glTF", "glb"),
  ZIP("application/zip", 0, "PK\u0003\u0004", "zip");

  private final String contentType;
  private final int offset;
  private final String signature;
  private final String extensions;

  MediaType(String contentType, int offset, String signature, String extensions) {
    this.contentType = contentType;
    this.offset = offset;
    this.signature = signature;
    this.extensions = extensions;
  }

  /** The type that a {@code Content-Type} names, whatever parameters follow it. */
  static Optional<MediaType> ofContentType(String header) {
    var name = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(type -> type.contentType.equals(name)).findFirst();
  }

  /** The type whose signature the first bytes bear: the longest, where several do. */
  static Optional<MediaType> ofBytes(byte[] start) {
    var text = new String(start, StandardCharsets.ISO_8859_1);
    return Arrays.stream(values())
        .filter(type -> text.startsWith(type.signature, type.offset))
        .max(Comparator.comparingInt(type -> type.signature.length()));
  }

  /** The usual extension, without a dot. */
  String extension() {
    return extensions.split(" ", 2)[0];
  }

  boolean hasExtension(String extension) {
    return Arrays.asList(extensions.split(" ", -1)).contains(extension);
  }
}
