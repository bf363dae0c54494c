package dev.callsheet.runtime.internal.wire;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads addresses as browsers do: characters that an address may only have escaped ({@code |}, a
 * space, a {@code %} that begins no escape) are escaped.
 */
public final class MediaAddress {
  private static final String PLAIN = "-._~:/?@!$&'()*+,;=";

  private MediaAddress() {}

  /** The address; empty if it is none, or has no scheme. */
  public static Optional<URI> parse(String written) {
    var text = written.strip();
    return uri(text).or(() -> uri(escaped(text))).filter(URI::isAbsolute);
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(new URI(text).toASCIIString()));
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
  }

  /** Escapes behind the host; what is wrong there cannot be mended. */
  private static String escaped(String text) {
    var host = text.indexOf("://") + "://".length();
    var path = host;
    while (path < text.length() && "/?#".indexOf(text.charAt(path)) < 0) {
      path++;
    }
    var fragment = text.indexOf('#', path);
    var escaped = new StringBuilder(text.substring(0, path));
    for (var at = path; at < text.length(); ) {
      var c = text.codePointAt(at);
      if (isPlain(c) || at == fragment || isEscape(text, at)) {
        escaped.appendCodePoint(c);
      } else {
        for (var b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          escaped.append('%').append(String.format("%02X", b));
        }
      }
      at += Character.charCount(c);
    }
    return escaped.toString();
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || PLAIN.indexOf(c) >= 0;
  }

  private static boolean isEscape(String text, int at) {
    return text.startsWith("%", at)
        && at + 2 < text.length()
        && Character.digit(text.charAt(at + 1), 16) >= 0
        && Character.digit(text.charAt(at + 2), 16) >= 0;
  }
}
