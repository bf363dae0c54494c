package dev.callsheet.cli.explain;

import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Cuts the lines of a rule out of its spec. */
final class RuleSourceExcerpt {
  private static final int MAX_LINES = 200;

  private RuleSourceExcerpt() {}

  /** The lines of a rule; nothing when the file does not exist any more. */
  static Optional<String> of(Rule rule) {
    return text(rule.location().file())
        .map(text -> lines(text.lines().toList(), rule.location().line() - 1));
  }

  /** Reads a file; the name of a bundled one is its path in the jar. */
  private static Optional<String> text(String file) {
    try (InputStream bundled = ModelCatalogue.class.getResourceAsStream("/" + file)) {
      byte[] bytes = bundled == null ? Files.readAllBytes(Path.of(file)) : bundled.readAllBytes();
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private static String lines(List<String> all, int id) {
    int first = id;
    while (first > 0 && !all.get(first).strip().startsWith("- ")) {
      first--;
    }
    int depth = indent(all.get(first));
    int end = id + 1;
    while (end < all.size() && (all.get(end).isBlank() || indent(all.get(end)) > depth)) {
      end++;
    }
    return all.subList(first, end).stream()
        .filter(line -> !line.isBlank())
        .limit(MAX_LINES)
        .collect(Collectors.joining("\n"));
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
