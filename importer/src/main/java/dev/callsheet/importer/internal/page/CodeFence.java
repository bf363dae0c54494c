package dev.callsheet.importer.internal.page;

import dev.callsheet.spec.source.SourceLocation;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line before a block of code, as CommonMark has it: what follows is code until a line of as
 * many of the same characters, or more.
 *
 * @param characters three or more of {@code `} or {@code ~}
 */
record CodeFence(String characters, SourceLocation location) {
  private static final Pattern OPENING = Pattern.compile("(`{3,})[^`]*|(~{3,}).*");

  /** The fence that a line is; empty where it is none. */
  static Optional<CodeFence> of(String line, SourceLocation location) {
    Matcher opening = OPENING.matcher(line);
    if (!opening.matches()) {
      return Optional.empty();
    }
    String characters = opening.group(1) == null ? opening.group(2) : opening.group(1);
    return Optional.of(new CodeFence(characters, location));
  }

  boolean isClosedBy(String line) {
    return line.startsWith(characters) && line.chars().allMatch(c -> c == characters.charAt(0));
  }
}
