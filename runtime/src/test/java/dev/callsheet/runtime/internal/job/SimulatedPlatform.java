package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.internal.wire.WireJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Answers as the API does: it takes every task, makes its results in a few polls, and delivers them
 * in one of the forms that have been seen. One task in eight fails.
 */
final class SimulatedPlatform {
  private static final List<String> MEDIA =
      List.of(
          "\"videoUUID\":\"%1$s\",\"videoURL\":\"https://vm.example/%1$s.mp4?sig=x\",\"seed\":12,\"cost\":0.56",
          "\"imageUUID\":\"%1$s\",\"imageURL\":\"https://im.example/%1$s.png\",\"NSFWContent\":false",
          "\"videoURL\":\"https://vm.example/%1$s.mp4\",\"cost\":0.1",
          "\"imageBase64Data\":\"iVBORw0KGgo=%1$s\",\"seed\":\"7\"",
          "\"audioDataURI\":\"data:audio/wav;base64,UklGRg==\",\"audioUUID\":\"%1$s\"",
          "\"text\":\"%1$s\",\"finishReason\":\"stop\",\"usage\":{\"totalTokens\":7}",
          "\"outputs\":{\"files\":[{\"uuid\":\"%1$s\",\"url\":\"https://m.example/%1$s.glb\"}]}");

  private static final List<String> FAILURES =
      List.of(
          "\"status\":\"error\",\"error\":{\"code\":\"timeoutProvider\",\"message\":\"too late\"}",
          "\"status\":\"error\",\"code\":\"promptBlocked\",\"message\":\"No.\",\"parameter\":\"positivePrompt\"");

  private final RandomGenerator random;
  private final Map<String, Integer> polls = new HashMap<>();

  SimulatedPlatform(RandomGenerator random) {
    this.random = random;
  }

  /** The reply to a request, an array of tasks. */
  String reply(String request) {
    var tasks = WireJson.MAPPER.readTree(request);
    return tasks.path(0).path("taskType").asString("").equals("getResponse")
        ? data(tasks, this::states)
        : submitted(tasks);
  }

  private String submitted(JsonNode tasks) {
    if (random.nextInt(6) == 0) {
      return "{\"data\":[]}";
    }
    return data(
        tasks,
        task ->
            random.nextInt(6) == 0
                ? states(task)
                : "{\"taskType\":\"videoInference\",\"taskUUID\":\"" + task + "\"}");
  }

  private static String data(JsonNode tasks, UnaryOperator<String> items) {
    return StreamSupport.stream(tasks.spliterator(), false)
        .map(task -> items.apply(task.path("taskUUID").asString()))
        .collect(Collectors.joining(",", "{\"data\":[", "],\"errors\":[]}"));
  }

  /** How far the one result of a task has come; it is the same one every time. */
  String states(String task) {
    var asked = polls.merge(task, 1, Integer::sum);
    var seed = UUID.fromString(task).getLeastSignificantBits();
    var choice = Math.floorMod(seed, 1 << 20);
    if (asked <= choice % 4) {
      return item(task, "\"status\":\"processing\",\"progress\":" + 20 * asked);
    }
    return choice % 8 == 0
        ? item(task, FAILURES.get(choice % FAILURES.size()))
        : item(task, "\"status\":\"success\"," + MEDIA.get(choice % MEDIA.size()).formatted(task));
  }

  private static String item(String task, String fields) {
    return "{\"taskType\":\"videoInference\",\"taskUUID\":\"" + task + "\"," + fields + "}";
  }
}
