package dev.callsheet.linter;

import dev.callsheet.linter.internal.git.GitIgnoreRules;
import dev.callsheet.spec.internal.file.FileNames;
import dev.callsheet.spec.source.Glob;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Finds request files by a path, a directory or a pattern, as a user writes them. */
public final class RequestFileFinder {
  private static final Set<String> EXTENSIONS = Set.of("json", "jsonl", "ndjson");

  private static final String NOT_FOUND_MESSAGE =
      "there is no such file, and no request file below it that git does not ignore";

  private RequestFileFinder() {}

  /**
   * The files that a text names, ordered by path. Files that git ignores are found only by their
   * own path.
   *
   * @param base resolves relative paths
   * @param text a file, a directory (its {@code .json}, {@code .jsonl} and {@code .ndjson} files at
   *     any depth, in capitals or not), or a pattern such as {@code requests/**}{@code /*.json}
   * @throws IOException when a directory cannot be read
   */
  public static List<Path> find(Path base, String text) throws IOException {
    Map<Path, IOException> unreadable = new LinkedHashMap<>();
    List<Path> found = find(base, text, unreadable::put);
    for (IOException failed : unreadable.values()) {
      throw failed;
    }
    return found;
  }

  /** The same, but goes on when a directory cannot be read, and passes on the exception. */
  public static List<Path> find(Path base, String text, BiConsumer<Path, IOException> unreadable) {
    String slashed = text.replace(base.getFileSystem().getSeparator(), "/");
    if (!Glob.isLiteral(slashed) && !exists(base, text)) {
      return matching(base, slashed, unreadable);
    }
    Path named = withoutDots(base.resolve(text));
    if (Files.isDirectory(named)) {
      return walk(named, RequestFileFinder::isRequestFile, unreadable);
    }
    return Files.exists(named) ? List.of(named) : List.of();
  }

  /** Whether there is something of that very name, although it looks like a pattern. */
  private static boolean exists(Path base, String text) {
    try {
      return Files.exists(base.resolve(text));
    } catch (InvalidPathException onlyPattern) {
      return false;
    }
  }

  /** A path without steps that lead nowhere: {@code ./a} is {@code a}. */
  private static Path withoutDots(Path path) {
    for (Path step : path) {
      if (step.toString().equals("..")) {
        return path; // where links are, a way back may lead elsewhere
      }
    }
    return path.normalize();
  }

  /**
   * The same as inputs for the linter: what cannot be found or read is an input, too.
   *
   * @return at least one input
   */
  public static List<LintInput> findInputs(Path base, String text) {
    List<LintInput> found = new ArrayList<>();
    try {
      find(base, text, (path, e) -> found.add(UnreadableInput.of(FileNames.of(path), e)))
          .forEach(file -> found.add(new LintInput.OfFile(file)));
    } catch (InvalidPathException e) {
      return List.of(new UnreadableInput(text, "this cannot be the name of a file"));
    }
    return found.isEmpty() ? List.of(new UnreadableInput(text, NOT_FOUND_MESSAGE)) : found;
  }

  private static List<Path> matching(
      Path base, String pattern, BiConsumer<Path, IOException> unreadable) {
    int wildcard = Glob.firstWildcard(pattern);
    int directoryEnd = pattern.lastIndexOf('/', wildcard) + 1;
    Path directory = withoutDots(base.resolve(pattern.substring(0, directoryEnd)));
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    Glob glob = new Glob(pattern.substring(directoryEnd));
    return walk(directory, file -> glob.matches(slashed(directory.relativize(file))), unreadable);
  }

  private static List<Path> walk(
      Path directory, Predicate<Path> wanted, BiConsumer<Path, IOException> unreadable) {
    List<Path> found = new ArrayList<>();
    try {
      walk(directory, GitIgnoreRules.forDirectory(directory), wanted, unreadable, found);
    } catch (IOException failed) {
      unreadable.accept(directory, failed);
    }
    found.sort(null);
    return found;
  }

  private static void walk(
      Path directory,
      GitIgnoreRules ignore,
      Predicate<Path> wanted,
      BiConsumer<Path, IOException> unreadable,
      List<Path> found)
      throws IOException {
    for (Path entry : entries(directory)) {
      boolean isDirectory = Files.isDirectory(entry);
      if (ignore.ignores(entry, isDirectory)) {
        continue;
      }
      if (!isDirectory && Files.isRegularFile(entry) && wanted.test(entry)) {
        found.add(entry);
      } else if (isDirectory && !Files.isSymbolicLink(entry)) {
        try {
          walk(entry, ignore.forSubdirectory(entry), wanted, unreadable, found);
        } catch (IOException failed) {
          unreadable.accept(entry, failed);
        }
      }
    }
  }

  private static List<Path> entries(Path directory) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> listed = Files.newDirectoryStream(directory)) {
      listed.forEach(entries::add);
    } catch (DirectoryIteratorException failed) {
      throw new IOException(failed.getMessage(), failed);
    }
    return entries;
  }

  private static boolean isRequestFile(Path file) {
    String name = file.getFileName().toString();
    return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  private static String slashed(Path path) {
    return FileNames.of(path).replace(path.getFileSystem().getSeparator(), "/");
  }
}
