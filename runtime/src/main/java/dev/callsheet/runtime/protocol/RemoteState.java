package dev.callsheet.runtime.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a task is at its platform. */
public enum RemoteState {
  /** It has not begun. */
  @JsonProperty("waiting")
  WAITING,
  /** It is being made. */
  @JsonProperty("running")
  RUNNING,
  /** It has ended, and its result can be had. */
  @JsonProperty("done")
  DONE,
  /** It has ended without a result. */
  @JsonProperty("failed")
  FAILED,
  /** It was cancelled. */
  @JsonProperty("cancelled")
  CANCELLED,
  /** The platform does not know it, or no longer. */
  @JsonProperty("gone")
  GONE
}
