package dev.callsheet.spec.source;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Suggests the known word that a mistyped one is probably meant to be, by edit distance. */
public final class SpellingSuggestion {
  private SpellingSuggestion() {}

  /**
   * The known word with the smallest edit distance to {@code word}, ignoring case; the first of
   * equally near ones. Empty when even that differs in more than a third of the letters.
   */
  public static Optional<String> nearest(String word, Collection<String> known) {
    String wanted = word.toLowerCase(Locale.ROOT);
    int limit = Math.max(1, (wanted.length() + 1) / 3);
    String nearest = null;
    for (String candidate : known) {
      if (Math.abs(candidate.length() - wanted.length()) > limit) {
        continue;
      }
      int distance = editDistance(wanted, candidate.toLowerCase(Locale.ROOT));
      if (distance <= limit) {
        nearest = candidate;
        limit = distance - 1;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** {@code ; did you mean `nearest`?}, or nothing when no known word is near. */
  public static String hint(String word, Collection<String> known) {
    return nearest(word, known).map(near -> "; did you mean `" + near + "`?").orElse("");
  }

  /** Insertions, deletions, replacements and swaps of neighbours that turn one into the other. */
  private static int editDistance(String from, String to) {
    int[] beforeLast = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      last[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] current = new int[to.length() + 1];
      current[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        boolean same = from.charAt(row - 1) == to.charAt(column - 1);
        int replaced = last[column - 1] + (same ? 0 : 1);
        int shifted = 1 + Math.min(last[column], current[column - 1]);
        current[column] = Math.min(replaced, shifted);
        if (isTransposition(from, row, to, column)) {
          current[column] = Math.min(current[column], beforeLast[column - 2] + 1);
        }
      }
      beforeLast = last;
      last = current;
    }
    return last[to.length()];
  }

  private static boolean isTransposition(String from, int row, String to, int column) {
    return row > 1
        && column > 1
        && from.charAt(row - 1) == to.charAt(column - 2)
        && from.charAt(row - 2) == to.charAt(column - 1);
  }
}
