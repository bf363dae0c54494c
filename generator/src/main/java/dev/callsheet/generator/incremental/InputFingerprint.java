package dev.callsheet.generator.incremental;

import dev.callsheet.runtime.internal.hash.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Tells by one text whether any of many things has changed: a SHA-256 of all of them. */
public final class InputFingerprint {
  private final MessageDigest digest = Sha256.digest();

  /** Takes in a text. */
  public InputFingerprint add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Takes in the names and contents of all files below a directory; one not there has none. */
  public InputFingerprint addFilesBelow(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return this;
    }
    List<Path> files;
    try (Stream<Path> found = Files.walk(directory)) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      add(directory.relativize(file).toString());
      add(Files.readAllBytes(file));
    }
    return this;
  }

  /** Takes in which version of a file it is, by its size and age, without reading it. */
  public InputFingerprint addVersionOf(Path file) throws IOException {
    add(file.toString());
    add(Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis());
    return this;
  }

  /** All that was taken in, in 64 hexadecimal digits; the fingerprint starts anew. */
  public String hexDigest() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The length goes first, so that no two lists of parts look the same. */
  private InputFingerprint add(byte[] bytes) {
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
    return this;
  }
}
