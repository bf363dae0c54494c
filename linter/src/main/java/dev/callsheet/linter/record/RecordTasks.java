package dev.callsheet.linter.record;

import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.internal.document.TaskListener;
import dev.callsheet.linter.internal.scan.UuidBits;
import dev.callsheet.linter.validation.RequestValidator.ValidatedPart;
import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RequestEnvelope;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is remembered of the tasks of a record that is linted in full: their UUIDs and prices. */
final class RecordTasks implements TaskListener {
  private static final String TASK_UUID = "taskUUID";

  private final Predicate<String> startsTask;
  private final UuidBits bits = new UuidBits();
  private final Map<UUID, TaskUuid> uuids = new LinkedHashMap<>();
  private final List<ModelTask> tasks = new ArrayList<>();
  private final List<PricedRequest> prices = new ArrayList<>();

  /** A task whose model is known. */
  private record ModelTask(String pointer, ModelSpec model, JsonNode task) {}

  /**
   * Remembers nothing yet.
   *
   * @param startsTask whether a task of a type starts something under a UUID of its own
   */
  RecordTasks(Predicate<String> startsTask) {
    this.startsTask = startsTask;
  }

  @Override
  public void onTask(String pointer, JsonNode task, List<ValidatedPart> parts) {
    ModelSpec model = parts.get(parts.size() - 1).result().model();
    boolean isEnvelope = RequestEnvelope.isEnvelope(task);
    if (model != null && (!isEnvelope || parts.size() > 1)) {
      tasks.add(
          new ModelTask(pointer, model, isEnvelope ? task.get(RequestEnvelope.REQUEST) : task));
    }
    if (!isEnvelope) {
      addUuid(pointer, task, model);
    }
  }

  /** Envelopes have no UUID of their own. */
  private void addUuid(String pointer, JsonNode task, @Nullable ModelSpec model) {
    String text = task.path(TASK_UUID).asString("");
    byte[] ascii = text.getBytes(StandardCharsets.UTF_8);
    if (bits.read(ascii, 0, ascii.length) && startsTask.test(task.path("taskType").asString(""))) {
      UUID uuid = new UUID(bits.high(), bits.low());
      uuids.putIfAbsent(
          uuid,
          new TaskUuid(
              bits.high(),
              bits.low(),
              text.equals(uuid.toString()) ? null : text,
              pointer,
              model == null ? null : model.id()));
    }
  }

  /** The UUIDs, each once, with the secrets of the record covered. */
  List<TaskUuid> uuids(UnaryOperator<String> coverSecrets) {
    return uuids.entrySet().stream()
        .map(each -> covered(each.getKey().toString(), each.getValue(), coverSecrets))
        .toList();
  }

  private static TaskUuid covered(
      String canonical, TaskUuid uuid, UnaryOperator<String> coverSecrets) {
    String text = uuid.written() == null ? canonical : uuid.written();
    String covered = coverSecrets.apply(text);
    return covered.equals(text)
        ? uuid
        : new TaskUuid(uuid.high(), uuid.low(), covered, uuid.task(), uuid.model());
  }

  /**
   * The findings, each with the price of its task. A task without a UUID gets one when it is sent,
   * so it has a price; one with another error has none.
   *
   * @param pricesAll whether tasks without a finding are priced as well
   */
  List<RecordFinding> priced(List<Finding> findings, boolean pricesAll) {
    boolean isList = tasks.stream().anyMatch(task -> !task.pointer().isEmpty());
    Set<String> found = new HashSet<>();
    Set<String> refused = new HashSet<>();
    for (Finding finding : findings) {
      String task = taskOf(finding, isList);
      found.add(task);
      if (finding.severity() == Severity.ERROR && !isMissingUuid(finding)) {
        refused.add(task);
      }
    }
    Map<String, RecordPrice> byTask = new HashMap<>();
    for (ModelTask task : tasks) {
      if (!refused.contains(task.pointer()) && (pricesAll || found.contains(task.pointer()))) {
        RecordPrice price = RecordPrice.of(task.model(), task.task());
        byTask.put(task.pointer(), price);
        if (pricesAll) {
          prices.add(new PricedRequest(task.model().id(), price));
        }
      }
    }
    return findings.stream()
        .map(finding -> RecordFinding.of(finding, byTask.get(taskOf(finding, isList))))
        .toList();
  }

  /** What {@link #priced} priced, where it was to price all. */
  List<PricedRequest> prices() {
    return prices;
  }

  /** The pointer to the task that a finding is in. */
  private static String taskOf(Finding finding, boolean isList) {
    String pointer = finding.pointer();
    int end = isList ? pointer.indexOf('/', 1) : 0;
    return end < 0 ? pointer : pointer.substring(0, end);
  }

  private static boolean isMissingUuid(Finding finding) {
    return finding.violation().problem() instanceof Problem.MissingParameter missing
        && missing.name().equals(TASK_UUID);
  }
}
