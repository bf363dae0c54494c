package dev.callsheet.sandbox.internal.service;

import dev.callsheet.sandbox.behavior.EmptyErrors;
import dev.callsheet.sandbox.behavior.MixedStatus;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The reply to a request as it is gathered, task by task. */
public final class ResponseEnvelope {
  private static final int OK = 200;

  private final SandboxBehavior behavior;
  private final ArrayNode data = JsonNodeFactory.instance.arrayNode();
  private final ArrayNode errors = JsonNodeFactory.instance.arrayNode();
  private int servedTasks;
  private int rejectionStatus = OK;

  /** Nothing to say yet. */
  public ResponseEnvelope(SandboxBehavior behavior) {
    this.behavior = behavior;
  }

  /** A task was served, whatever there is to say of it. */
  public void addServedTask() {
    servedTasks++;
  }

  /** A task was served with this item. */
  public void addServedTask(ObjectNode item) {
    addServedTask();
    data.add(item);
  }

  /** Adds an item of a task. */
  public void addItem(ObjectNode item) {
    data.add(item);
  }

  /** A task was rejected, or the whole request; the first rejection decides the HTTP status. */
  public void reject(ErrorEntry error, int status) {
    errors.add(error.toJson(behavior.errorParameterForm()));
    if (rejectionStatus == OK) {
      rejectionStatus = status;
    }
  }

  /** Adds an error that is news of a task, not a rejection of the request. */
  public void addError(ObjectNode error) {
    errors.add(error);
  }

  /** Adds everything that is in the other one. */
  public void merge(ResponseEnvelope other) {
    data.addAll(other.data);
    errors.addAll(other.errors);
    servedTasks += other.servedTasks;
    if (rejectionStatus == OK) {
      rejectionStatus = other.rejectionStatus;
    }
  }

  /** The HTTP status it is sent with. */
  public int status() {
    boolean mixed = servedTasks > 0 && rejectionStatus != OK;
    return mixed && behavior.mixedStatus() == MixedStatus.OK ? OK : rejectionStatus;
  }

  /** The reply's body. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("data", data);
    if (!errors.isEmpty() || behavior.emptyErrors() == EmptyErrors.PRESENT) {
      json.set("errors", errors);
    }
    return json;
  }
}
