package dev.callsheet.runtime.internal.transport;

import java.util.List;
import java.util.UUID;

/** A request about tasks, on its way to the server. */
public final class TransportRequest {
  /** What a request asks of the server. */
  public enum Purpose {
    /** To make a task. */
    SUBMISSION,
    /** Whether it has a task that was sent, and whose reply was lost. */
    LOOKUP,
    /** To report how far tasks have come. */
    POLL
  }

  private final Purpose purpose;
  private final List<TaskHandle> handles;
  private final byte[] body;

  private TransportRequest(Purpose purpose, List<TaskHandle> handles, byte[] body) {
    this.purpose = purpose;
    this.handles = List.copyOf(handles);
    this.body = body;
  }

  /** Submits one task. */
  public static TransportRequest submission(TaskHandle task, byte[] body) {
    return new TransportRequest(Purpose.SUBMISSION, List.of(task), body);
  }

  /** Asks for a task that may have arrived; the body is that of its submission. */
  public static TransportRequest lookup(TaskHandle task, byte[] body) {
    return new TransportRequest(Purpose.LOOKUP, List.of(task), body);
  }

  /** Asks for the state of tasks. */
  public static TransportRequest poll(List<TaskHandle> tasks) {
    return new TransportRequest(Purpose.POLL, tasks, new byte[0]);
  }

  /** What it asks for. */
  public Purpose purpose() {
    return purpose;
  }

  /** The tasks it is about. */
  public List<TaskHandle> handles() {
    return handles;
  }

  /** The ids of its jobs. */
  public List<UUID> tasks() {
    return handles.stream().map(TaskHandle::job).toList();
  }

  /** The body that submits its task, in UTF-8, not to be changed; empty of a poll. */
  public byte[] body() {
    return body;
  }
}
