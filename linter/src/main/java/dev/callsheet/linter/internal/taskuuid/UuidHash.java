package dev.callsheet.linter.internal.taskuuid;

import java.io.Serializable;
import java.util.SplittableRandom;

/**
 * A hash of UUIDs: every bit of one changes about half of the result's, as UUIDs need not be
 * random.
 *
 * @param seed decides on the function; who does not know it cannot choose UUIDs that collide
 */
public record UuidHash(long seed) implements Serializable {
  /** One of many. */
  public static UuidHash random() {
    return new UuidHash(new SplittableRandom().nextLong());
  }

  /** The hash of a UUID, given its first and its last 64 bits. */
  public int of(long high, long low) {
    return (int) mix(mix(high ^ seed) ^ low);
  }

  /** The finalizer of MurmurHash3. */
  private static long mix(long value) {
    long mixed = (value ^ (value >>> 33)) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ (mixed >>> 33);
  }
}
