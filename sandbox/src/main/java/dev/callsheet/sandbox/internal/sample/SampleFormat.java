package dev.callsheet.sandbox.internal.sample;

import dev.callsheet.sandbox.internal.codec.FlacEncoder;
import dev.callsheet.sandbox.internal.codec.GlbWriter;
import dev.callsheet.sandbox.internal.codec.JpegWriter;
import dev.callsheet.sandbox.internal.codec.Mp3Writer;
import dev.callsheet.sandbox.internal.codec.Mp4Writer;
import dev.callsheet.sandbox.internal.codec.OggWriter;
import dev.callsheet.sandbox.internal.codec.PngWriter;
import dev.callsheet.sandbox.internal.codec.WavWriter;
import dev.callsheet.sandbox.internal.codec.WebmWriter;
import dev.callsheet.sandbox.internal.codec.WebpWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The file formats that samples are made in, the usual one of each kind first. */
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

  /** The format of that kind that a request calls {@code outputFormat: name}, in any case. */
  public static Optional<SampleFormat> find(SampleMediaKind kind, String name) {
    String wanted = name.equalsIgnoreCase("jpeg") ? JPG.name() : name.toUpperCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> format.kind == kind && format.name().equals(wanted))
        .findFirst();
  }

  /** The format to use where nobody asks for one. */
  public static SampleFormat defaultFor(SampleMediaKind kind) {
    return Arrays.stream(values()).filter(format -> format.kind == kind).findFirst().orElseThrow();
  }

  /** The names of all formats of a kind, for people. */
  public static String names(SampleMediaKind kind) {
    return Arrays.stream(values())
        .filter(format -> format.kind == kind)
        .map(Enum::name)
        .collect(Collectors.joining(", "));
  }

  /** What it holds. */
  public SampleMediaKind kind() {
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

  /** The file of a sample. */
  byte[] write(SampleDescription description) {
    return switch (this) {
      case MP4 -> Mp4Writer.write(new SampleFilm(description), Mp4Writer.Brand.MP4);
      case MOV -> Mp4Writer.write(new SampleFilm(description), Mp4Writer.Brand.QUICKTIME);
      case WEBM -> WebmWriter.write(new SampleFilm(description));
      case JPG -> JpegWriter.write(SamplePicture.of(description));
      case PNG -> PngWriter.write(SamplePicture.of(description));
      case WEBP -> WebpWriter.write(SamplePicture.of(description));
      case SVG -> SampleDrawing.of(description);
      case MP3 ->
          Mp3Writer.write(
              new SampleMelody(description, Mp3Writer::hasSampleRate),
              description.audio().kilobits());
      case WAV -> WavWriter.write(new SampleMelody(description));
      case FLAC -> FlacEncoder.write(new SampleMelody(description));
      case OGG -> OggWriter.write(new SampleMelody(description));
      case GLB -> GlbWriter.write(SampleSculpture.boxes(description));
    };
  }
}
