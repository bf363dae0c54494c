package dev.callsheet.runtime.protocol;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holds of a reply, or of a request's body: all of what is given here.
 *
 * @param status HTTP statuses, such as {@code 404} or {@code 4xx}, of which it has one; any where
 *     there are none
 * @param has where something stands that is not null
 * @param at where one of the values stands that {@code oneOf} lists
 * @param oneOf texts, numbers or truth values, all as text; none where {@code at} is not given
 */
public record Condition(
    List<String> status, @Nullable Locator has, @Nullable Locator at, List<String> oneOf) {
  /** Copies the lists; a missing one is empty. */
  public Condition {
    status = Lists.copyOf(status);
    oneOf = Lists.copyOf(oneOf);
  }

  /** Whether it looks at nothing, and so always holds. */
  @JsonIgnore
  public boolean isEmpty() {
    return status.isEmpty() && has == null && at == null;
  }

  /** Whether an HTTP status is among those named. */
  public boolean allowsStatus(int code) {
    return status.isEmpty() || status.stream().anyMatch(pattern -> matches(pattern, code));
  }

  /** Whether a pattern such as {@code 404} or {@code 4xx} names a status. */
  public static boolean matches(String pattern, int code) {
    return pattern.endsWith("xx")
        ? pattern.charAt(0) - '0' == code / 100
        : pattern.equals(Integer.toString(code));
  }
}
