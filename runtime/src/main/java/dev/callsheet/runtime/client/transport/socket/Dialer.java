package dev.callsheet.runtime.client.transport.socket;

/** Makes connections. */
@FunctionalInterface
public interface Dialer {
  /** What becomes of a connection; told from any thread, one thing after the other. */
  interface Ear {
    /** The connection stands. */
    void opened(Line line);

    /** A whole text has come. */
    void heard(String text);

    /**
     * The connection is no more, or never came about. Nothing is told after this.
     *
     * @param why for people
     */
    void ended(String why);
  }

  /** Begins to connect; {@code ear} is told how it goes. */
  void dial(Ear ear);
}
