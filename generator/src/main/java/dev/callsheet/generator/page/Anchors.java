package dev.callsheet.generator.page;

import dev.callsheet.spec.internal.text.KebabCase;
import java.util.HashSet;
import java.util.Set;

/**
 * Names for links and files, of lower-case letters, digits and hyphens: no two of them are the
 * same, whatever they are made from.
 */
public final class Anchors {
  private final Set<String> taken = new HashSet<>();

  /** A name made from a text that may hold anything. */
  public String next(String text) {
    String base = KebabCase.of(text);
    String name = base.isEmpty() ? "x" : base.substring(0, Math.min(base.length(), 120));
    String unique = name;
    for (int number = 2; !taken.add(unique); number++) {
      unique = name + "-" + number;
    }
    return unique;
  }
}
