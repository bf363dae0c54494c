package dev.callsheet.runtime.internal.regex;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The Unicode properties that ECMA-262 names, from a table of our own: Java's tables differ from
 * one release to the next, and with them what {@code \p{L}} means.
 */
final class UnicodeProperties {
  private static final String CATEGORY = "gc=";
  private static final Map<String, String> PREFIXES =
      Map.of(
          "General_Category", CATEGORY,
          "gc", CATEGORY,
          "Script", "sc=",
          "sc", "sc=",
          "Script_Extensions", "scx=",
          "scx", "scx=");

  /** What stands behind the names in the table, by each name. */
  private final Map<String, String> definitions = new HashMap<>();

  private UnicodeProperties() {
    try (InputStream table =
        Objects.requireNonNull(
            UnicodeProperties.class.getResourceAsStream("unicode-properties.txt"))) {
      new String(table.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(this::addLine);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addLine(String line) {
    int semicolon = line.indexOf(';');
    int equals = line.indexOf('=');
    String prefix = line.substring(0, equals + 1);
    for (String name : line.substring(equals + 1, semicolon).split(",", -1)) {
      definitions.put(prefix + name, line.substring(semicolon + 1));
    }
  }

  /**
   * The code points of {@code \p{...}}; null where there is no such property.
   *
   * @param expression what stands between the braces: {@code L}, {@code Script=Greek}
   */
  static @Nullable CodePointSet find(String expression) {
    int equals = expression.indexOf('=');
    if (equals < 0) {
      CodePointSet category = Loaded.TABLE.named(CATEGORY + expression);
      return category == null ? binary(expression) : category;
    }
    String prefix = PREFIXES.get(expression.substring(0, equals));
    String value = expression.substring(equals + 1);
    if (prefix == null) {
      return null;
    }
    CodePointSet found = Loaded.TABLE.named(prefix + value);
    // A script that no other text borrows from is not listed twice.
    return found == null && prefix.equals("scx=") ? Loaded.TABLE.named("sc=" + value) : found;
  }

  private static @Nullable CodePointSet binary(String name) {
    return switch (name) {
      case "Any" -> CodePointSet.ALL;
      case "ASCII" -> CodePointSet.of(0, 127);
      case "Assigned" -> Objects.requireNonNull(find("Cn")).complement();
      default -> Loaded.TABLE.named(name);
    };
  }

  private @Nullable CodePointSet named(String key) {
    String definition = definitions.get(key);
    if (definition == null) {
      return null;
    }
    CodePointSet.Builder set = new CodePointSet.Builder();
    if (definition.startsWith("+")) {
      for (String part : definition.substring(1).split(" ", -1)) {
        set.addAll(Objects.requireNonNull(named(CATEGORY + part)));
      }
      return set.build();
    }
    String[] distances = definition.split(" ", -1);
    int at = 0;
    for (int i = 0; i < distances.length; i += 2) {
      int begin = at + Integer.parseInt(distances[i], 36);
      at = begin + Integer.parseInt(distances[i + 1], 36);
      set.add(begin, at - 1);
    }
    return set.build();
  }

  /** Read when the first expression needs it. */
  private static final class Loaded {
    static final UnicodeProperties TABLE = new UnicodeProperties();
  }
}
