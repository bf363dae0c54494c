package dev.callsheet.runtime.internal.websocket;

/** An open connection. Safe to use from any thread. */
public interface Connection {
  /** Sends a text after those before it; a failure closes the connection. */
  void send(String text);

  /** Ends the connection at once. */
  void abort();
}
