package dev.callsheet.spec.lint.scan;

import java.util.Arrays;

/**
 * What a pass has found: how many tasks are certainly right, and where those parts stand that
 * deserve a closer look, in their order.
 */
public final class Suspects {
  private long[] parts = {};
  private int count;
  private long right;
  private boolean plain = true;
  private boolean list;
  private long lines;

  /** How many parts deserve a closer look. */
  public int count() {
    return count;
  }

  /** How many tasks are certainly right. */
  public long right() {
    return right;
  }

  /** Whether the whole is JSON; when it is not, nothing else that is said of it counts. */
  public boolean isPlain() {
    return plain;
  }

  /** Where a part begins. */
  public long from(int part) {
    return parts[3 * part];
  }

  /** Where a part ends. */
  public long to(int part) {
    return parts[3 * part + 1];
  }

  /** Which task of the list, or which line, the part is; counted from 0. */
  public long index(int part) {
    return parts[3 * part + 2];
  }

  /** Whether the whole is a list of tasks. */
  public boolean isList() {
    return list;
  }

  /** How many lines have passed, where they were counted. */
  public long lines() {
    return lines;
  }

  void add(long from, long to, long index) {
    if (3 * count + 3 > parts.length) {
      parts = Arrays.copyOf(parts, 2 * parts.length + 12);
    }
    parts[3 * count] = from;
    parts[3 * count + 1] = to;
    parts[3 * count + 2] = index;
    count++;
  }

  void addRight(long tasks) {
    right += tasks;
  }

  void beginList() {
    list = true;
  }

  void notPlain() {
    plain = false;
  }

  void countLines(long passed) {
    lines = passed;
  }
}
