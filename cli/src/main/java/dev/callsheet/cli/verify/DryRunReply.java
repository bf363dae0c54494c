package dev.callsheet.cli.verify;

import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a platform says of a request that it does not execute. */
public sealed interface DryRunReply {
  /**
   * It would be accepted.
   *
   * @param cost what it would cost, in the currency of the account
   * @param body the whole reply
   */
  record Accepted(BigDecimal cost, JsonNode body) implements DryRunReply {}

  /**
   * It would be refused.
   *
   * @param parameters those that the errors are about, as the platform names them; may be empty
   * @param message the text of the first error
   */
  record Refused(List<String> parameters, String message) implements DryRunReply {
    /** Copies the list. */
    public Refused {
      parameters = List.copyOf(parameters);
    }
  }
}
