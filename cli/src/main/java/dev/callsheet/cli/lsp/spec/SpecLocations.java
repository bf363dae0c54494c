package dev.callsheet.cli.lsp.spec;

import dev.callsheet.cli.lsp.text.DocumentText;
import dev.callsheet.cli.lsp.text.PositionUnit;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.source.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Range;
import org.jspecify.annotations.Nullable;

/**
 * Places in spec files, as an editor can open them. Bundled specs, which are in the jar, are
 * written to a temporary folder when they are asked for, and cannot be changed there; the folder
 * goes when the server ends.
 */
public final class SpecLocations {
  private final PositionUnit unit;
  private final Map<String, Path> bundled = new ConcurrentHashMap<>();
  private @Nullable Path folder;

  /** With positions in that unit. */
  public SpecLocations(PositionUnit unit) {
    this.unit = unit;
  }

  /** A place in a file that may be the one that is open. */
  public Optional<Location> find(SourceLocation place, SpecFile open) {
    return place.file().equals(open.path().toString())
        ? Optional.of(new Location(open.uri(), range(open.text(), place)))
        : find(place);
  }

  /** A place in a file; empty when it cannot be read any more. */
  public Optional<Location> find(SourceLocation place) {
    try {
      Path file = file(place.file());
      DocumentText text = new DocumentText(Files.readString(file), unit);
      return Optional.of(new Location(file.toUri().toString(), range(text, place)));
    } catch (IOException | InvalidPathException gone) {
      return Optional.empty();
    }
  }

  /** From a place on: its word, or the rest of the line where no word is. */
  static Range range(DocumentText text, SourceLocation place) {
    int start = text.offset(place);
    int lineEnd = text.lineEnd(text.lineOf(start));
    int end = start;
    while (end < lineEnd && !isBoundary(text.text(), end, lineEnd)) {
      end++;
    }
    return text.range(start, end == start ? lineEnd : end);
  }

  /** Where a plain key or value ends: at a comment, at a comma or bracket, at a colon and space. */
  private static boolean isBoundary(String text, int at, int lineEnd) {
    char next = text.charAt(at);
    boolean isBeforeSpace = at + 1 >= lineEnd || Character.isWhitespace(text.charAt(at + 1));
    return "{}[],".indexOf(next) >= 0
        || (next == ':' && isBeforeSpace)
        || (Character.isWhitespace(next) && at + 1 < lineEnd && text.charAt(at + 1) == '#');
  }

  private Path file(String name) throws IOException {
    Path known = bundled.get(name);
    if (known != null) {
      return known;
    }
    try (InputStream in = ModelCatalogue.class.getResourceAsStream("/" + name)) {
      return in == null ? Path.of(name).toAbsolutePath() : extracted(name, in.readAllBytes());
    }
  }

  private synchronized Path extracted(String name, byte[] content) throws IOException {
    if (folder == null) {
      folder = Files.createTempDirectory("callsheet-specs");
      folder.toFile().deleteOnExit();
    }
    Path file = folder;
    for (Path step : Path.of(name)) {
      if (file != folder) {
        file.toFile().deleteOnExit();
      }
      file = file.resolve(step);
    }
    Files.createDirectories(file.getParent());
    if (!Files.exists(file)) {
      Files.write(file, content);
      file.toFile().setReadOnly();
      file.toFile().deleteOnExit();
    }
    bundled.put(name, file);
    return file;
  }
}
