package dev.callsheet.runtime.internal.websocket;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Connections whose other end is the test. */
final class ScriptedConnectionFactory implements ConnectionFactory {
  static final String SESSION =
      "{\"data\":[{\"taskType\":\"authentication\",\"connectionSessionUUID\":\"s-1\"}]}";

  private final List<String> sent = new ArrayList<>();
  private @Nullable ConnectionListener current;
  private int dials;
  private boolean standing;

  @Override
  public void connect(ConnectionListener listener) {
    dials++;
    current = listener;
  }

  /** The connection that was asked for stands. */
  void open() {
    standing = true;
    listener()
        .onOpened(
            new Connection() {
              @Override
              public void send(String text) {
                sent.add(text);
              }

              @Override
              public void abort() {
                standing = false;
              }
            });
  }

  /** The connection stands, and the server knows the caller. */
  void openAndAuthenticate() {
    open();
    receive(SESSION);
  }

  void receive(String frame) {
    listener().onText(frame, () -> {});
  }

  void end() {
    standing = false;
    listener().onClosed("The wire broke");
  }

  private ConnectionListener listener() {
    return requireNonNull(current);
  }

  /** What the client has sent over all connections so far; forgotten then. */
  List<String> sent() {
    var all = List.copyOf(sent);
    sent.clear();
    return all;
  }

  int connectCount() {
    return dials;
  }

  boolean isOpen() {
    return standing;
  }
}
