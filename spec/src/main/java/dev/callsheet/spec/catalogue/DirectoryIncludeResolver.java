package dev.callsheet.spec.catalogue;

import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Resolves includes in a folder that their names are relative to.
 *
 * @param root that folder
 */
record DirectoryIncludeResolver(Path root) implements IncludeResolver {
  @Override
  public Optional<SourceText> find(String name) throws IOException {
    for (String ending : SpecFiles.ENDINGS) {
      Path file = root.resolve(name + ending);
      if (Files.isRegularFile(file)) {
        return Optional.of(new SourceText(displayPath(file), SpecFiles.text(file)));
      }
    }
    return Optional.empty();
  }

  @Override
  public Collection<String> names() {
    Path platform = root.resolve("platform");
    if (!Files.isDirectory(platform)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(platform)) {
      return all.map(file -> SpecFiles.slashed(root.relativize(file)))
          .filter(SpecFiles::isSpecFile)
          .map(SpecFiles::withoutEnding)
          .sorted()
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Relative to the working directory, if it is inside. */
  private static String displayPath(Path file) {
    Path here = Path.of("").toAbsolutePath();
    return (file.startsWith(here) ? here.relativize(file) : file).toString();
  }
}
