package dev.callsheet.spec.lint.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Finds a name among known ones by its bytes, at a cost that does not grow with their number. */
final class NameTable {
  private static final byte[] NONE = {};

  private final byte[][] slots;
  private final int[] indexes;
  private final int mask;

  /** Knows these names by their places in the list. */
  NameTable(List<String> names) {
    int size = Integer.highestOneBit(Math.max(names.size(), 1)) * 4;
    this.slots = new byte[size][];
    this.indexes = new int[size];
    this.mask = size - 1;
    for (int i = 0; i < names.size(); i++) {
      byte[] name = names.get(i).getBytes(StandardCharsets.UTF_8);
      int slot = slot(name, 0, name.length);
      while (slots[slot] != null) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = name;
      indexes[slot] = i;
    }
  }

  /** The index of the name that a string is; -1 when it is not known. */
  int find(Text text) {
    if (text.isPlain()) {
      return find(text.bytes, text.from, text.to);
    }
    byte[] said = text.isGiant ? NONE : text.string().getBytes(StandardCharsets.UTF_8);
    return find(said, 0, said.length);
  }

  /** The index of the name that stands between two offsets; -1 when it is not known. */
  private int find(byte[] bytes, int from, int to) {
    int slot = slot(bytes, from, to);
    while (slots[slot] != null) {
      if (Arrays.equals(slots[slot], 0, slots[slot].length, bytes, from, to)) {
        return indexes[slot];
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  private int slot(byte[] bytes, int from, int to) {
    int length = to - from;
    long hash = length;
    if (length >= 8) {
      hash += Words.at(bytes, from) * 31 + Words.at(bytes, to - 8);
    } else {
      for (int i = from; i < to; i++) {
        hash = hash * 31 + bytes[i];
      }
    }
    hash *= 0x9E3779B97F4A7C15L;
    return (int) (hash >>> 32) & mask;
  }
}
