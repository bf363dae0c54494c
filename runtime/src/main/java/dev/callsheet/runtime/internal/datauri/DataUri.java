package dev.callsheet.runtime.internal.datauri;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A data URI (RFC 2397), taken apart.
 *
 * @param contentType the media type before the data; empty when it has none
 * @param base64 whether the data is Base64, else percent-encoded text
 * @param data the data as written
 */
public record DataUri(String contentType, boolean base64, String data) {
  private static final String SCHEME = "data:";
  private static final String BASE64 = ";base64";

  /** Whether a text begins as a data URI does. */
  public static boolean isDataUri(String text) {
    return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  /**
   * Takes a URI apart.
   *
   * @throws IllegalArgumentException if it is not a data URI
   */
  public static DataUri parse(String uri) {
    var comma = uri.indexOf(',');
    if (comma < 0 || !isDataUri(uri)) {
      throw new IllegalArgumentException("not a data URI");
    }
    var head = uri.substring(SCHEME.length(), comma);
    var base64 = head.endsWith(BASE64);
    return new DataUri(
        base64 ? head.substring(0, head.length() - BASE64.length()) : head,
        base64,
        uri.substring(comma + 1));
  }

  /**
   * The bytes that the URI stands for.
   *
   * @throws IllegalArgumentException if an escape in it is malformed
   */
  public InputStream open() {
    return base64
        ? openBase64(data)
        : new ByteArrayInputStream(
            URLDecoder.decode(data.replace("+", "%2B"), StandardCharsets.ISO_8859_1)
                .getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The bytes of Base64 text, which may be in lines, decoded as they are read. */
  public static InputStream openBase64(String text) {
    var decoder = text.indexOf('\n') < 0 ? Base64.getDecoder() : Base64.getMimeDecoder();
    return decoder.wrap(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
  }
}
