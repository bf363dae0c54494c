package dev.callsheet.generator.internal.java.naming;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names given out in one place, such as a package or a class; each only once. Two names that differ
 * only in case count as the same, since files with such names cannot stand side by side everywhere.
 */
public final class UniqueNames {
  private final Set<String> taken = new HashSet<>();

  /** With some names taken from the start. */
  public UniqueNames(Collection<String> taken) {
    taken.forEach(name -> this.taken.add(caseFolded(name)));
  }

  /** With nothing taken. */
  public UniqueNames() {}

  /** The first of the candidates that is free; if none is, the last with the next free number. */
  public String allocate(String... candidates) {
    return Arrays.stream(candidates)
        .filter(this::reserve)
        .findFirst()
        .orElseGet(() -> numbered(candidates[candidates.length - 1]));
  }

  private String numbered(String name) {
    String separator = Character.isDigit(name.charAt(name.length() - 1)) ? "_" : "";
    int number = 2;
    while (!reserve(name + separator + number)) {
      number++;
    }
    return name + separator + number;
  }

  private boolean reserve(String name) {
    return taken.add(caseFolded(name));
  }

  private static String caseFolded(String name) {
    return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
