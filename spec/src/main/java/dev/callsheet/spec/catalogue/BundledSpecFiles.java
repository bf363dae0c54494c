package dev.callsheet.spec.catalogue;

import dev.callsheet.spec.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** The spec files that come with Callsheet, in its jar or, during its own build, in a folder. */
final class BundledSpecFiles {
  /** The folder that they are in. */
  static final String ROOT = "callsheet";

  /** A file that is always there; the others lie beside it. */
  private static final String MARKER_FILE = "/" + ROOT + "/schema/callsheet-1.schema.json";

  private BundledSpecFiles() {}

  /**
   * The files: those of a folder are read at once, since it may change; those of a jar when used.
   */
  static SpecFiles read() {
    URL landmark =
        Objects.requireNonNull(BundledSpecFiles.class.getResource(MARKER_FILE), MARKER_FILE);
    try {
      if (landmark.getProtocol().equals("file")) {
        Path root = Path.of(landmark.toURI()).resolve("../..").normalize();
        return SpecFiles.read(root, ROOT);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    return SpecFiles.lazy(
        packedIndex().files(), name -> new SourceText(ROOT + "/" + name, packedText(name)));
  }

  /** The index of these files: that of the jar, where they are in one. */
  static BundledIndex index(SpecFiles files) {
    boolean isFolder =
        Objects.requireNonNull(BundledSpecFiles.class.getResource(MARKER_FILE))
            .getProtocol()
            .equals("file");
    return isFolder ? BundledIndex.of(files) : packedIndex();
  }

  private static BundledIndex packedIndex() {
    return BundledIndex.parse(packedText(BundledIndex.NAME));
  }

  private static String packedText(String name) {
    String path = "/" + ROOT + "/" + name;
    try (InputStream in = BundledSpecFiles.class.getResourceAsStream(path)) {
      return new String(
          in == null ? bytesInJar(path.substring(1)) : in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Java's own reading of a jar's address stops at the first exclamation mark of a directory. */
  private static byte[] bytesInJar(String entry) throws IOException {
    String address = String.valueOf(BundledSpecFiles.class.getResource(MARKER_FILE));
    int end = address.length() - ("!" + MARKER_FILE).length();
    Path file = Path.of(URI.create(address.substring("jar:".length(), end)));
    try (JarFile jar = new JarFile(file.toFile())) {
      ZipEntry found = Objects.requireNonNull(jar.getEntry(entry), "the jar lacks " + entry);
      return jar.getInputStream(found).readAllBytes();
    }
  }
}
