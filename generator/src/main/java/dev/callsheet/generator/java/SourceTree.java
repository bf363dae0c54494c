package dev.callsheet.generator.java;

import dev.callsheet.spec.internal.file.OutputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Generated files on disk. A list of what was written is kept, so that the next run can remove what
 * is no longer generated and leave every other file alone. One directory belongs to one generation:
 * two that write to the same directory would each remove what the other wrote.
 *
 * @param directory below which the files are
 * @param list the file that has the path of each, one a line
 */
public record SourceTree(Path directory, Path list) {
  /** The list of what was written, where it is kept among the files. */
  static final String LIST = ".callsheet-generated";

  /** With the list in the directory itself. */
  public SourceTree(Path directory) {
    this(directory, directory.resolve(LIST));
  }

  /**
   * Writes the files and removes those that an earlier run wrote and this one did not. A file that
   * would not change is not touched. Every file appears as a whole or not at all.
   *
   * @throws IllegalArgumentException when two files have the same path, or a path leads outside
   */
  public void write(List<GeneratedFile> files) throws IOException {
    write(files, Map.of());
  }

  /**
   * Writes files as {@link #write(List)} does, and copies of others.
   *
   * @param copies by where they go, the files to copy
   */
  public void write(List<GeneratedFile> files, Map<String, Path> copies) throws IOException {
    TreeMap<String, byte[]> wanted = new TreeMap<>();
    for (GeneratedFile file : files) {
      resolveInside(file.path());
      if (wanted.put(file.path(), file.content().getBytes(StandardCharsets.UTF_8)) != null) {
        throw new IllegalArgumentException(
            "the file " + file.path() + " is there twice: the same model was generated twice");
      }
    }
    for (var copy : copies.entrySet()) {
      resolveInside(copy.getKey());
      wanted.put(copy.getKey(), Files.readAllBytes(copy.getValue()));
    }
    TreeSet<String> stale = new TreeSet<>(writtenPaths());
    stale.removeAll(wanted.keySet());
    for (var file : wanted.entrySet()) {
      replace(directory.resolve(file.getKey()), file.getValue());
    }
    for (String path : stale) {
      remove(resolveInside(path));
    }
    if (!wanted.isEmpty()) {
      String lines = String.join("\n", wanted.keySet()) + "\n";
      replace(list, lines.getBytes(StandardCharsets.UTF_8));
    } else {
      Files.deleteIfExists(list);
    }
  }

  /** What an earlier run wrote, ordered by path; nothing where there was none. */
  public List<String> writtenPaths() throws IOException {
    return Files.isRegularFile(list)
        ? Files.readAllLines(list).stream().filter(line -> !line.isBlank()).toList()
        : List.of();
  }

  private Path resolveInside(String path) {
    Path file = directory.resolve(path).normalize();
    if (!file.startsWith(directory.normalize()) || file.equals(directory.normalize())) {
      throw new IllegalArgumentException("'" + path + "' is not a path below " + directory);
    }
    return file;
  }

  private static void replace(Path file, byte[] content) throws IOException {
    if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content)) {
      return;
    }
    try (OutputFile output = OutputFile.open(file)) {
      output.stream().write(content);
      output.commit();
    }
  }

  /**
   * Removes a file, and every directory that it leaves empty. Where a directory has become a link
   * that leads elsewhere, the file is not ours any more.
   */
  private void remove(Path file) throws IOException {
    Path around = Objects.requireNonNullElse(file.getParent(), directory);
    if (!Files.isDirectory(around) || !around.toRealPath().startsWith(directory.toRealPath())) {
      return;
    }
    Files.deleteIfExists(file);
    Path above = file.getParent();
    while (above != null && !above.equals(directory.normalize())) {
      try {
        Files.deleteIfExists(above);
      } catch (DirectoryNotEmptyException e) {
        return;
      }
      above = above.getParent();
    }
  }
}
