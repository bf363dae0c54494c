package dev.callsheet.runtime.internal.transport;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * What a server did to a body before it sent it (RFC 9110, section 8.4), though nobody asked it to.
 *
 * @param names in the order in which they were applied, in small letters
 */
public record ContentCodings(List<String> names) {
  private static final int GZIP_MAGIC = 0x1f8b;
  private static final int MAX_CODINGS = 4;

  /** The codings that headers name; {@code identity} is none. */
  public static ContentCodings of(HttpHeaders headers) {
    return new ContentCodings(
        headers.allValues("Content-Encoding").stream()
            .flatMap(value -> Stream.of(value.split(",")))
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .filter(name -> !name.isEmpty() && !name.equals("identity"))
            .limit(MAX_CODINGS)
            .toList());
  }

  /** Whether there is nothing to undo. */
  public boolean isEmpty() {
    return names.isEmpty();
  }

  /**
   * The body as it was. What a coding is named for and does not have is left as it is, and so is
   * what has one that is not known here: whoever reads it will find out.
   *
   * @throws IOException if it cannot be read; so may what is returned
   */
  public InputStream undo(InputStream body) throws IOException {
    var decoded = body;
    for (var i = names.size() - 1; i >= 0; i--) {
      decoded =
          switch (names.get(i)) {
            case "gzip", "x-gzip" -> gunzip(new BufferedInputStream(decoded));
            case "deflate" -> inflate(new BufferedInputStream(decoded));
            default -> decoded;
          };
    }
    return decoded;
  }

  private static InputStream gunzip(BufferedInputStream body) throws IOException {
    return firstTwoBytes(body) == GZIP_MAGIC ? new GZIPInputStream(body) : body;
  }

  /** What is called {@code deflate} is a zlib stream, or, as some servers have it, its inside. */
  private static InputStream inflate(BufferedInputStream body) throws IOException {
    var start = firstTwoBytes(body);
    var isZlib = (start >> 8 & 0x0f) == 8 && start % 31 == 0;
    return new InflaterInputStream(body, new Inflater(!isZlib));
  }

  private static int firstTwoBytes(BufferedInputStream body) throws IOException {
    body.mark(2);
    var start = body.readNBytes(2);
    body.reset();
    return start.length < 2 ? 0 : (start[0] & 0xff) << 8 | (start[1] & 0xff);
  }
}
