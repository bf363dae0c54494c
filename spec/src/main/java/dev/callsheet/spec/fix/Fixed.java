package dev.callsheet.spec.fix;

import java.util.List;

/** What became of a file. */
public final class Fixed {
  private final byte[] content;
  private final List<Mended> mended;

  Fixed(byte[] content, List<Mended> mended) {
    this.content = content;
    this.mended = List.copyOf(mended);
  }

  /** Its bytes now. */
  public byte[] content() {
    return content.clone();
  }

  /** What was mended, in the order in which it was. */
  public List<Mended> mended() {
    return mended;
  }

  /**
   * A finding that is gone.
   *
   * @param place where it stood, {@code file:line:column}
   * @param rule the rule that was broken
   * @param repair what was done, such as {@code remove `duration`}
   */
  public record Mended(String place, String rule, String repair) {}
}
