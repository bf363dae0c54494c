package dev.callsheet.spec.lint;

import dev.callsheet.spec.source.Glob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds request files by what a user writes to name them. */
public final class RequestFiles {
  private static final Set<String> EXTENSIONS = Set.of("json", "jsonl", "ndjson");

  private RequestFiles() {}

  /**
   * The files that a text names, ordered by path; none when there are none.
   *
   * @param base what relative paths are read from
   * @param text a file, a directory (its {@code .json}, {@code .jsonl} and {@code .ndjson} files at
   *     any depth), or a pattern such as {@code requests/**}{@code /*.json}
   * @throws IOException when a directory cannot be read
   */
  public static List<Path> find(Path base, String text) throws IOException {
    String slashed = text.replace('\\', '/');
    if (!Glob.isLiteral(slashed)) {
      return matching(base, slashed);
    }
    Path named = base.resolve(slashed);
    if (Files.isDirectory(named)) {
      return walk(named, RequestFiles::isRequestFile);
    }
    return Files.exists(named) ? List.of(named) : List.of();
  }

  private static List<Path> matching(Path base, String pattern) throws IOException {
    int wildcard = Glob.firstWildcard(pattern);
    int directoryEnd = pattern.lastIndexOf('/', wildcard) + 1;
    Path directory = base.resolve(pattern.substring(0, directoryEnd));
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    Glob glob = new Glob(pattern.substring(directoryEnd));
    return walk(directory, file -> glob.matches(slashed(directory.relativize(file))));
  }

  private static List<Path> walk(Path directory, Predicate<Path> wanted) throws IOException {
    try (Stream<Path> found = Files.walk(directory)) {
      return found.filter(Files::isRegularFile).filter(wanted).sorted().toList();
    }
  }

  private static boolean isRequestFile(Path file) {
    String name = file.getFileName().toString();
    return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private static String slashed(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}
