package dev.callsheet.importer.internal.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Merges two texts that were made from a third one, line by line, so that comments and layout stay.
 * Lines that all three have divide the texts into pieces; of each piece, the text that changed it
 * is taken, and where both did, there is no merged text.
 *
 * <p>Which lines two texts share is a longest common subsequence, in time and space of the product
 * of their numbers of lines.
 *
 * <p>Source: S. Khanna, K. Kunal and B. Pierce, <em>A formal investigation of diff3</em> (2007).
 */
final class LineMerge {
  private static final int MAX_LINES = 5_000;

  private LineMerge() {}

  /** The merged text; empty where both texts changed the same lines, or have too many. */
  static Optional<String> merge(String base, String author, String source) {
    List<String> before = base.lines().toList();
    List<String> mine = author.lines().toList();
    List<String> theirs = source.lines().toList();
    if (Math.max(before.size(), Math.max(mine.size(), theirs.size())) > MAX_LINES) {
      return Optional.empty();
    }
    int[] inMine = matches(before, mine);
    int[] inTheirs = matches(before, theirs);
    List<String> merged = new ArrayList<>();
    int b = 0;
    int m = 0;
    int t = 0;
    for (int i = 0; i <= before.size(); i++) {
      boolean isEnd = i == before.size();
      int nextMine = isEnd ? mine.size() : inMine[i];
      int nextTheirs = isEnd ? theirs.size() : inTheirs[i];
      if (nextMine < 0 || nextTheirs < 0) {
        continue;
      }
      Optional<List<String>> piece =
          piece(before.subList(b, i), mine.subList(m, nextMine), theirs.subList(t, nextTheirs));
      if (piece.isEmpty()) {
        return Optional.empty();
      }
      merged.addAll(piece.get());
      if (!isEnd) {
        merged.add(before.get(i));
      }
      b = i + 1;
      m = nextMine + 1;
      t = nextTheirs + 1;
    }
    return Optional.of(String.join("\n", merged) + "\n");
  }

  private static Optional<List<String>> piece(
      List<String> before, List<String> mine, List<String> theirs) {
    if (mine.equals(theirs) || before.equals(theirs)) {
      return Optional.of(mine);
    }
    return before.equals(mine) ? Optional.of(theirs) : Optional.empty();
  }

  /** For each line of one text, the line of the other that it is; -1 for none. */
  private static int[] matches(List<String> one, List<String> other) {
    int[][] lengths = new int[one.size() + 1][other.size() + 1];
    for (int i = one.size() - 1; i >= 0; i--) {
      for (int j = other.size() - 1; j >= 0; j--) {
        lengths[i][j] =
            one.get(i).equals(other.get(j))
                ? lengths[i + 1][j + 1] + 1
                : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
      }
    }
    int[] matches = new int[one.size()];
    int j = 0;
    for (int i = 0; i < one.size(); i++) {
      while (j < other.size()
          && !one.get(i).equals(other.get(j))
          && lengths[i][j + 1] >= lengths[i + 1][j]) {
        j++;
      }
      boolean isMatch = j < other.size() && one.get(i).equals(other.get(j));
      matches[i] = isMatch ? j++ : -1;
    }
    return matches;
  }
}
