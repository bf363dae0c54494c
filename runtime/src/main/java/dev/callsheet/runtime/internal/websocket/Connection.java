package dev.callsheet.runtime.internal.websocket;

/** A connection that stands. Safe to use from any thread. */
public interface Connection {
  /** Sends a text after those before it. That it could not be sent is told as the line's end. */
  void send(String text);

  /** Ends the connection at once. */
  void abort();
}
