package dev.callsheet.sandbox.internal.exchange;

import dev.callsheet.sandbox.internal.ledger.TaskKey;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
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
  private static final String MEMBER = "\"taskUUID\"";
  private static final Pattern NAMED =
      Pattern.compile(MEMBER + "\\s{0,9}:\\s{0,9}\"([^\"\\\\]{1,300})\"");

  private static final int UUID_LENGTH = 36;
  private static final int FIRST_DASH = 8;

  /** What may be the beginning of a name is looked at again with what follows. */
  private static final int LONGEST = 340;

  private String unread = "";
  private long[] names = new long[0];
  private int count;

  /** Reads on. */
  void read(CharSequence part) {
    read(StandardCharsets.UTF_8.encode(CharBuffer.wrap(part)));
  }

  /**
   * Reads on, in UTF-8: byte by byte, as a part may end within a character. A body may be long, so
   * only what a name begins with is looked for in all of it.
   */
  void read(ByteBuffer part) {
    String text = unread + StandardCharsets.ISO_8859_1.decode(part.slice());
    int read = Math.max(uuids(text), members(text));
    unread = text.substring(Math.max(read, text.length() - LONGEST));
  }

  /** Adds what looks like a UUID; returns where the last one ends. */
  private int uuids(String text) {
    int end = 0;
    for (int dash = text.indexOf('-'); dash >= 0; dash = text.indexOf('-', dash + 1)) {
      int from = dash - FIRST_DASH;
      if (from >= end && isUuid(text, from)) {
        end = from + UUID_LENGTH;
        add(text.substring(from, end));
        dash = end - 1;
      }
    }
    return end;
  }

  private static boolean isUuid(String text, int from) {
    if (text.length() < from + UUID_LENGTH) {
      return false;
    }
    for (int i = 0; i < UUID_LENGTH; i++) {
      char c = text.charAt(from + i);
      boolean isDash = i == FIRST_DASH || i == 13 || i == 18 || i == 23;
      if (isDash ? c != '-' : Character.digit(c, 16) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Adds other names; returns where the last one ends. */
  private int members(String text) {
    int end = 0;
    for (int at = text.indexOf(MEMBER); at >= 0; at = text.indexOf(MEMBER, at + 1)) {
      Matcher named = NAMED.matcher(text).region(at, text.length());
      if (named.lookingAt()) {
        end = named.end();
        if (!isUuid(named.group(1), 0)) {
          byte[] bytes = named.group(1).getBytes(StandardCharsets.ISO_8859_1);
          add(new String(bytes, StandardCharsets.UTF_8));
        }
      }
    }
    return end;
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
