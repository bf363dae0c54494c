package dev.callsheet.spec.suggest;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what someone probably meant to write. */
public final class Nearest {
  /** Longer words than this are not looked at: nobody misspells them one letter at a time. */
  private static final int LONGEST = 200;

  private Nearest() {}

  /**
   * The known word most like {@code written}, if one is near enough to suggest: at most a third of
   * its letters differ. Case counts for little; of two equally near the first wins.
   */
  public static Optional<String> to(String written, Collection<String> known) {
    String nearest = null;
    int best = Integer.MAX_VALUE;
    for (String candidate : known) {
      int allowed = Math.max(1, candidate.length() / 3);
      if (written.length() > LONGEST || Math.abs(written.length() - candidate.length()) > allowed) {
        continue;
      }
      int distance = distance(written.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (distance <= allowed && distance < best && distance < candidate.length()) {
        nearest = candidate;
        best = distance;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** How many letters to insert, delete, replace or swap with their neighbour. */
  private static int distance(String from, String to) {
    int[] beforeLast = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int same = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(last[j - 1] + same, 1 + Math.min(last[j], row[j - 1]));
        if (i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[to.length()];
  }
}
