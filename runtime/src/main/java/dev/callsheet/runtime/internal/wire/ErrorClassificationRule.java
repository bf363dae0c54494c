package dev.callsheet.runtime.internal.wire;

import dev.callsheet.runtime.client.error.ErrorCategory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One row of the classification: which codes and HTTP statuses make an error of a category.
 *
 * @param category what such an error is
 * @param retryable whether a new task with the same parameters may succeed
 * @param codes patterns of the server's codes
 * @param statuses patterns of the HTTP status, for errors whose code no row knows
 */
record ErrorClassificationRule(
    ErrorCategory category,
    boolean retryable,
    List<ErrorCodePattern> codes,
    List<ErrorCodePattern> statuses) {

  /** A row from patterns separated by blanks. */
  static ErrorClassificationRule row(
      ErrorCategory category, boolean retryable, String statuses, String codes) {
    return new ErrorClassificationRule(category, retryable, patterns(codes), patterns(statuses));
  }

  Optional<ErrorCodePattern> byCode(String code) {
    return codes.stream().filter(pattern -> pattern.matches(code)).findFirst();
  }

  Optional<ErrorCodePattern> byStatus(String status) {
    return statuses.stream().filter(pattern -> pattern.matches(status)).findFirst();
  }

  private static List<ErrorCodePattern> patterns(String words) {
    return Arrays.stream(words.strip().split("\\s+"))
        .filter(word -> !word.isEmpty())
        .map(ErrorCodePattern::new)
        .toList();
  }
}
