package dev.callsheet.linter.internal.stream;

import dev.callsheet.linter.internal.json.JsonSyntaxException;
import dev.callsheet.linter.internal.json.JsonSyntaxMessages;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What makes a large document no JSON.
 *
 * @param position where in the feed
 * @param reason for people, where the exception does not say it
 * @param cause what the parser says
 * @param openBracket the position of the innermost bracket that is not closed; negative when there
 *     is none
 * @param openBracketKind what that bracket begins, for people
 */
record JsonSyntaxError(
    long position,
    String reason,
    @Nullable JacksonException cause,
    long openBracket,
    String openBracketKind) {

  /** The same, said of an offset in a text from around the position. */
  JsonSyntaxException toException(String text, int offset, String opened) {
    return cause == null
        ? new JsonSyntaxException(offset, reason)
        : JsonSyntaxMessages.toException(cause, text, offset, opened);
  }
}
