package dev.callsheet.cli.verify;

import dev.callsheet.generator.vectors.TestVector;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.internal.messages.DisplayText;
import java.util.List;

/**
 * A test request with what the spec and the platform say of it.
 *
 * @param vector the request
 * @param isValid whether it is valid by the spec, perhaps with warnings
 * @param price what it costs by the spec, if it is valid
 * @param parameters those that are wrong by the spec, as the platform would name them; empty if it
 *     is valid
 * @param reply what the platform says
 * @param agreement what comes of it
 */
public record ComparedVector(
    TestVector vector,
    boolean isValid,
    Price price,
    List<String> parameters,
    DryRunReply reply,
    Agreement agreement) {
  /** Copies the list. */
  public ComparedVector {
    parameters = List.copyOf(parameters);
  }

  /** What differs, in one line. */
  public String message() {
    return vector.name() + ": " + ours() + "; " + theirs();
  }

  private String ours() {
    if (isValid) {
      return "valid by the spec"
          + (agreement == Agreement.PRICE ? " for " + price + " (" + price.why() + ")" : "");
    }
    return "invalid by the spec [" + vector.rule() + "]" + about(parameters);
  }

  private String theirs() {
    if (reply instanceof DryRunReply.Refused refused) {
      return "refused by the platform"
          + about(refused.parameters())
          + ": "
          + DisplayText.line(refused.message());
    }
    String cost = ((DryRunReply.Accepted) reply).cost().stripTrailingZeros().toPlainString();
    return "accepted by the platform for " + cost;
  }

  private static String about(List<String> parameters) {
    return parameters.isEmpty()
        ? ""
        : " for `" + DisplayText.line(String.join("`, `", parameters)) + "`";
  }
}
