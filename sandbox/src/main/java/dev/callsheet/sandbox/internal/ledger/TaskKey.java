package dev.callsheet.sandbox.internal.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.UUID;

/**
 * The form of a task's UUID that tasks are found by: UUIDs are the same in either case. A name that
 * is none may be as long as a request; of that, the beginning and a digest of all stand for it.
 */
public final class TaskKey {
  private static final int LONGEST = 200;
  private static final int BEGINNING = 160;

  /** How long the ellipsis and the digest are. */
  private static final int DIGEST = 37;

  private TaskKey() {}

  /** The UUID in lower case, of at most 200 characters; of a key, the key itself. */
  public static String of(String taskUUID) {
    String name = taskUUID.toLowerCase(Locale.ROOT);
    return name.length() <= LONGEST
        ? name
        : ShortText.of(name, BEGINNING) + UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
  }

  /** Whether a text has a name that a key may stand for; of a long one, its beginning. */
  public static boolean isNamedIn(String key, String text) {
    int digest = key.length() - DIGEST;
    boolean isShortened = digest >= BEGINNING - 1 && key.charAt(digest) == '…';
    return text.toLowerCase(Locale.ROOT).contains(isShortened ? key.substring(0, digest) : key);
  }
}
