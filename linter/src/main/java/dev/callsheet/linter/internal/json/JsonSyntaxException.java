package dev.callsheet.linter.internal.json;

/** Says where a text stops being JSON, and why. */
public final class JsonSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int offset;

  /**
   * @param offset of the place, in the text that was read
   * @param reason for people, such as {@code a comma is missing before this}
   */
  public JsonSyntaxException(int offset, String reason) {
    super(reason, null, false, false);
    this.offset = offset;
  }

  public int offset() {
    return offset;
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
