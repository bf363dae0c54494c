package dev.callsheet.runtime.internal.duration;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;

/** The bytes of a file, from the first to the last, and the numbers that they make. */
final class MediaByteReader {
  private final InputStream in;
  private long position;

  /**
   * A file.
   *
   * @param start its first bytes
   * @param rest what follows them
   */
  MediaByteReader(byte[] start, InputStream rest) {
    this.in = new SequenceInputStream(new ByteArrayInputStream(start), rest);
  }

  /** How many bytes were read or skipped. */
  long position() {
    return position;
  }

  /** The next byte; -1 at the end. */
  int nextOrEnd() throws IOException {
    int next = in.read();
    position += next < 0 ? 0 : 1;
    return next;
  }

  /** The next bytes. */
  byte[] bytes(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    position += bytes.length;
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  /** The next bytes as Latin-1. */
  String text(int length) throws IOException {
    return new String(bytes(length), StandardCharsets.ISO_8859_1);
  }

  /** The number of up to eight bytes, the highest first. */
  long number(int length) throws IOException {
    long number = 0;
    for (byte each : bytes(length)) {
      number = number << 8 | (each & 0xff);
    }
    return number;
  }

  /** The number of up to eight bytes, the lowest first. */
  long littleEndian(int length) throws IOException {
    long number = 0;
    byte[] bytes = bytes(length);
    for (int i = length - 1; i >= 0; i--) {
      number = number << 8 | (bytes[i] & 0xff);
    }
    return number;
  }

  /** Passes bytes over. */
  void skip(long length) throws IOException {
    if (skipAtMost(length) < length) {
      throw new EOFException();
    }
  }

  /** Passes bytes over, as many as there are; returns how many these were. */
  long skipAtMost(long length) throws IOException {
    long left = length;
    while (left > 0) {
      long skipped = in.skip(left);
      if (skipped <= 0) {
        if (in.read() < 0) {
          break;
        }
        skipped = 1;
      }
      left -= skipped;
    }
    position += length - left;
    return length - left;
  }
}
