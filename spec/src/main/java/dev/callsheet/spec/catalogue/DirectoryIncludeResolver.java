package dev.callsheet.spec.catalogue;

import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  /** How deep below the root names are looked for, to suggest one. */
  private static final int MAX_DEPTH = 5;

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
    List<String> names = new ArrayList<>();
    for (String folder : List.of("models", "platforms")) {
      Path top = root.resolve(folder);
      if (Files.isDirectory(top)) {
        try (Stream<Path> all = Files.walk(top, MAX_DEPTH)) {
          all.map(file -> SpecFiles.slashed(root.relativize(file)))
              .filter(SpecFiles::isSpecFile)
              .filter(name -> !SpecFiles.isCompanion(name))
              .map(SpecFiles::withoutEnding)
              .forEach(names::add);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return names.stream().sorted().distinct().toList();
  }

  /** Relative to the working directory, if it is inside. */
  private static String displayPath(Path file) {
    Path here = Path.of("").toAbsolutePath();
    return (file.startsWith(here) ? here.relativize(file) : file).toString();
  }
}
