package dev.callsheet.spec.lint.scan;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds a name among known ones by its bytes, at a cost that does not grow with their number. */
final class NameTable {
  private static final byte[] NONE = {};

  private final @Nullable Name[] slots;
  private final int[] indexes;
  private final int mask;

  /** Knows these names by their places in the list. */
  NameTable(List<String> names) {
    int size = Integer.highestOneBit(Math.max(names.size(), 1)) * 4;
    this.slots = new Name[size];
    this.indexes = new int[size];
    this.mask = size - 1;
    for (int i = 0; i < names.size(); i++) {
      Name name = new Name(names.get(i));
      int slot = name.hash() & mask;
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
    byte[] said = text.giant != null ? NONE : text.string().getBytes(StandardCharsets.UTF_8);
    return find(said, 0, said.length);
  }

  /** The index of the name that stands between two offsets; -1 when it is not known. */
  private int find(byte[] bytes, int from, int to) {
    int slot = Name.hash(bytes, from, to) & mask;
    for (Name name = slots[slot]; name != null; name = slots[slot]) {
      if (name.length() == to - from && name.isAt(bytes, from)) {
        return indexes[slot];
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  }
}
