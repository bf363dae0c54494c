package dev.callsheet.linter.fix;

import java.util.List;

/** What became of a file. */
public final class FixResult {
  private final byte[] content;
  private final List<AppliedFix> appliedFixes;

  FixResult(byte[] content, List<AppliedFix> mended) {
    this.content = content;
    this.appliedFixes = List.copyOf(mended);
  }

  /** Its bytes now. */
  public byte[] content() {
    return content.clone();
  }

  /** What was mended, in the order in which it was. */
  public List<AppliedFix> appliedFixes() {
    return appliedFixes;
  }

  /**
   * A finding that is gone.
   *
   * @param location where it stood, {@code file:line:column}
   * @param rule the rule that was broken
   * @param description what was done, such as {@code remove `duration`}
   */
  public record AppliedFix(String location, String rule, String description) {}
}
