package dev.callsheet.spec.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarFile;

/** The spec files that come with Callsheet, in its jar or, during its own build, in a folder. */
final class BundledSpecFiles {
  private static final String ROOT = "callsheet";

  /** A file that is always there; the others lie beside it. */
  private static final String MARKER_FILE = "/" + ROOT + "/schema/callsheet-1.schema.json";

  private BundledSpecFiles() {}

  static SpecFiles read() {
    URL landmark =
        Objects.requireNonNull(BundledSpecFiles.class.getResource(MARKER_FILE), MARKER_FILE);
    try {
      if (landmark.getProtocol().equals("file")) {
        Path root = Path.of(landmark.toURI()).resolve("../..").normalize();
        return SpecFiles.read(root, ROOT);
      }
      try (JarFile jar = new JarFile(jarOf(landmark).toFile())) {
        return SpecFiles.read(jar, ROOT);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Java's own reading of such an address stops at the first exclamation mark of a directory. */
  private static Path jarOf(URL landmark) {
    String address = landmark.toString();
    int end = address.length() - ("!" + MARKER_FILE).length();
    return Path.of(URI.create(address.substring("jar:".length(), end)));
  }
}
