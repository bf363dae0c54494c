package dev.callsheet.spec.catalogue;

import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.source.SourceText;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;

/**
 * Specs that come with a library, in its jar or its directory of classes: every {@code *.yaml}
 * below {@value #FOLDER}, laid out as in a directory of specs.
 */
public final class SpecLibrary implements IncludeResolver {
  /** Where a library keeps its specs. */
  public static final String FOLDER = "META-INF/callsheet";

  private final Path path;
  private final SpecFiles files;

  private SpecLibrary(Path place, SpecFiles files) {
    this.path = place;
    this.files = files;
  }

  /**
   * The specs of an entry of a class path; empty when it has none, or is neither a directory nor a
   * jar.
   *
   * @throws IOException when it cannot be read; its message names it
   */
  public static Optional<SpecLibrary> load(Path entry) throws IOException {
    if (Files.isDirectory(entry)) {
      Path folder = entry.resolve(FOLDER);
      return Files.isDirectory(folder)
          ? of(entry, SpecFiles.read(folder, folder.toString()))
          : Optional.empty();
    }
    return isJarWithFolder(entry) ? jar(entry) : Optional.empty();
  }

  /** The jar or the directory. */
  public Path path() {
    return path;
  }

  /** All its files, ordered by name. */
  public List<SourceText> files() {
    return files.all();
  }

  @Override
  public Optional<SourceText> find(String name) {
    return files.find(name);
  }

  @Override
  public Collection<String> names() {
    return files.names();
  }

  SpecFiles specs() {
    return files;
  }

  private static Optional<SpecLibrary> jar(Path jar) throws IOException {
    try (FileSystem contents = FileSystems.newFileSystem(jar)) {
      return of(jar, SpecFiles.read(contents.getPath("/" + FOLDER), jar + "!/" + FOLDER));
    }
  }

  private static Optional<SpecLibrary> of(Path place, SpecFiles files) {
    return files.all().isEmpty() ? Optional.empty() : Optional.of(new SpecLibrary(place, files));
  }

  /** Whether a jar has specs, by its table of contents: most jars of a class path have none. */
  private static boolean isJarWithFolder(Path file) throws IOException {
    if (!Files.isRegularFile(file) || !file.toString().endsWith(".jar")) {
      return false;
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.stream().anyMatch(entry -> entry.getName().startsWith(FOLDER + "/"));
    } catch (IOException e) {
      throw new IOException(file + " cannot be read as a jar: " + e.getMessage(), e);
    }
  }
}
