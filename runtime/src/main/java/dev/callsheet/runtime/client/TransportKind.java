package dev.callsheet.runtime.client;

/** How requests travel. */
public enum TransportKind {
  /** Each in an HTTP request of its own; results are polled for. */
  HTTP,
  /**
   * Over one WebSocket that stays open, on which the server can report results by itself. While it
   * cannot be opened, requests go over HTTP.
   */
  WEB_SOCKET
}
