package dev.callsheet.linter.internal.input;

import java.io.IOException;

/** Bytes that need not be in memory. */
public interface ByteSource {
  /** How many there are. */
  long size() throws IOException;

  /**
   * Copies some, at least one where there is one.
   *
   * @param position of the first byte wanted
   * @return how many were copied
   */
  int read(long position, byte[] into, int at, int length) throws IOException;
}
