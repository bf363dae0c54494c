package dev.callsheet.runtime.client.transport.socket;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Connections whose other end is the test. */
final class ScriptedWire implements Dialer {
  static final String SESSION =
      "{\"data\":[{\"taskType\":\"authentication\",\"connectionSessionUUID\":\"s-1\"}]}";

  private final List<String> sent = new ArrayList<>();
  private @Nullable Ear ear;
  private int dials;
  private boolean standing;

  @Override
  public void dial(Ear listener) {
    dials++;
    ear = listener;
  }

  /** The connection that was asked for stands. */
  void stand() {
    standing = true;
    listener()
        .opened(
            new Line() {
              @Override
              public void send(String text) {
                sent.add(text);
              }

              @Override
              public void hangUp() {
                standing = false;
              }
            });
  }

  /** The connection stands, and the server knows the caller. */
  void welcome() {
    stand();
    say(SESSION);
  }

  void say(String frame) {
    listener().heard(frame);
  }

  void end() {
    standing = false;
    listener().ended("The wire broke");
  }

  private Ear listener() {
    return requireNonNull(ear);
  }

  /** What the client has sent over all connections so far; forgotten then. */
  List<String> sent() {
    var all = List.copyOf(sent);
    sent.clear();
    return all;
  }

  int dials() {
    return dials;
  }

  boolean isStanding() {
    return standing;
  }
}
