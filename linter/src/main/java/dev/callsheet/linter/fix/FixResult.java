package dev.callsheet.linter.fix;

import java.util.List;

/** A file after fixing. */
public final class FixResult {
  private final byte[] content;
  private final List<AppliedFix> appliedFixes;

  FixResult(byte[] content, List<AppliedFix> applied) {
    this.content = content;
    this.appliedFixes = List.copyOf(applied);
  }

  /** The bytes of the file. */
  public byte[] content() {
    return content.clone();
  }

  /** The repairs, in the order in which they were made. */
  public List<AppliedFix> appliedFixes() {
    return appliedFixes;
  }

  /**
   * A finding that was repaired.
   *
   * @param location where it was, {@code file:line:column}
   * @param rule the rule that was broken
   * @param description what was done, such as {@code remove `duration`}
   */
  public record AppliedFix(String location, String rule, String description) {}
}
