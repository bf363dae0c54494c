package dev.callsheet.runtime.client.error;

import dev.callsheet.runtime.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** The request breaks rules of its model. Nothing was sent. */
public final class InvalidRequestException extends CallsheetException {
  private static final long serialVersionUID = 1;

  private final transient List<Violation> violations;

  /** An exception for a request to {@code model} and everything that is wrong with it. */
  public InvalidRequestException(String model, List<Violation> violations) {
    super(
        violations.stream()
            .map(violation -> "\n  " + violation)
            .collect(Collectors.joining("", "The request for " + model + " is not valid:", "")),
        null);
    this.violations = List.copyOf(violations);
  }

  /** What is wrong, errors and warnings. */
  public List<Violation> violations() {
    return violations;
  }
}
