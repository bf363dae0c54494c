package dev.callsheet.linter.internal.fastpath;

import java.util.Arrays;

/**
 * What a pass has found: how many tasks are certainly right, and where those parts stand that
 * deserve a closer look, in their order.
 */
public final class FlaggedRegions {
  private long[] regions = {};
  private int count;
  private long validTasks;
  private boolean wellFormed = true;
  private boolean list;
  private long lineCount;

  /** How many parts deserve a closer look. */
  public int count() {
    return count;
  }

  /** How many tasks are certainly right. */
  public long validTasks() {
    return validTasks;
  }

  /** Whether the whole is JSON; when it is not, nothing else that is said of it counts. */
  public boolean isWellFormed() {
    return wellFormed;
  }

  /** Where a part begins. */
  public long from(int part) {
    return regions[3 * part];
  }

  /** Where a part ends. */
  public long to(int part) {
    return regions[3 * part + 1];
  }

  /** Which task of the list, or which line, the part is; counted from 0. */
  public long index(int part) {
    return regions[3 * part + 2];
  }

  /** Whether the whole is a list of tasks. */
  public boolean isList() {
    return list;
  }

  /** How many lines have passed, where they were counted. */
  public long lineCount() {
    return lineCount;
  }

  void add(long from, long to, long index) {
    if (3 * count + 3 > regions.length) {
      regions = Arrays.copyOf(regions, 2 * regions.length + 12);
    }
    regions[3 * count] = from;
    regions[3 * count + 1] = to;
    regions[3 * count + 2] = index;
    count++;
  }

  void addValidTasks(long tasks) {
    validTasks += tasks;
  }

  void markAsList() {
    list = true;
  }

  void markMalformed() {
    wellFormed = false;
  }

  void setLineCount(long passed) {
    lineCount = passed;
  }
}
