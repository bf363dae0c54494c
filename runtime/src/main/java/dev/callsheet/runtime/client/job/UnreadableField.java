package dev.callsheet.runtime.client.job;

import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.internal.messages.DisplayText;
import tools.jackson.databind.JsonNode;

/**
 * A field of a delivered result that is not what its model says. The result is here without it, and
 * {@link Delivery#json()} has it as the server wrote it.
 *
 * @param pointer where it stands in the result
 * @param value what the server wrote there
 * @param reason what is wrong with it, in one line
 */
public record UnreadableField(JsonPointer pointer, JsonNode value, String reason) {
  /** Such as {@code seed is 9223372036854776000: out of range of `long`}. */
  @Override
  public String toString() {
    return pointer.path() + " is " + DisplayText.json(value) + ": " + reason;
  }
}
