package dev.callsheet.linter.internal.stream;

import dev.callsheet.linter.internal.json.JsonSyntaxException;
import dev.callsheet.linter.internal.json.JsonSyntaxMessages;
import dev.callsheet.linter.internal.json.JsonSyntaxMessages.OpenBracket;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Why a large document is not JSON.
 *
 * @param position where in the source
 * @param reason for people; empty where {@code cause} has it
 * @param cause the exception of the parser; null where it found no error
 * @param openBracket the position of the innermost bracket that is not closed; negative when there
 *     is none
 * @param openBracketKind {@code the object} or {@code the list}, which that bracket begins
 */
record JsonSyntaxError(
    long position,
    String reason,
    @Nullable JacksonException cause,
    long openBracket,
    String openBracketKind) {

  /** The error as an exception for a text around the position, of which {@code offset} is it. */
  JsonSyntaxException toException(String text, int offset, @Nullable OpenBracket opened) {
    return cause == null
        ? new JsonSyntaxException(offset, reason)
        : JsonSyntaxMessages.toException(cause, text, offset, opened);
  }
}
