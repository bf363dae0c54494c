package dev.callsheet.sandbox.internal.media;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the size of a picture from the beginning of its file: PNG, GIF, WEBP and JPEG. */
final class PictureHeader {
  /** As much of a file as has it: in a JPEG, it comes behind what cameras write. */
  static final int LENGTH = 1 << 20;

  private PictureHeader() {}

  /** The size; empty where the file is of another format, or not as that has it. */
  static Optional<PixelSize> size(byte[] file) {
    if (begins(file, 1, "PNG") && file.length >= 24) {
      ByteBuffer header = ByteBuffer.wrap(file);
      return positive(header.getInt(16), header.getInt(20));
    }
    if (begins(file, 0, "GIF8") && file.length >= 10) {
      ByteBuffer header = littleEndian(file);
      return positive(header.getShort(6) & 0xffff, header.getShort(8) & 0xffff);
    }
    if (begins(file, 0, "RIFF") && begins(file, 8, "WEBP") && file.length >= 30) {
      return webp(file);
    }
    boolean isJpeg = file.length > 2 && (file[0] & 0xff) == 0xff && (file[1] & 0xff) == 0xd8;
    return isJpeg ? jpeg(file) : Optional.empty();
  }

  private static Optional<PixelSize> webp(byte[] file) {
    ByteBuffer header = littleEndian(file);
    if (begins(file, 12, "VP8X")) {
      return positive((header.getInt(24) & 0xffffff) + 1, (header.getInt(26) >>> 8) + 1);
    }
    if (begins(file, 12, "VP8L")) {
      int bits = header.getInt(21);
      return positive((bits & 0x3fff) + 1, (bits >>> 14 & 0x3fff) + 1);
    }
    return positive(header.getShort(26) & 0x3fff, header.getShort(28) & 0x3fff);
  }

  /** From segment to segment, up to the one that begins a frame. */
  private static Optional<PixelSize> jpeg(byte[] file) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file, 2, file.length))) {
      while (true) {
        int marker = in.readUnsignedShort();
        while (marker == 0xffff) { // any number of 0xff may come before one
          marker = 0xff00 | in.readUnsignedByte();
        }
        int length = in.readUnsignedShort();
        boolean isFrame =
            marker >= 0xffc0
                && marker <= 0xffcf
                && marker != 0xffc4
                && marker != 0xffc8
                && marker != 0xffcc;
        if (isFrame) {
          in.readUnsignedByte(); // bits a sample
          int height = in.readUnsignedShort();
          return positive(in.readUnsignedShort(), height);
        }
        if (marker < 0xff00 || in.skipBytes(length - 2) < length - 2) {
          return Optional.empty();
        }
      }
    } catch (IOException end) {
      return Optional.empty();
    }
  }

  private static boolean begins(byte[] file, int from, String text) {
    return file.length >= from + text.length()
        && new String(file, from, text.length(), StandardCharsets.ISO_8859_1).equals(text);
  }

  private static ByteBuffer littleEndian(byte[] file) {
    return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static Optional<PixelSize> positive(int width, int height) {
    return width > 0 && height > 0 ? Optional.of(new PixelSize(width, height)) : Optional.empty();
  }
}
