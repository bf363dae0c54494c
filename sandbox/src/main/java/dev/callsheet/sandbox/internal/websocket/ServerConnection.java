package dev.callsheet.sandbox.internal.websocket;

/** One end of a connection, to write to. Safe to use from any thread. */
interface ServerConnection {
  /** Whether a text can be sent. */
  boolean isOpen();

  /** Sends a text; false, without sending it, when the connection is closed or muted. */
  boolean send(String text);

  /** Closes the connection with a close frame. */
  void close(int status, String reason);

  /** Ends the connection without a close frame. */
  void abort();

  /** Leaves the connection open, and sends and receives nothing more over it. */
  void mute();
}
