package dev.callsheet.runtime.protocol;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a task is at its platform. */
public enum RemoteState {
  /** It has not begun. */
  WAITING,
  /** It is being made. */
  RUNNING,
  /** It has ended, and its result can be had. */
  DONE,
  /** It has ended without a result. */
  FAILED,
  /** It was cancelled. */
  CANCELLED,
  /** The platform does not know it, or no longer. */
  GONE;

  /** Its word in descriptions, such as {@code waiting}. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
