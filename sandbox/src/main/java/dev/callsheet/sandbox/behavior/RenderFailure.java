package dev.callsheet.sandbox.behavior;

/**
 * The last results of every task fail to render. They are not charged.
 *
 * @param failedResults how many of each task's results fail, at least 0; more than there are means
 *     all
 * @param code the error's code, such as {@code timeoutProvider}
 * @param message the error's message
 */
public record RenderFailure(int failedResults, String code, String message) {
  /** Every result renders. */
  public static final RenderFailure NONE = new RenderFailure(0, "none", "");

  /** Every result fails. */
  public static RenderFailure all(String code, String message) {
    return new RenderFailure(Integer.MAX_VALUE, code, message);
  }
}
