package dev.callsheet.linter.internal.scan;

import java.util.Arrays;

/**
 * What a scan found: how many tasks are valid for certain, and the regions that must be looked at
 * again, in their order. Regions are tasks of a document, or lines; offsets are in bytes from the
 * start of the input.
 */
public final class FlaggedRegions {
  private static final int FIELDS = 3;

  private long[] regions = {};
  private int count;
  private long validTasks;
  private boolean isWhole;
  private boolean isList;
  private long lineCount;

  /** Flags the whole input, whatever it is. */
  public static FlaggedRegions whole() {
    FlaggedRegions flagged = new FlaggedRegions();
    flagged.isWhole = true;
    return flagged;
  }

  /** Whether the whole input is flagged, of which nothing is known then, not even its tasks. */
  public boolean isWhole() {
    return isWhole;
  }

  /** Whether nothing must be looked at again. */
  public boolean isEmpty() {
    return !isWhole && count == 0;
  }

  /** How many regions are flagged. */
  public int count() {
    return count;
  }

  /** How many tasks are valid for certain. */
  public long validTasks() {
    return validTasks;
  }

  /** Where a region begins. */
  public long from(int region) {
    return regions[FIELDS * region];
  }

  /** Where a region ends. */
  public long to(int region) {
    return regions[FIELDS * region + 1];
  }

  /** Which task of the list, or which line, the region is; counted from 0. */
  public long index(int region) {
    return regions[FIELDS * region + 2];
  }

  /** Whether the document is a list of tasks. */
  public boolean isList() {
    return isList;
  }

  /** How many lines ended, where lines were scanned. */
  public long lineCount() {
    return lineCount;
  }

  /** Flags a region behind all others. */
  public void add(long from, long to, long index) {
    if (FIELDS * (count + 1) > regions.length) {
      regions = Arrays.copyOf(regions, 2 * regions.length + 4 * FIELDS);
    }
    regions[FIELDS * count] = from;
    regions[FIELDS * count + 1] = to;
    regions[FIELDS * count + 2] = index;
    count++;
  }

  /** Counts tasks that are valid for certain. */
  public void addValidTasks(long tasks) {
    validTasks += tasks;
  }

  /** Notes that the document is a list of tasks. */
  public void markAsList() {
    isList = true;
  }

  /** Sets how many lines ended. */
  public void setLineCount(long lines) {
    lineCount = lines;
  }
}
