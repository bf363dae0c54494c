package dev.callsheet.sandbox.internal.websocket;

/** One end of a connection, to write to. Safe to use from any thread. */
interface ServerConnection {
  /** Sends a text; false, and nothing is sent, when the connection is of no use any more. */
  boolean send(String text);

  /** Ends the connection in good order. */
  void close(int status, String reason);

  /** Ends the connection as a broken wire does. */
  void abort();

  /** Lets the connection stand, and sends and hears nothing over it any more. */
  void mute();
}
