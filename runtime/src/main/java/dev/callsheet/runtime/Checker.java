package dev.callsheet.runtime;

import java.util.List;

/**
 * Validates requests of one type by every rule of their model.
 *
 * @param <Q> the request type
 */
@FunctionalInterface
public interface Checker<Q> {
  /**
   * All violations, in the order of the spec: parameters first, then rules. Empty when the request
   * is as the model wants it.
   */
  List<Violation> check(Q request);
}
