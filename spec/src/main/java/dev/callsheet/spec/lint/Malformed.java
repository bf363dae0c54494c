package dev.callsheet.spec.lint;

/** Says where a text stops being JSON, and why. */
final class Malformed extends Exception {
  private static final long serialVersionUID = 1L;

  private final int offset;

  /**
   * @param offset of the place, in the text that was read
   * @param reason for people, such as {@code a comma is missing before this}
   */
  Malformed(int offset, String reason) {
    super(reason, null, false, false);
    this.offset = offset;
  }

  int offset() {
    return offset;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
