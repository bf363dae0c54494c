package dev.callsheet.runtime.internal.job;

/**
 * What is done about a submission whose reply was lost: the platform may have taken the task, and a
 * second one would be paid, too.
 */
public enum Repetition {
  /** The platform recognizes a repetition by a key that travels with it, so it is sent again. */
  SEND_AGAIN,
  /** The platform is asked for the task, and it is sent again only if it is surely not there. */
  LOOK_UP,
  /** Nobody can know, so it is never sent again. */
  NEVER
}
