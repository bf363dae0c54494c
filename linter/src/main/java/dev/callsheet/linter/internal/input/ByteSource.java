package dev.callsheet.linter.internal.input;

import java.io.IOException;

/** Bytes at random access, which need not be in memory. */
public interface ByteSource {
  /** How many bytes there are. */
  long size() throws IOException;

  /**
   * Copies some bytes, at least one if there is one.
   *
   * @param position of the first byte wanted
   * @return how many were copied
   */
  int read(long position, byte[] into, int at, int length) throws IOException;
}
