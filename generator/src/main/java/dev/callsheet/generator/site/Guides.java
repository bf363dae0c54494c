package dev.callsheet.generator.site;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Pages that somebody has written, for a site of models: the Markdown files of a folder and of
 * those below it, and the other files that these show or link to. What is hidden is left out.
 */
public final class Guides {
  /** No pages at all. */
  public static final Guides NONE = new Guides(List.of(), Map.of());

  /** Where they lie in the site. */
  static final String FOLDER = "guides/";

  private static final int MOST_FILES = 10_000;
  private static final long MOST_BYTES = 1 << 20;

  private final List<Guide> pages;
  private final Map<String, Path> linkedFiles;

  private Guides(List<Guide> pages, Map<String, Path> linkedFiles) {
    this.pages = pages;
    this.linkedFiles = linkedFiles;
  }

  /**
   * Reads a folder.
   *
   * @throws IOException when a file cannot be read: also one that is no text in UTF-8, has more
   *     than a mebibyte, or is too deep; or when there are more than 10,000 files
   */
  public static Guides read(Path folder) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new FileSystemException(folder.toString(), null, "it is no directory");
    }
    Map<String, Path> files = files(folder);
    Set<String> names = files.keySet();
    List<Guide> pages = new ArrayList<>();
    for (Map.Entry<String, Path> file : files.entrySet()) {
      if (file.getKey().endsWith(".md")) {
        pages.add(page(file.getKey(), file.getValue(), names));
      }
    }
    Map<String, Path> linked = new TreeMap<>();
    pages.stream()
        .flatMap(page -> page.linkedFiles().stream())
        .forEach(name -> linked.put(name, files.get(name)));
    pages.forEach(page -> linked.remove(Guide.page(page.path())));
    return new Guides(List.copyOf(pages), linked);
  }

  private static Guide page(String name, Path file, Set<String> names) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new FileSystemException(file.toString(), null, "a guide has at most 1 MiB");
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      return GuideParser.parse(name, text, names);
    } catch (CharacterCodingException noText) {
      throw new FileSystemException(file.toString(), null, "it is no text in UTF-8");
    } catch (IllegalArgumentException tooDeep) {
      throw new FileSystemException(file.toString(), null, tooDeep.getMessage());
    }
  }

  /** The files below a folder by their paths; links out of it are not followed. */
  private static Map<String, Path> files(Path folder) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) all.skip(1)::iterator) {
        Path below = folder.relativize(file);
        if (Files.isRegularFile(file) && isShown(below) && isInside(folder, file)) {
          files.put(below.toString().replace('\\', '/'), file);
        }
        if (files.size() > MOST_FILES) {
          throw new FileSystemException(
              folder.toString(), null, "there are more than 10,000 files below it");
        }
      }
    }
    return files;
  }

  private static boolean isShown(Path below) {
    for (Path part : below) {
      if (part.toString().startsWith(".")) {
        return false;
      }
    }
    return true;
  }

  private static boolean isInside(Path folder, Path file) throws IOException {
    return file.toRealPath().startsWith(folder.toRealPath());
  }

  boolean isEmpty() {
    return pages.isEmpty();
  }

  /** All pages, ordered by their paths. */
  List<Guide> pages() {
    return pages;
  }

  /** What pages show or link to, by paths from the root of the site. */
  Map<String, Path> linkedFiles() {
    return linkedFiles.entrySet().stream()
        .collect(Collectors.toMap(file -> FOLDER + file.getKey(), Map.Entry::getValue));
  }

  /** The pages by their folders, the outermost first, and each in the order of their titles. */
  List<Group> groups() {
    Map<String, List<Guide>> folders = new TreeMap<>();
    pages.forEach(
        page -> folders.computeIfAbsent(page.folder(), none -> new ArrayList<>()).add(page));
    List<Group> groups = new ArrayList<>();
    folders.forEach(
        (folder, inside) -> {
          Guide first =
              inside.stream()
                  .filter(page -> page.path().equals(folder + "README.md"))
                  .findFirst()
                  .orElse(null);
          inside.remove(first);
          inside.sort(Comparator.comparing(Guide::title, String.CASE_INSENSITIVE_ORDER));
          groups.add(new Group(folder, first, List.copyOf(inside)));
        });
    return List.copyOf(groups);
  }

  /**
   * The pages of one folder.
   *
   * @param folder its path below the folder of guides; empty for that itself
   * @param first what introduces the others; null where there is no {@code README.md}
   */
  record Group(String folder, @Nullable Guide first, List<Guide> pages) {
    boolean isFolder() {
      return !folder.isEmpty();
    }

    /** The heading over them where nothing introduces them. */
    String name() {
      return folder.substring(0, folder.length() - 1);
    }
  }
}
