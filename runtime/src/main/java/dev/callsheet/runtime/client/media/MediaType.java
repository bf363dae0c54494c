package dev.callsheet.runtime.client.media;

import static dev.callsheet.runtime.MediaKind.ARCHIVE;
import static dev.callsheet.runtime.MediaKind.AUDIO;
import static dev.callsheet.runtime.MediaKind.IMAGE;
import static dev.callsheet.runtime.MediaKind.MODEL_3D;
import static dev.callsheet.runtime.MediaKind.VIDEO;

import dev.callsheet.runtime.MediaKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The file formats that models take and make: their kind, their name in {@code Content-Type}, the
 * bytes they are known by (as Latin-1, some of several ones) and where those stand, and their file
 * name extensions, the usual one first.
 */
public enum MediaType {
  MP4(VIDEO, "video/mp4", 4, "ftyp", "mp4 m4v"),
  MOV(VIDEO, "video/quicktime", 4, "ftypqt|moov|mdat", "mov qt"),
  WEBM(VIDEO, "video/webm", 0, "\u001aE\u00df\u00a3", "webm mkv"),
  AVI(VIDEO, "video/x-msvideo", 8, "AVI ", "avi"),
  PNG(IMAGE, "image/png", 0, "\u0089PNG", "png"),
  JPEG(IMAGE, "image/jpeg", 0, "\u00ff\u00d8\u00ff", "jpg jpeg"),
  WEBP(IMAGE, "image/webp", 8, "WEBP", "webp"),
  GIF(IMAGE, "image/gif", 0, "GIF8", "gif"),
  AVIF(IMAGE, "image/avif", 4, "ftypavif|ftypavis", "avif"),
  HEIC(
      IMAGE, "image/heic", 4, "ftypheic|ftypheix|ftyphevc|ftyphevx|ftypmif1|ftypmsf1", "heic heif"),
  BMP(IMAGE, "image/bmp", 0, "BM", "bmp"),
  SVG(IMAGE, "image/svg+xml", 0, "<svg", "svg"),
  MP3(AUDIO, "audio/mpeg", 0, "ID3", "mp3"),
  MPEG_AUDIO(
      AUDIO,
      "audio/mpeg",
      0,
      "\u00ff\u00fb|\u00ff\u00fa|\u00ff\u00f3|\u00ff\u00f2|\u00ff\u00e3|\u00ff\u00e2",
      "mp3"),
  M4A(AUDIO, "audio/mp4", 4, "ftypM4A", "m4a"),
  WAV(AUDIO, "audio/wav", 8, "WAVE", "wav"),
  FLAC(AUDIO, "audio/flac", 0, "fLaC", "flac"),
  OGG(AUDIO, "audio/ogg", 0, "OggS", "ogg opus oga"),
  GLB(MODEL_3D, "model/gltf-binary", 0, "glTF", "glb"),
  ZIP(ARCHIVE, "application/zip", 0, "PK\u0003\u0004", "zip");

  /** How many of a file's first bytes identify its type. */
  public static final int SIGNATURE_LENGTH = 16;

  private final MediaKind kind;
  private final String contentType;
  private final int offset;
  private final String signatures;
  private final String extensions;

  MediaType(MediaKind kind, String contentType, int offset, String signatures, String extensions) {
    this.kind = kind;
    this.contentType = contentType;
    this.offset = offset;
    this.signatures = signatures;
    this.extensions = extensions;
  }

  /** The type that a {@code Content-Type} names, whatever parameters follow it. */
  public static Optional<MediaType> ofContentType(String header) {
    var name = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(type -> type.contentType.equals(name)).findFirst();
  }

  /** The type whose signature the first bytes bear: the longest, where several do. */
  public static Optional<MediaType> ofBytes(byte[] start) {
    var text = new String(start, StandardCharsets.ISO_8859_1);
    return Arrays.stream(values())
        .filter(type -> type.signatureLength(text) > 0)
        .max(Comparator.comparingInt(type -> type.signatureLength(text)));
  }

  /** The length of the longest of its signatures that a file begins with; 0 if there is none. */
  private int signatureLength(String start) {
    return signatures()
        .filter(signature -> start.startsWith(signature, offset))
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  /** What a file of this type can have at its {@link #offset}, as Latin-1. */
  Stream<String> signatures() {
    return Arrays.stream(signatures.split("\\|", -1));
  }

  /** Where its signature stands. */
  int offset() {
    return offset;
  }

  /** Whether its files can be media of a kind: some containers hold pictures or sound alone. */
  public boolean canHold(MediaKind wanted) {
    if (kind == wanted) {
      return true;
    }
    return switch (wanted) {
      case AUDIO -> this == MP4 || this == MOV || this == WEBM;
      case VIDEO -> this == OGG;
      case MODEL_3D -> this == ZIP;
      case IMAGE, ARCHIVE -> false;
    };
  }

  /** What it holds. */
  public MediaKind kind() {
    return kind;
  }

  /** Its name in {@code Content-Type} and in data URIs. */
  public String contentType() {
    return contentType;
  }

  /** The usual extension, without a dot. */
  public String extension() {
    return extensions.split(" ", 2)[0];
  }

  /** The type whose files may have that extension, in small letters and without a dot. */
  public static Optional<MediaType> ofExtension(String extension) {
    return Arrays.stream(values()).filter(type -> type.hasExtension(extension)).findFirst();
  }

  /** Whether files of this type may have that extension, in small letters and without a dot. */
  public boolean hasExtension(String extension) {
    return Arrays.asList(extensions.split(" ", -1)).contains(extension);
  }
}
