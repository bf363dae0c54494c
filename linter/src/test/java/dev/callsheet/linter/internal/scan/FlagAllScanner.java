package dev.callsheet.linter.internal.scan;

import dev.callsheet.linter.internal.input.ByteSource;

/** Flags whatever there is: the linter without its fast path. */
public final class FlagAllScanner implements RequestScanner {
  @Override
  public FlaggedRegions scanLines(byte[] content, int from, int to) {
    FlaggedRegions flagged = new FlaggedRegions();
    long line = 0;
    int start = from;
    while (start < to) {
      int end = LineBreaks.endOfLine(content, start, to);
      flagged.add(start, end, line);
      line += end < to ? 1 : 0;
      start = LineBreaks.startOfNextLine(content, end, to);
    }
    flagged.setLineCount(line);
    return flagged;
  }

  @Override
  public FlaggedRegions scanDocument(byte[] content, int from, int to) {
    return FlaggedRegions.whole();
  }

  @Override
  public FlaggedRegions scanDocument(ByteSource source, long from, long to) {
    return FlaggedRegions.whole();
  }

  @Override
  public RequestScanner flaggingValidTasks(long maxBytes) {
    return this;
  }
}
