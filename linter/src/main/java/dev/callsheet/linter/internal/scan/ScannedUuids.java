package dev.callsheet.linter.internal.scan;

import java.util.Arrays;

/**
 * The UUIDs of tasks that a scan has read, in the order of the input: 56 bytes for each, and no
 * object. The first {@link #MAX_COUNT} of an input are kept.
 */
public final class ScannedUuids {
  /** How many are kept; the others are counted. */
  public static final int MAX_COUNT = 1 << 20;

  private static final int FIELDS = 6;

  private long[] fields = {};
  private String[] models = {};
  private int count;
  private long omitted;

  /** How many there are. */
  public int count() {
    return count;
  }

  /** How many tasks there were beyond those that are kept. */
  public long omitted() {
    return omitted;
  }

  /** The first 64 bits. */
  public long high(int task) {
    return fields[FIELDS * task];
  }

  /** The last 64 bits. */
  public long low(int task) {
    return fields[FIELDS * task + 1];
  }

  /** Where the UUID stands: the offset of its first quote. */
  public long offset(int task) {
    return fields[FIELDS * task + 2];
  }

  /** Where the task or the line with it begins. */
  public long from(int task) {
    return fields[FIELDS * task + 3];
  }

  /** Where the task or the line with it ends. */
  public long to(int task) {
    return fields[FIELDS * task + 4];
  }

  /** Which task of the document, or which line, it is; counted from 0. */
  public long index(int task) {
    return fields[FIELDS * task + 5] >> 32;
  }

  /** Which task of a list in a line it is; -1 when the line holds no list. */
  public int item(int task) {
    return (int) fields[FIELDS * task + 5];
  }

  /** The id of its model. */
  public String model(int task) {
    return models[task];
  }

  /** Adds a task of a region whose end is not known yet. */
  public void add(UuidBits uuid, long offset, long from, long index, int item, String model) {
    if (count == MAX_COUNT) {
      omitted++;
      return;
    }
    reserve(1);
    int at = FIELDS * count;
    fields[at] = uuid.high();
    fields[at + 1] = uuid.low();
    fields[at + 2] = offset;
    fields[at + 3] = from;
    fields[at + 5] = (index << 32) | (item & 0xFFFFFFFFL);
    models[count] = model;
    count++;
  }

  /** Sets the end of the region of the tasks from the given one on. */
  public void endRegion(int first, long to) {
    for (int task = first; task < count; task++) {
      fields[FIELDS * task + 4] = to;
    }
  }

  /** Leaves out the tasks from the given one on, whose region turned out to be flagged. */
  public void truncate(int first) {
    omitted = first < count ? 0 : omitted;
    count = first;
  }

  /**
   * Moves the tasks from the given one on to others, as far as there is room.
   *
   * @return whether there was room for all
   */
  boolean moveTo(ScannedUuids others, int first) {
    int moved = count - first;
    boolean isRoom = omitted == 0 && others.count + moved <= MAX_COUNT;
    if (isRoom) {
      others.reserve(moved);
      System.arraycopy(
          fields, FIELDS * first, others.fields, FIELDS * others.count, FIELDS * moved);
      System.arraycopy(models, first, others.models, others.count, moved);
      others.count += moved;
    }
    truncate(first);
    return isRoom;
  }

  private void reserve(int more) {
    int needed = FIELDS * (count + more);
    if (needed > fields.length) {
      int rows = Math.max(needed, fields.length + fields.length / 2) / FIELDS;
      fields = Arrays.copyOf(fields, FIELDS * Math.max(rows, 4));
      models = Arrays.copyOf(models, fields.length / FIELDS);
    }
  }
}
