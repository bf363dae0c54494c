package dev.callsheet.sandbox.internal.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The files that the page consists of. */
final class PageFiles {
  static final String FIRST = "index.html";

  static final String FOLDER = "/dev/callsheet/sandbox/page/";
  static final List<String> NAMES =
      List.of(
          FIRST,
          "page.css",
          "page.js",
          "elements.js",
          "tasks.js",
          "faults.js",
          "request.js",
          "editor.js",
          "json.js",
          "completion.js",
          "fields.js",
          "form.js");
  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8");

  private final Map<String, PageFile> read = new ConcurrentHashMap<>();

  /** A file and what it is. */
  record PageFile(String mediaType, String text) {}

  /** The file of that name, if there is one. */
  Optional<PageFile> find(String name) {
    return NAMES.contains(name)
        ? Optional.of(read.computeIfAbsent(name, PageFiles::read))
        : Optional.empty();
  }

  private static PageFile read(String name) {
    try (InputStream in = PageFiles.class.getResourceAsStream(FOLDER + name)) {
      String text =
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
      String ending = name.substring(name.lastIndexOf('.') + 1);
      return new PageFile(Objects.requireNonNull(MEDIA_TYPES.get(ending)), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
