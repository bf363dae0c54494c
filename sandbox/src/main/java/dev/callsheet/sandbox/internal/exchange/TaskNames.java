package dev.callsheet.sandbox.internal.exchange;

import dev.callsheet.sandbox.internal.ledger.TaskKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tasks that a body names beyond what is kept of it, as it goes by: whatever looks like a UUID,
 * and what stands behind {@code taskUUID}. Of each a number of 64 bits is kept, by which it is
 * found again; a body may name hundreds of thousands.
 */
final class TaskNames {
  private static final Pattern NAME =
      Pattern.compile(
          "\"taskUUID\"\\s{0,9}:\\s{0,9}\"([^\"\\\\]{1,300})\"|"
              + "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

  /** What may be the beginning of a name is looked at again with what follows. */
  private static final int LONGEST = 340;

  private final StringBuilder unread = new StringBuilder();
  private long[] names = new long[0];
  private int count;

  /** Reads on. Names are ASCII, or written as they are in UTF-8. */
  void read(ByteBuffer part) {
    read(StandardCharsets.ISO_8859_1.decode(part.slice()));
  }

  /** Reads on. */
  void read(CharSequence part) {
    unread.append(part);
    Matcher name = NAME.matcher(unread);
    int read = 0;
    while (name.find()) {
      add(name.group(1) == null ? name.group() : name.group(1));
      read = name.end();
    }
    unread.delete(0, Math.max(read, unread.length() - LONGEST));
  }

  private void add(String name) {
    if (count == names.length) {
      names = Arrays.copyOf(names, Math.max(16, 2 * count));
    }
    names[count] = hash(TaskKey.of(name));
    count++;
  }

  /** Those that were found, in order. */
  long[] found() {
    long[] found = Arrays.copyOf(names, count);
    Arrays.sort(found);
    return found;
  }

  /** Whether a task is among those that were found. */
  static boolean isAmong(long[] found, String taskKey) {
    return found.length > 0 && Arrays.binarySearch(found, hash(taskKey)) >= 0;
  }

  /** FNV-1a. */
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
