package dev.callsheet.linter.record;

import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.internal.document.TaskListener;
import dev.callsheet.linter.internal.scan.UuidBits;
import dev.callsheet.linter.validation.RequestValidator.ValidatedPart;
import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RequestEnvelope;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is remembered of the tasks of a record that is linted in full: their UUIDs and prices. */
final class RecordTasks implements TaskListener {
  private static final String TASK_UUID = "taskUUID";

  private final Predicate<String> startsTask;
  private final boolean pricesAll;
  private final UuidBits bits = new UuidBits();
  private final Map<UUID, TaskUuid> uuids = new LinkedHashMap<>();
  private final List<UUID> uncovered = new ArrayList<>();

  /** By the pointers of the tasks that no rule of their model refuses. */
  private final Map<String, PricedRequest> prices = new LinkedHashMap<>();

  private boolean isList;

  /**
   * Remembers nothing yet.
   *
   * @param startsTask whether a task of a type starts something under a UUID of its own
   * @param pricesAll whether tasks without a finding are priced as well
   */
  RecordTasks(Predicate<String> startsTask, boolean pricesAll) {
    this.startsTask = startsTask;
    this.pricesAll = pricesAll;
  }

  @Override
  public void onTask(String pointer, JsonNode task, List<ValidatedPart> parts) {
    ModelSpec model = parts.get(parts.size() - 1).result().model();
    boolean isEnvelope = RequestEnvelope.isEnvelope(task);
    isList |= !pointer.isEmpty();
    if (model != null && (!isEnvelope || parts.size() > 1) && isPriced(parts)) {
      JsonNode request = isEnvelope ? task.get(RequestEnvelope.REQUEST) : task;
      prices.put(pointer, new PricedRequest(model.id(), RecordPrice.of(model, request)));
    }
    if (!isEnvelope) {
      addUuid(pointer, task, model);
    }
  }

  private boolean isPriced(List<ValidatedPart> parts) {
    List<Violation> violations =
        parts.stream().flatMap(part -> part.result().violations().stream()).toList();
    return (pricesAll || !violations.isEmpty())
        && violations.stream().noneMatch(RecordTasks::isRefused);
  }

  /** Envelopes have no UUID of their own. */
  private void addUuid(String pointer, JsonNode task, @Nullable ModelSpec model) {
    String text = task.path(TASK_UUID).asString("");
    byte[] ascii = text.getBytes(StandardCharsets.UTF_8);
    if (bits.read(ascii, 0, ascii.length) && startsTask.test(task.path("taskType").asString(""))) {
      UUID uuid = new UUID(bits.high(), bits.low());
      boolean isNew =
          add(
              new TaskUuid(
                  bits.high(),
                  bits.low(),
                  text.equals(uuid.toString()) ? null : text,
                  pointer,
                  model == null ? null : model.id()));
      if (isNew) {
        uncovered.add(uuid);
      }
    }
  }

  /** Adds the UUID of a task that is known to be valid, unless another has it. */
  boolean add(TaskUuid uuid) {
    return uuids.putIfAbsent(new UUID(uuid.high(), uuid.low()), uuid) == null;
  }

  @Override
  public void onEndOfText(UnaryOperator<String> coverSecrets) {
    uncovered.forEach(
        each -> uuids.computeIfPresent(each, (key, uuid) -> covered(uuid, coverSecrets)));
    uncovered.clear();
  }

  /** The UUIDs, each once, with the secrets of the texts covered that they are in. */
  List<TaskUuid> uuids() {
    return List.copyOf(uuids.values());
  }

  private static TaskUuid covered(TaskUuid uuid, UnaryOperator<String> coverSecrets) {
    String text = uuid.text();
    String covered = coverSecrets.apply(text);
    return covered.equals(text)
        ? uuid
        : new TaskUuid(uuid.high(), uuid.low(), covered, uuid.task(), uuid.model());
  }

  /**
   * The findings, each with the price of its task. A task without a UUID gets one when it is sent,
   * so it has a price; one with another error has none.
   */
  List<RecordFinding> priced(List<Finding> findings) {
    for (Finding finding : findings) {
      if (isRefused(finding.violation())) { // also for what no model forbids, such as a secret
        prices.remove(taskOf(finding));
      }
    }
    return findings.stream()
        .map(finding -> RecordFinding.of(finding, price(taskOf(finding))))
        .toList();
  }

  private @Nullable RecordPrice price(String task) {
    PricedRequest priced = prices.get(task);
    return priced == null ? null : priced.price();
  }

  /** What is left of the prices after {@link #priced}, where it was to price all. */
  List<PricedRequest> prices() {
    return pricesAll ? List.copyOf(prices.values()) : List.of();
  }

  /** The pointer to the task that a finding is in. */
  private String taskOf(Finding finding) {
    String pointer = finding.pointer();
    int end = isList ? pointer.indexOf('/', 1) : 0;
    return end < 0 ? pointer : pointer.substring(0, end);
  }

  private static boolean isRefused(Violation violation) {
    boolean isMissingUuid =
        violation.pointer().isEmpty()
            && violation.problem() instanceof Problem.MissingParameter missing
            && missing.name().equals(TASK_UUID);
    return violation.severity() == Severity.ERROR && !isMissingUuid;
  }
}
