package dev.callsheet.sandbox.internal.platform;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads bodies of requests, up to a limit. */
final class RequestBody {
  private static final int MIB = 1 << 20;

  /** The most of a request; media in it are data URIs, for which platforms allow less. */
  static final int LIMIT = 100 * MIB;

  /** The most of a file, which is what the platform allows that allows most. */
  static final int FILE_LIMIT = 200 * MIB;

  /**
   * So much of what is too long is read and dropped, since clients look at the answer only when
   * they have sent all; then the connection ends.
   */
  private static final long DROPPED = 1024L * MIB;

  private RequestBody() {}

  /** The body; empty where it is longer than the limit, and then nothing of it is kept. */
  static Optional<byte[]> read(Request request, int limit) throws IOException {
    try (InputStream stream = Content.Source.asInputStream(request)) {
      if (request.getLength() <= limit) {
        byte[] body = stream.readNBytes(limit);
        if (body.length < limit || stream.read() < 0) {
          return Optional.of(body);
        }
      }
      drop(stream);
      return Optional.empty();
    }
  }

  private static void drop(InputStream stream) throws IOException {
    byte[] buffer = new byte[MIB];
    long dropped = 0;
    int read = 0;
    while (read >= 0 && dropped < DROPPED) {
      read = stream.read(buffer);
      dropped += read;
    }
  }

  /** What is wrong with a body that is too long. */
  static String tooLong(int limit) {
    return String.format(Locale.ROOT, "The body may have at most %,d bytes.", limit);
  }
}
