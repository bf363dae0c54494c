package dev.callsheet.spec.model;

import org.jspecify.annotations.Nullable;

/**
 * Takes units of charges apart.
 *
 * @param <R> what each method returns
 */
public interface ChargeUnitVisitor<R extends @Nullable Object> {
  /** The request as a whole. */
  R visitRequest(ChargeUnit.Request unit);

  /** Seconds of what is made, or of media. */
  R visitSeconds(ChargeUnit.Seconds unit);

  /** Items of a list. */
  R visitItems(ChargeUnit.Items unit);

  /** Characters of a text. */
  R visitCharacters(ChargeUnit.Characters unit);

  /** Tokens of a text. */
  R visitTokens(ChargeUnit.Tokens unit);

  /** Megapixels of what is made. */
  R visitMegapixels(ChargeUnit.Megapixels unit);

  /** Something that no request shows. */
  R visitUnshown(ChargeUnit.Unshown unit);
}
