package dev.callsheet.sandbox.internal.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A sound in Ogg, as FLAC: a page for each of its packets. */
public final class OggWriter {
  private static final int FIRST = 2;
  private static final int LAST = 4;
  private static final int SEGMENT = 255;
  private static final int COMMENTS = 4;

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private int pages;

  private OggWriter() {}

  /** The file of a sound. */
  public static byte[] write(Sound sound) {
    FlacEncoder flac = new FlacEncoder(sound);
    OggWriter ogg = new OggWriter();
    byte[] info = flac.streamInfo(false);
    ByteBuffer head = ByteBuffer.allocate(13 + info.length);
    head.put((byte) 0x7F).put(text("FLAC")).put((byte) 1).put((byte) 0).putShort((short) 1);
    ogg.page(head.put(text("fLaC")).put(info).array(), FIRST, 0);
    byte[] maker = text("callsheet");
    ByteBuffer comments = ByteBuffer.allocate(12 + maker.length).order(ByteOrder.LITTLE_ENDIAN);
    comments.put(new byte[] {(byte) (0x80 | COMMENTS), 0, 0, (byte) (8 + maker.length)});
    ogg.page(comments.putInt(maker.length).put(maker).putInt(0).array(), 0, 0);
    long samples = 0;
    for (int i = 0; i < flac.frameCount(); i++) {
      samples += flac.length(i);
      ogg.page(flac.frame(i), i == flac.frameCount() - 1 ? LAST : 0, samples);
    }
    return ogg.file.toByteArray();
  }

  /** A packet of less than 64 KiB in a page of its own, with the samples that end in it. */
  private void page(byte[] packet, int flags, long position) {
    int segments = packet.length / SEGMENT + 1;
    ByteBuffer page =
        ByteBuffer.allocate(27 + segments + packet.length).order(ByteOrder.LITTLE_ENDIAN);
    page.put(text("OggS")).put((byte) 0).put((byte) flags).putLong(position);
    page.putInt(1).putInt(pages++).putInt(0).put((byte) segments);
    for (int i = 1; i < segments; i++) {
      page.put((byte) SEGMENT);
    }
    page.put((byte) (packet.length % SEGMENT)).put(packet);
    file.writeBytes(page.putInt(22, Checksum.OF_OGG_PAGE.of(page.array())).array());
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
