package dev.callsheet.sandbox.internal.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A picture in WebP: a key frame of VP8 in a file of its own. */
public final class WebpWriter {
  private WebpWriter() {}

  /** The file of a picture. */
  public static byte[] write(CellPicture picture) {
    byte[] frame = new Vp8Encoder(picture.width(), picture.height()).keyFrame(picture);
    int padded = frame.length + frame.length % 2;
    ByteBuffer file = ByteBuffer.allocate(20 + padded).order(ByteOrder.LITTLE_ENDIAN);
    file.put(text("RIFF")).putInt(12 + padded).put(text("WEBPVP8 "));
    return file.putInt(frame.length).put(frame).array();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
