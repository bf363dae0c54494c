package dev.callsheet.generator.incremental;

import java.util.zip.CRC32C;

/**
 * Tells whether a file is as it was written. Processors have an instruction for it, which even code
 * that is run once gets, while a SHA-256 of all that was generated takes a third of a run that has
 * little to generate.
 */
final class Checksum {
  private Checksum() {}

  /** The length and the CRC-32C of a content. */
  static String of(byte[] content) {
    CRC32C sum = new CRC32C();
    sum.update(content);
    return content.length + "-" + Long.toHexString(sum.getValue());
  }
}
