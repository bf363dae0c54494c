package dev.callsheet.spec.lint;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What makes a large document no JSON.
 *
 * @param position where in the feed
 * @param reason for people, where the exception does not say it
 * @param cause what the parser says
 * @param open the position of the innermost bracket that is not closed; negative when there is none
 * @param openKind what that bracket begins, for people
 */
record Trouble(
    long position, String reason, @Nullable JacksonException cause, long open, String openKind) {

  /** The same, said of an offset in a text from around the position. */
  Malformed malformed(String text, int offset, String opened) {
    return cause == null
        ? new Malformed(offset, reason)
        : MalformedReason.of(cause, text, offset, opened);
  }
}
