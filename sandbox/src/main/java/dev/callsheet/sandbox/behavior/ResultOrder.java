package dev.callsheet.sandbox.behavior;

/** The order of a task's results in the reply to a poll. */
public enum ResultOrder {
  /** The same on every poll. */
  STABLE,
  /** Those still rendering before those finished, so that places change over time. */
  UNFINISHED_FIRST,
  /** Begun one item later on every poll. */
  ROTATING,
  /** At random, and some of them twice. */
  SHUFFLED
}
