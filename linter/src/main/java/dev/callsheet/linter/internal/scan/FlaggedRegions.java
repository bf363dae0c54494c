package dev.callsheet.linter.internal.scan;

import java.util.Arrays;

/**
 * What a scan found: how many tasks are valid for certain and what their UUIDs are, and the regions
 * that must be looked at again, in their order. Regions are tasks of a document, or lines; offsets
 * are in bytes from the start of the input.
 */
public final class FlaggedRegions {
  private static final int FIELDS = 4;

  private final ScannedUuids validUuids = new ScannedUuids();
  private final ScannedUuids flaggedUuids = new ScannedUuids();
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

  /** The UUIDs of the tasks that are valid for certain. */
  public ScannedUuids validUuids() {
    return validUuids;
  }

  /** The UUIDs of the tasks in those flagged regions that were {@linkplain #isRead read}. */
  public ScannedUuids flaggedUuids() {
    return flaggedUuids;
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

  /** Whether the UUIDs of the tasks in a region are known from the scan. */
  public boolean isRead(int region) {
    return regions[FIELDS * region + 3] != 0;
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
    add(from, to, index, false);
  }

  /**
   * Flags a region behind all others, of which all that a UUID depends on was read.
   *
   * @param firstUuid those of its tasks were added to {@link #validUuids} from the given one on
   */
  public void addRead(long from, long to, long index, int firstUuid) {
    validUuids.endRegion(firstUuid, to);
    add(from, to, index, validUuids.moveTo(flaggedUuids, firstUuid));
  }

  private void add(long from, long to, long index, boolean isRead) {
    if (FIELDS * (count + 1) > regions.length) {
      regions = Arrays.copyOf(regions, 2 * regions.length + 4 * FIELDS);
    }
    regions[FIELDS * count] = from;
    regions[FIELDS * count + 1] = to;
    regions[FIELDS * count + 2] = index;
    regions[FIELDS * count + 3] = isRead ? 1 : 0;
    count++;
  }

  /**
   * Flags regions of valid tasks as well.
   *
   * @param others none of them is flagged yet
   * @param tasks how many tasks are in them, which no longer count as valid
   */
  public void addAll(FlaggedRegions others, long tasks) {
    long[] merged = new long[FIELDS * (count + others.count)];
    int own = 0;
    int other = 0;
    for (int i = 0; i < count + others.count; i++) {
      boolean isOwn = other == others.count || (own < count && from(own) < others.from(other));
      FlaggedRegions next = isOwn ? this : others;
      System.arraycopy(
          next.regions, FIELDS * (isOwn ? own++ : other++), merged, FIELDS * i, FIELDS);
    }
    regions = merged;
    count += others.count;
    validTasks -= tasks;
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
