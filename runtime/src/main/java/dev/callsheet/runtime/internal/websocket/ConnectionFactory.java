package dev.callsheet.runtime.internal.websocket;

/** Makes connections. */
@FunctionalInterface
public interface ConnectionFactory {
  /** Starts to connect; the listener learns the outcome, unless this throws. Does not block. */
  void connect(ConnectionListener listener);
}
