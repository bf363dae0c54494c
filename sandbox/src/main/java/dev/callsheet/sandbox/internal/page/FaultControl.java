package dev.callsheet.sandbox.internal.page;

import dev.callsheet.sandbox.behavior.WireFault;
import dev.callsheet.sandbox.internal.fault.FaultSchedule;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shows the faults that are still to come, and sets others. */
public final class FaultControl {
  private final FaultSchedule faults;
  private final Consumer<WireFault> check;

  /**
   * Sets faults in this schedule.
   *
   * @param check throws an {@link IllegalArgumentException} for a fault that cannot be played
   */
  public FaultControl(FaultSchedule faults, Consumer<WireFault> check) {
    this.faults = faults;
    this.check = check;
  }

  /** What is to come: {@code {"pending": ["status=503,on=submit,before"], "storm": 0.2}}. */
  ObjectNode shown() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("storm", faults.probability());
    ArrayNode pending = json.putArray("pending");
    faults.pending().forEach(fault -> pending.add(fault.text()));
    return json;
  }

  /**
   * Adds a fault, or sets how often there is a random one.
   *
   * @param asked {@code {"fault": "status=503"}} or {@code {"storm": 0.2}}
   * @throws IllegalArgumentException when it is neither; the message says what would be
   */
  void set(JsonNode asked) {
    if (asked.path("storm").isNumber()) {
      faults.setProbability(asked.path("storm").doubleValue());
    } else {
      WireFault fault = WireFault.parse(asked.path("fault").asString(""));
      check.accept(fault);
      faults.add(fault);
    }
  }

  /** No fault is to come any more. */
  void clear() {
    faults.clear();
  }
}
