package dev.callsheet.cli.lsp.request;

/**
 * What makes one text of another: the least that begins and ends where they differ.
 *
 * @param start where it begins in both
 * @param removed what stands there in the first
 * @param inserted what stands there in the second
 */
record TextChange(int start, String removed, String inserted) {
  static TextChange between(String before, String after) {
    int shorter = Math.min(before.length(), after.length());
    int start = 0;
    while (start < shorter && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    int same = 0;
    while (same < shorter - start
        && before.charAt(before.length() - 1 - same) == after.charAt(after.length() - 1 - same)) {
      same++;
    }
    return new TextChange(
        start,
        before.substring(start, before.length() - same),
        after.substring(start, after.length() - same));
  }

  /** How many characters longer the second text is. */
  int growth() {
    return inserted.length() - removed.length();
  }

  /** Whether all lines stay, but for what stands in one. */
  boolean isWithinLine() {
    return !hasBreak(removed) && !hasBreak(inserted);
  }

  private static boolean hasBreak(String text) {
    return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
  }
}
