package dev.callsheet.linter.internal.fastpath;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds a name among known ones by its bytes: a hash table with open addressing and linear probing,
 * at most half full, so that a look-up takes constant time.
 */
final class Utf8NameTable {
  private static final byte[] NONE = {};

  private final @Nullable Utf8Name[] slots;
  private final int[] indexes;
  private final int mask;

  /** A slot is the highest bits of a hash, which depend on all bits of what is hashed. */
  private final int shift;

  /** Finds these names; the result is the index in the list. */
  Utf8NameTable(List<String> names) {
    int size = Integer.highestOneBit(Math.max(names.size(), 1)) * 4;
    this.slots = new Utf8Name[size];
    this.indexes = new int[size];
    this.mask = size - 1;
    this.shift = Integer.numberOfLeadingZeros(mask);
    for (int i = 0; i < names.size(); i++) {
      Utf8Name name = new Utf8Name(names.get(i));
      int slot = name.hash() >>> shift;
      while (slots[slot] != null) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = name;
      indexes[slot] = i;
    }
  }

  /** The index of the name that equals a string; -1 when none does. */
  int find(StringToken text) {
    if (text.isVerbatim()) {
      return find(text.bytes, text.from, text.to);
    }
    byte[] value = text.longString != null ? NONE : text.value().getBytes(StandardCharsets.UTF_8);
    return find(value, 0, value.length);
  }

  /** The index of the name between two offsets; -1 when it is unknown. */
  private int find(byte[] bytes, int from, int to) {
    int slot = Utf8Name.hash(bytes, from, to) >>> shift;
    for (Utf8Name name = slots[slot]; name != null; name = slots[slot]) {
      if (name.length() == to - from && name.isAt(bytes, from)) {
        return indexes[slot];
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  }
}
