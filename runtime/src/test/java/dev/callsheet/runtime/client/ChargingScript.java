package dev.callsheet.runtime.client;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What an honest server does with tasks: charges each once, knows it by its UUID, delivers. */
final class ChargingScript implements ScriptedPlatform.Script {
  private final Map<String, Integer> charges = new ConcurrentHashMap<>();
  private final boolean forgetful;

  private ChargingScript(boolean forgetful) {
    this.forgetful = forgetful;
  }

  ChargingScript() {
    this(false);
  }

  /** A server that takes a UUID again as soon as its task is finished, which all are at once. */
  static ChargingScript forgettingFinishedTasks() {
    return new ChargingScript(true);
  }

  @Override
  public ScriptedResponse answer(ScriptedPlatform.Call call) {
    return call.isPoll() ? results(call) : submission(call);
  }

  private ScriptedResponse submission(ScriptedPlatform.Call call) {
    if (charges.containsKey(call.id()) && !forgetful) {
      return ScriptedResponse.errors(400, call.error("conflictTaskUUID"));
    }
    addCharge(UUID.fromString(call.id()));
    return ScriptedResponse.data(call.ack());
  }

  private ScriptedResponse results(ScriptedPlatform.Call call) {
    return ScriptedResponse.data(
        call.tasks().values().stream()
            .map(task -> task.path("taskUUID").asString())
            .filter(charges::containsKey)
            .map(ChargingScript::result)
            .toArray(String[]::new));
  }

  private static String result(String task) {
    return """
        {"taskUUID":"%s","status":"success","videoUUID":"%s","videoURL":"http://127.0.0.1:1/v.mp4"}
        """
        .formatted(task, task)
        .strip();
  }

  /** Has the task, paid, as if it had been submitted. */
  void addCharge(UUID task) {
    charges.merge(task.toString(), 1, Integer::sum);
  }

  int charges(UUID task) {
    return charges.getOrDefault(task.toString(), 0);
  }

  /** The tasks that were paid for. */
  Set<String> tasks() {
    return charges.keySet();
  }
}
