package dev.callsheet.spec.calculus;

/** A way to give a piece of media in a request. */
public enum MediaSource {
  /** The UUID of media stored before. */
  UUID("uuid"),
  /** A public URL. */
  URL("url"),
  /** A data URI with the bytes in Base64. */
  DATA_URI("dataUri"),
  /** The bytes in Base64, bare. */
  BASE64("base64");

  private final String keyword;

  MediaSource(String keyword) {
    this.keyword = keyword;
  }

  /** The word for it in a spec. */
  public String keyword() {
    return keyword;
  }
}
