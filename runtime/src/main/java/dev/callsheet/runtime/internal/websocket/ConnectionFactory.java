package dev.callsheet.runtime.internal.websocket;

/** Makes connections. */
@FunctionalInterface
public interface ConnectionFactory {
  /** What becomes of a connection; told from any thread, one thing after the other. */
  interface ConnectionListener {
    /** The connection stands. */
    void onOpened(Connection line);

    /** A whole text has come. */
    void onText(String text);

    /**
     * The connection is no more, or never came about. Nothing is told after this.
     *
     * @param why for people
     */
    void onClosed(String why);
  }

  /** Begins to connect; {@code ear} is told how it goes. */
  void connect(ConnectionListener ear);
}
