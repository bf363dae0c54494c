package dev.callsheet.sandbox.internal.codec;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** A picture in PNG, of 8 bits a colour. */
public final class PngWriter {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int NO_FILTER = 0;
  private static final int AS_ABOVE = 2;

  private PngWriter() {}

  /** The file of a picture. */
  public static byte[] write(CellPicture picture) {
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(picture.width())
            .putInt(picture.height())
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(SIGNATURE);
    file.writeBytes(chunk("IHDR", header));
    file.writeBytes(chunk("IDAT", pixels(picture)));
    file.writeBytes(chunk("IEND", new byte[0]));
    return file.toByteArray();
  }

  private static byte[] pixels(CellPicture picture) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    byte[] row = new byte[1 + 3 * picture.width()];
    try (DeflaterOutputStream out = new DeflaterOutputStream(compressed, deflater)) {
      for (int y = 0; y < picture.height(); y++) {
        boolean isRepeated = y % CellPicture.CELL != 0;
        row[0] = (byte) (isRepeated ? AS_ABOVE : NO_FILTER);
        for (int x = 0; x < picture.width(); x++) {
          int colour = isRepeated ? 0 : picture.colour(x / CellPicture.CELL, y / CellPicture.CELL);
          row[1 + 3 * x] = (byte) (colour >> 16);
          row[2 + 3 * x] = (byte) (colour >> 8);
          row[3 + 3 * x] = (byte) colour;
        }
        out.write(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory is always writable", e);
    } finally {
      deflater.end();
    }
    return compressed.toByteArray();
  }

  private static byte[] chunk(String name, byte[] content) {
    byte[] kind = name.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(kind);
    sum.update(content);
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(chunk)) {
      out.writeInt(content.length);
      out.write(kind);
      out.write(content);
      out.writeInt((int) sum.getValue());
    } catch (IOException e) {
      throw new UncheckedIOException("memory is always writable", e);
    }
    return chunk.toByteArray();
  }
}
