package dev.callsheet.linter.internal.taskuuid;

import java.util.Arrays;

/**
 * Remembers where each UUID was used first: a hash table with open addressing and linear probing,
 * at most half full, over arrays in which a UUID takes 28 bytes. It remembers so many UUIDs and no
 * more; others are still compared with these.
 */
public final class FirstUseTable {
  private static final int NONE = -1;

  /** Another one in each process, so that nobody can choose UUIDs that collide. */
  private static final UuidHash HASH = UuidHash.random();

  private final int maxCount;
  private long[] uuids = new long[32];
  private long[] places = new long[16];
  private int[] items = new int[16];
  private int[] slots = newSlots(64);
  private int count;
  private long omitted;

  /** Remembers up to so many UUIDs. */
  public FirstUseTable(int maxCount) {
    this.maxCount = maxCount;
  }

  /** How many UUIDs were not remembered. */
  public long omitted() {
    return omitted;
  }

  /** The number of the first use of this UUID, if there is one; else -1, and this is the first. */
  public int findOrAdd(long high, long low, long place, int item) {
    int mask = slots.length - 1;
    int slot = HASH.of(high, low) & mask;
    for (int use = slots[slot]; use != NONE; use = slots[slot]) {
      if (uuids[2 * use] == high && uuids[2 * use + 1] == low) {
        return use;
      }
      slot = (slot + 1) & mask;
    }
    if (count == maxCount) {
      omitted++;
    } else {
      slots[slot] = count;
      add(high, low, place, item);
    }
    return NONE;
  }

  /** Where it was. */
  public long place(int use) {
    return places[use];
  }

  /** Which task of a list it was in; -1 where there is no list. */
  public int item(int use) {
    return items[use];
  }

  private void add(long high, long low, long place, int item) {
    if (count == places.length) {
      int size = count + count / 2;
      uuids = Arrays.copyOf(uuids, 2 * size);
      places = Arrays.copyOf(places, size);
      items = Arrays.copyOf(items, size);
    }
    uuids[2 * count] = high;
    uuids[2 * count + 1] = low;
    places[count] = place;
    items[count] = item;
    count++;
    if (2 * count > slots.length) {
      enlargeSlots();
    }
  }

  private void enlargeSlots() {
    slots = newSlots(2 * slots.length);
    int mask = slots.length - 1;
    for (int use = 0; use < count; use++) {
      int slot = HASH.of(uuids[2 * use], uuids[2 * use + 1]) & mask;
      while (slots[slot] != NONE) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = use;
    }
  }

  private static int[] newSlots(int size) {
    int[] slots = new int[size];
    Arrays.fill(slots, NONE);
    return slots;
  }
}
