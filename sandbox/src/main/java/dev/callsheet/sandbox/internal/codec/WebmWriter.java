package dev.callsheet.sandbox.internal.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** VP8 in WebM: a cluster from each key frame to the next, and before them where they are. */
public final class WebmWriter {
  private static final int EBML = 0x1A45DFA3;
  private static final int SEGMENT = 0x18538067;
  private static final int INFO = 0x1549A966;
  private static final int TRACKS = 0x1654AE6B;
  private static final int CUES = 0x1C53BB6B;
  private static final int CLUSTER = 0x1F43B675;
  private static final int NANOSECONDS = 1_000_000_000;
  private static final int IN_A_MILLISECOND = 1_000_000;

  private final EncodedVideo video;

  private WebmWriter(EncodedVideo video) {
    this.video = video;
  }

  /** The file of a film. */
  public static byte[] write(Film film) {
    CellPicture picture = film.picture();
    Vp8Encoder encoder = new Vp8Encoder(picture.width(), picture.height());
    return new WebmWriter(EncodedVideo.of(film, encoder)).file();
  }

  private byte[] file() {
    byte[] header =
        element(
            EBML,
            number(0x4286, 1),
            number(0x42F7, 1),
            number(0x42F2, 4),
            number(0x42F3, 8),
            text(0x4282, "webm"),
            number(0x4287, 2),
            number(0x4285, 2));
    byte[] info =
        element(
            INFO,
            number(0x2AD7B1, IN_A_MILLISECOND),
            element(0x4489, real((double) video.milliseconds())),
            text(0x4D80, "callsheet"),
            text(0x5741, "callsheet"));
    byte[] picture = element(0xE0, number(0xB0, video.width()), number(0xBA, video.height()));
    byte[] track =
        element(
            0xAE,
            number(0xD7, 1),
            number(0x73C5, 1),
            number(0x83, 1),
            number(0x9C, 0),
            text(0x86, "V_VP8"),
            number(0x23E383, NANOSECONDS / video.framesPerSecond()),
            picture);
    byte[] tracks = element(TRACKS, track);
    List<Integer> starts = clusterStarts();
    List<byte[]> clusters = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : video.frames().size();
      clusters.add(cluster(starts.get(i), end));
    }
    int before = info.length + tracks.length;
    byte[] cues = cues(starts, clusters, before);
    ByteArrayOutputStream segment = new ByteArrayOutputStream();
    segment.writeBytes(info);
    segment.writeBytes(tracks);
    segment.writeBytes(cues(starts, clusters, before + cues.length));
    clusters.forEach(segment::writeBytes);
    ByteArrayOutputStream file = new ByteArrayOutputStream(segment.size() + 64);
    file.writeBytes(header);
    file.writeBytes(element(SEGMENT, segment.toByteArray()));
    return file.toByteArray();
  }

  private List<Integer> clusterStarts() {
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < video.frames().size(); i++) {
      if (video.frames().get(i).isKey()) {
        starts.add(i);
      }
    }
    return starts;
  }

  /** Where the clusters begin, the first of them so many bytes behind the segment's head. */
  private byte[] cues(List<Integer> starts, List<byte[]> clusters, int first) {
    ByteArrayOutputStream points = new ByteArrayOutputStream();
    int position = first;
    for (int i = 0; i < starts.size(); i++) {
      byte[] place = element(0xB7, number(0xF7, 1), element(0xF1, longBytes(position)));
      points.writeBytes(element(0xBB, element(0xB3, longBytes(time(starts.get(i)))), place));
      position += clusters.get(i).length;
    }
    return element(CUES, points.toByteArray());
  }

  /** When a frame is shown, in milliseconds. */
  private long time(int frame) {
    return Math.round(frame * 1000.0 / video.framesPerSecond());
  }

  private byte[] cluster(int from, int to) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    long start = time(from);
    content.writeBytes(number(0xE7, start));
    for (int i = from; i < to; i++) {
      EncodedVideo.Frame frame = video.frames().get(i);
      boolean isLast = i == video.frames().size() - 1;
      // The key flag is of simple blocks; a block in a group is a key frame where it refers to
      // none.
      ByteBuffer block = ByteBuffer.allocate(4 + frame.bytes().length);
      block.put((byte) 0x81).putShort((short) (time(i) - start));
      block.put((byte) (frame.isKey() && !isLast ? 0x80 : 0)).put(frame.bytes());
      content.writeBytes(
          isLast ? lastBlock(block.array(), i, frame.isKey()) : element(0xA3, block.array()));
    }
    return element(CLUSTER, content.toByteArray());
  }

  /** The last frame is shown until the film is over. */
  private byte[] lastBlock(byte[] block, int frame, boolean isKey) {
    byte[] duration = number(0x9B, Math.max(1, video.milliseconds() - time(frame)));
    byte[] data = element(0xA1, block);
    return isKey
        ? element(0xA0, data, duration)
        : element(0xA0, data, duration, element(0xFB, new byte[] {-1}));
  }

  private static byte[] number(int id, long value) {
    int length = Math.max(1, (71 - Long.numberOfLeadingZeros(value)) / 8);
    byte[] all = longBytes(value);
    return element(id, Arrays.copyOfRange(all, 8 - length, 8));
  }

  private static byte[] text(int id, String text) {
    return element(id, text.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] real(double value) {
    return ByteBuffer.allocate(8).putDouble(value).array();
  }

  private static byte[] longBytes(long value) {
    return ByteBuffer.allocate(8).putLong(value).array();
  }

  /** An element: its name in as few bytes as it has, its length in eight, its parts. */
  private static byte[] element(int id, byte[]... parts) {
    int idLength = (39 - Integer.numberOfLeadingZeros(id)) / 8;
    int size = 0;
    for (byte[] part : parts) {
      size += part.length;
    }
    ByteBuffer element = ByteBuffer.allocate(idLength + 8 + size);
    for (int i = idLength - 1; i >= 0; i--) {
      element.put((byte) (id >> (8 * i)));
    }
    element.putLong((1L << 56) | size);
    for (byte[] part : parts) {
      element.put(part);
    }
    return element.array();
  }
}
