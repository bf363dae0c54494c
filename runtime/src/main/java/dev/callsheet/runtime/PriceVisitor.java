package dev.callsheet.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Takes prices apart.
 *
 * @param <R> what each method returns
 */
public interface PriceVisitor<R extends @Nullable Object> {
  /** Known to the last decimal. */
  R visitExact(Price.Exact price);

  /** Within bounds. */
  R visitBetween(Price.Between price);

  /** By the unit of what the request does not show. */
  R visitRate(Price.Rate price);

  /** Not known. */
  R visitUnknown(Price.Unknown price);
}
