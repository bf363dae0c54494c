package dev.callsheet.runtime.internal.hash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash function that every Java platform has. */
public final class Sha256 {
  private Sha256() {}

  /** A digest with nothing taken in. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * The first bytes of the hash of some bytes, in hexadecimal.
   *
   * @param length how many bytes of the hash, 1 to 32
   */
  public static String hex(byte[] bytes, int length) {
    return HexFormat.of().formatHex(digest().digest(bytes), 0, length);
  }
}
