package dev.callsheet.sandbox.internal.codec;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** H.264 in the boxes of MP4 or QuickTime; what describes the frames comes before them. */
public final class Mp4Writer {
  private static final int MATRIX_LENGTH = 9;
  private static final int MILLISECONDS = 1000;

  /** The two file formats that are made of the same boxes. */
  public enum Brand {
    MP4("isom", 0x200, "isomiso2avc1mp41"),
    QUICKTIME("qt  ", 0, "qt  ");

    private final String name;
    private final int version;
    private final String compatible;

    Brand(String name, int version, String compatible) {
      this.name = name;
      this.version = version;
      this.compatible = compatible;
    }
  }

  private interface Content {
    void write(DataOutputStream out) throws IOException;
  }

  private final Brand brand;
  private final EncodedVideo video;
  private final byte[] configuration;

  private Mp4Writer(Brand brand, EncodedVideo video, byte[] configuration) {
    this.brand = brand;
    this.video = video;
    this.configuration = configuration;
  }

  /** The file of a film. */
  public static byte[] write(Film film, Brand brand) {
    CellPicture picture = film.picture();
    H264Encoder encoder =
        new H264Encoder(picture.width(), picture.height(), film.framesPerSecond());
    EncodedVideo video = EncodedVideo.of(film, encoder);
    return new Mp4Writer(brand, video, encoder.configuration()).file();
  }

  private byte[] file() {
    byte[] type =
        box(
            "ftyp",
            out -> {
              text(out, brand.name);
              out.writeInt(brand.version);
              text(out, brand.compatible);
            });
    int first = type.length + movie(0).length + 8;
    byte[] movie = movie(first);
    byte[] data = box("mdat", this::frames);
    ByteArrayOutputStream file = new ByteArrayOutputStream(first + data.length);
    file.writeBytes(type);
    file.writeBytes(movie);
    file.writeBytes(data);
    return file.toByteArray();
  }

  private void frames(DataOutputStream out) throws IOException {
    for (EncodedVideo.Frame frame : video.frames()) {
      out.write(frame.bytes());
    }
  }

  private byte[] movie(int first) {
    byte[] header =
        fullBox(
            "mvhd",
            0,
            out -> {
              zeros(out, 2);
              out.writeInt(MILLISECONDS);
              out.writeInt((int) video.milliseconds());
              out.writeInt(0x0001_0000); // as fast as it was made
              out.writeShort(0x0100);
              zeros(out, 2);
              out.writeShort(0);
              matrix(out);
              zeros(out, 6);
              out.writeInt(2);
            });
    byte[] track =
        boxes("trak", trackHeader(), boxes("mdia", mediaHeader(), handler("vide"), info(first)));
    return boxes("moov", header, track);
  }

  private byte[] trackHeader() {
    return fullBox(
        "tkhd",
        3,
        out -> {
          zeros(out, 2);
          out.writeInt(1);
          zeros(out, 1);
          out.writeInt((int) video.milliseconds());
          zeros(out, 4);
          matrix(out);
          out.writeInt(video.width() << 16);
          out.writeInt(video.height() << 16);
        });
  }

  /** Ticks a second: a frame takes as many ticks as a second has milliseconds. */
  private int timescale() {
    return MILLISECONDS * video.framesPerSecond();
  }

  private long duration() {
    return video.milliseconds() * video.framesPerSecond();
  }

  private byte[] mediaHeader() {
    return fullBox(
        "mdhd",
        0,
        out -> {
          zeros(out, 2);
          out.writeInt(timescale());
          out.writeInt((int) duration());
          out.writeShort(0x55C4); // no language
          out.writeShort(0);
        });
  }

  private byte[] handler(String kind) {
    return fullBox(
        "hdlr",
        0,
        out -> {
          text(out, brand == Brand.QUICKTIME ? "mhlr" : "\0\0\0\0");
          text(out, kind);
          zeros(out, 3);
          out.writeByte(0);
        });
  }

  private byte[] info(int first) {
    byte[] visual = fullBox("vmhd", 1, out -> out.write(new byte[8]));
    byte[] here = fullBox("url ", 1, out -> {});
    byte[] references =
        fullBox(
            "dref",
            0,
            out -> {
              out.writeInt(1);
              out.write(here);
            });
    return boxes("minf", visual, boxes("dinf", references), samples(first));
  }

  private byte[] samples(int first) {
    int count = video.frames().size();
    byte[] description =
        fullBox(
            "stsd",
            0,
            out -> {
              out.writeInt(1);
              out.write(entry());
            });
    byte[] times =
        fullBox(
            "stts",
            0,
            out -> {
              out.writeInt(2);
              out.writeInt(count - 1);
              out.writeInt(MILLISECONDS);
              out.writeInt(1);
              out.writeInt((int) (duration() - (count - 1L) * MILLISECONDS));
            });
    byte[] keys =
        fullBox(
            "stss",
            0,
            out -> {
              out.writeInt((int) video.frames().stream().filter(EncodedVideo.Frame::isKey).count());
              for (int i = 0; i < count; i++) {
                if (video.frames().get(i).isKey()) {
                  out.writeInt(i + 1);
                }
              }
            });
    byte[] chunks =
        fullBox(
            "stsc",
            0,
            out -> {
              out.writeInt(1);
              out.writeInt(1);
              out.writeInt(count);
              out.writeInt(1);
            });
    byte[] sizes =
        fullBox(
            "stsz",
            0,
            out -> {
              out.writeInt(0);
              out.writeInt(count);
              for (EncodedVideo.Frame frame : video.frames()) {
                out.writeInt(frame.bytes().length);
              }
            });
    byte[] offsets =
        fullBox(
            "stco",
            0,
            out -> {
              out.writeInt(1);
              out.writeInt(first);
            });
    return boxes("stbl", description, times, keys, chunks, sizes, offsets);
  }

  private byte[] entry() {
    return box(
        "avc1",
        out -> {
          zeros(out, 1);
          out.writeShort(0);
          out.writeShort(1);
          zeros(out, 4);
          out.writeShort(video.width());
          out.writeShort(video.height());
          out.writeInt(0x0048_0000); // pixels an inch, either way
          out.writeInt(0x0048_0000);
          zeros(out, 1);
          out.writeShort(1);
          out.write(new byte[32]);
          out.writeShort(24);
          out.writeShort(-1);
          out.write(box("avcC", avc -> avc.write(configuration)));
        });
  }

  private static void matrix(DataOutputStream out) throws IOException {
    for (int i = 0; i < MATRIX_LENGTH; i++) {
      out.writeInt(i == 8 ? 0x4000_0000 : i % 4 == 0 ? 0x0001_0000 : 0);
    }
  }

  private static void zeros(DataOutputStream out, int count) throws IOException {
    out.write(new byte[4 * count]);
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] boxes(String name, byte[]... boxes) {
    return box(
        name,
        out -> {
          for (byte[] each : boxes) {
            out.write(each);
          }
        });
  }

  private static byte[] fullBox(String name, int flags, Content content) {
    return box(
        name,
        out -> {
          out.writeInt(flags);
          content.write(out);
        });
  }

  private static byte[] box(String name, Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(0);
      text(out, name);
      content.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory is always writable", e);
    }
    byte[] box = bytes.toByteArray();
    ByteBuffer.wrap(box).putInt(0, box.length);
    return box;
  }
}
