package dev.callsheet.runtime.internal.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The checksums that a server names for what it sends: {@code Repr-Digest} and {@code
 * Content-Digest} (RFC 9530), {@code Digest} (RFC 3230) and {@code Content-MD5} (RFC 1864). An
 * {@code ETag} is none: it need not be made from the content.
 */
final class ResponseChecksums {
  private static final Map<String, String> ALGORITHMS =
      Map.of("sha-512", "SHA-512", "sha-256", "SHA-256", "md5", "MD5");

  /** One checksum: the algorithm's Java name, and the bytes in Base64. */
  private record Checksum(String algorithm, String base64) {}

  private final List<Checksum> declared;

  /**
   * The checksums of a whole file.
   *
   * @param whole whether the reply carries all of the file, so that what it says of its own content
   *     is about the file
   */
  ResponseChecksums(HttpHeaders headers, boolean whole) {
    var ofFile = Stream.of("Repr-Digest", "Digest");
    var ofContent = whole ? Stream.of("Content-Digest") : Stream.<String>empty();
    var listed =
        Stream.concat(ofFile, ofContent)
            .flatMap(name -> headers.allValues(name).stream())
            .flatMap(value -> Stream.of(value.split(",")))
            .flatMap(entry -> read(entry).stream());
    var md5 = whole ? headers.allValues("Content-MD5").stream() : Stream.<String>empty();
    declared = Stream.concat(listed, md5.map(value -> new Checksum("MD5", value.strip()))).toList();
  }

  private static Optional<Checksum> read(String entry) {
    var parts = entry.strip().split("=", 2);
    var algorithm = ALGORITHMS.get(parts[0].strip().toLowerCase(Locale.ROOT));
    return parts.length < 2 || algorithm == null
        ? Optional.empty()
        : Optional.of(new Checksum(algorithm, parts[1].replace(":", "").strip()));
  }

  /** The first algorithm by which the file is not what the server meant to send, if any. */
  Optional<String> mismatch(Path file) throws IOException {
    for (var checksum : declared) {
      var digest = Base64.getEncoder().encodeToString(digest(checksum.algorithm, file));
      if (!digest.equals(checksum.base64)) {
        return Optional.of(checksum.algorithm);
      }
    }
    return Optional.empty();
  }

  /** The SHA-256 of a file, in hexadecimal. */
  static String sha256(Path file) throws IOException {
    return HexFormat.of().formatHex(digest("SHA-256", file));
  }

  private static byte[] digest(String algorithm, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      var digest = MessageDigest.getInstance(algorithm);
      var buffer = new byte[1 << 16];
      for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
