package dev.callsheet.spec.diff;

import dev.callsheet.runtime.Price;
import dev.callsheet.spec.source.SourceLocation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something that changes for callers.
 *
 * @param kind what sort of change
 * @param subject what changes: a parameter's path, a rule's id, a mode's name, a field of a result;
 *     empty for prices and for the model itself
 * @param location where it stands: in the new spec, or in the old one if the new one lacks it
 * @param message what changes, in a sentence
 * @param rule the rule that {@code witness} breaks, in the new spec where the change is breaking,
 *     in the old one where it is not; empty where it breaks none
 * @param witness a request that shows the change, and a smallest one where the solver finds it;
 *     null where no request shows it, or none was found
 * @param prices what {@code witness} costs; null where the change is not about prices
 * @param openReason why it is not known whether anything changes; empty where it is known
 */
public record SpecChange(
    ChangeKind kind,
    String subject,
    SourceLocation location,
    String message,
    String rule,
    @Nullable JsonNode witness,
    @Nullable PricePair prices,
    String openReason) {

  /** What a request cost, and what it costs now. */
  public record PricePair(Price before, Price after) {}

  /** A change that no request shows. */
  public static SpecChange of(
      ChangeKind kind, String subject, SourceLocation location, String message) {
    return new SpecChange(kind, subject, location, message, "", null, null, "");
  }

  /** Whether a caller that was right may fail, or pay more; also where that is not known. */
  public boolean isBreaking() {
    return kind.isBreaking();
  }

  /** Whether it is known that something changes. */
  public boolean isCertain() {
    return openReason.isEmpty();
  }

  /** What {@code witness} shows, as words before it. */
  public String witnessTitle() {
    if (prices != null || rule.isEmpty()) {
      return "such as";
    }
    return isBreaking() ? "was valid, and is not:" : "is valid, and was not:";
  }
}
