package dev.callsheet.sandbox.behavior;

/** What a WebSocket is sent about a task that was submitted over it, without asking. */
public enum PushedResults {
  /** Each result when it is finished, in a frame of its own. */
  EACH,
  /** Nothing: results are polled for, as over HTTP. */
  NONE
}
