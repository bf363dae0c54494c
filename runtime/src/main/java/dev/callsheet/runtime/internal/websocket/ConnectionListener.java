package dev.callsheet.runtime.internal.websocket;

/** Receives the events of one connection, from any thread, one after the other. */
public interface ConnectionListener {
  /** The connection is open. */
  void onOpened(Connection connection);

  /**
   * A whole text message was received.
   *
   * @param next has the next one come; called once this one is dealt with, so that a server sends
   *     no faster than is read
   */
  void onText(String text, Runnable next);

  /**
   * The connection is closed, or could not be opened. No event follows this one.
   *
   * @param reason for people
   */
  void onClosed(String reason);
}
