package dev.callsheet.sandbox.api;

import dev.callsheet.sandbox.knob.EmptyErrors;
import dev.callsheet.sandbox.knob.Knobs;
import dev.callsheet.sandbox.knob.MixedStatus;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The reply to a request as it is gathered, task by task. */
public final class Envelope {
  private static final int OK = 200;

  private final Knobs knobs;
  private final ArrayNode data = JsonNodeFactory.instance.arrayNode();
  private final ArrayNode errors = JsonNodeFactory.instance.arrayNode();
  private int served;
  private int rejectionStatus = OK;

  /** Nothing to say yet. */
  public Envelope(Knobs knobs) {
    this.knobs = knobs;
  }

  /** A task was served, whatever there is to say of it. */
  public void serve() {
    served++;
  }

  /** A task was served with this item. */
  public void serve(ObjectNode item) {
    serve();
    data.add(item);
  }

  /** Adds an item of a task. */
  public void add(ObjectNode item) {
    data.add(item);
  }

  /** A task was rejected, or the whole request; the first rejection decides the HTTP status. */
  public void reject(ApiError error, int status) {
    errors.add(error.toJson(knobs.parameterForm()));
    if (rejectionStatus == OK) {
      rejectionStatus = status;
    }
  }

  /** Adds an error that is news of a task, not a rejection of the request. */
  public void report(ObjectNode error) {
    errors.add(error);
  }

  /** Adds everything that is in the other one. */
  public void include(Envelope other) {
    data.addAll(other.data);
    errors.addAll(other.errors);
    served += other.served;
    if (rejectionStatus == OK) {
      rejectionStatus = other.rejectionStatus;
    }
  }

  /** The HTTP status it is sent with. */
  public int status() {
    boolean mixed = served > 0 && rejectionStatus != OK;
    return mixed && knobs.mixedStatus() == MixedStatus.OK ? OK : rejectionStatus;
  }

  /** The reply's body. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("data", data);
    if (!errors.isEmpty() || knobs.emptyErrors() == EmptyErrors.PRESENT) {
      json.set("errors", errors);
    }
    return json;
  }
}
