package dev.callsheet.runtime.internal.transport;

import dev.callsheet.runtime.internal.wire.WireJson;
import java.util.List;
import java.util.UUID;

/** A request: tasks on their way to the server. */
public final class TransportRequest {
  /** What a request asks of the server. */
  public enum Purpose {
    /** To make a task. */
    SUBMISSION,
    /** To report how far tasks have come. */
    POLL
  }

  private final Purpose purpose;
  private final List<UUID> tasks;
  private final byte[] body;

  private TransportRequest(Purpose purpose, List<UUID> tasks, byte[] body) {
    this.purpose = purpose;
    this.tasks = List.copyOf(tasks);
    this.body = body;
  }

  /** Submits one task. */
  public static TransportRequest submission(UUID task, byte[] body) {
    return new TransportRequest(Purpose.SUBMISSION, List.of(task), body);
  }

  /** Asks for the state of tasks. */
  public static TransportRequest poll(List<UUID> tasks) {
    return new TransportRequest(Purpose.POLL, tasks, WireJson.pollBody(tasks));
  }

  /** What it asks for. */
  public Purpose purpose() {
    return purpose;
  }

  /** The tasks it is about, by which its reply is recognised where nothing else identifies it. */
  public List<UUID> tasks() {
    return tasks;
  }

  /** The JSON array of task objects, in UTF-8; not to be changed. */
  public byte[] body() {
    return body;
  }
}
