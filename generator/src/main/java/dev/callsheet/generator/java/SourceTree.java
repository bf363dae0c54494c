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
 * Generated files on disk. A list of what was written is kept beside them, so that the next run can
 * remove what is no longer generated and leave every other file alone. One directory belongs to one
 * generation: two that write to the same directory would each remove what the other wrote.
 */
public final class SourceTree {
  /** The list of what was written, one path a line. */
  static final String MANIFEST = ".callsheet-generated";

  private SourceTree() {}

  /**
   * Writes the files below a directory and removes those that an earlier run wrote and this one did
   * not. A file that would not change is not touched. Every file appears as a whole or not at all.
   *
   * @throws IllegalArgumentException when two files have the same path, or a path leads outside
   */
  public static void write(Path out, List<GeneratedFile> files) throws IOException {
    write(out, files, Map.of());
  }

  /**
   * Writes files as {@link #write(Path, List)} does, and copies of others.
   *
   * @param copies by where they go, the files to copy
   */
  public static void write(Path out, List<GeneratedFile> files, Map<String, Path> copies)
      throws IOException {
    TreeMap<String, byte[]> wanted = new TreeMap<>();
    for (GeneratedFile file : files) {
      resolveInside(out, file.path());
      if (wanted.put(file.path(), file.content().getBytes(StandardCharsets.UTF_8)) != null) {
        throw new IllegalArgumentException(
            "the file " + file.path() + " is there twice: the same model was generated twice");
      }
    }
    for (var copy : copies.entrySet()) {
      resolveInside(out, copy.getKey());
      wanted.put(copy.getKey(), Files.readAllBytes(copy.getValue()));
    }
    Path manifest = out.resolve(MANIFEST);
    TreeSet<String> stale = new TreeSet<>(readManifest(manifest));
    stale.removeAll(wanted.keySet());
    for (var file : wanted.entrySet()) {
      replace(out.resolve(file.getKey()), file.getValue());
    }
    for (String path : stale) {
      remove(out, resolveInside(out, path));
    }
    if (!wanted.isEmpty()) {
      String list = String.join("\n", wanted.keySet()) + "\n";
      replace(manifest, list.getBytes(StandardCharsets.UTF_8));
    } else {
      Files.deleteIfExists(manifest);
    }
  }

  /** What an earlier run wrote below a directory, ordered by path; nothing where there was none. */
  public static List<String> writtenPaths(Path out) throws IOException {
    return readManifest(out.resolve(MANIFEST));
  }

  private static List<String> readManifest(Path manifest) throws IOException {
    return Files.isRegularFile(manifest)
        ? Files.readAllLines(manifest).stream().filter(line -> !line.isBlank()).toList()
        : List.of();
  }

  private static Path resolveInside(Path out, String path) {
    Path file = out.resolve(path).normalize();
    if (!file.startsWith(out.normalize()) || file.equals(out.normalize())) {
      throw new IllegalArgumentException("'" + path + "' is not a path below " + out);
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
  private static void remove(Path out, Path file) throws IOException {
    Path around = Objects.requireNonNullElse(file.getParent(), out);
    if (!Files.isDirectory(around) || !around.toRealPath().startsWith(out.toRealPath())) {
      return;
    }
    Files.deleteIfExists(file);
    Path directory = file.getParent();
    while (directory != null && !directory.equals(out.normalize())) {
      try {
        Files.deleteIfExists(directory);
      } catch (DirectoryNotEmptyException e) {
        return;
      }
      directory = directory.getParent();
    }
  }
}
