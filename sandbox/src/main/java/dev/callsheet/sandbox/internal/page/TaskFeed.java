package dev.callsheet.sandbox.internal.page;

import dev.callsheet.runtime.internal.secrets.SecretText;
import dev.callsheet.sandbox.internal.exchange.Exchange;
import dev.callsheet.sandbox.internal.exchange.ExchangeLog;
import dev.callsheet.sandbox.internal.ledger.RecordingLedger;
import dev.callsheet.sandbox.internal.media.HostedMedia;
import dev.callsheet.sandbox.internal.render.RenderOutcome;
import dev.callsheet.sandbox.internal.render.RenderResult;
import dev.callsheet.sandbox.internal.render.TaskStatus;
import dev.callsheet.sandbox.ledger.LedgerEntry;
import dev.callsheet.sandbox.ledger.TaskAccount;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a page that looks on has not been shown yet: the latest tasks and exchanges after those that
 * it knows. What becomes of a task with time alone is known when it is accepted, so that the page
 * can say it without asking again.
 */
public final class TaskFeed {
  /** Whoever looks on does not read more. */
  private static final int MOST = 100;

  private static final int MOST_EVENTS = 40;
  private static final int MOST_EXCHANGES_OF_A_TASK = 30;

  private final RecordingLedger ledger;
  private final ExchangeLog exchanges;
  private final Function<String, Optional<TaskStatus>> tasks;
  private final InstantSource clock;

  /**
   * A feed.
   *
   * @param tasks finds an accepted task by its name
   */
  public TaskFeed(
      RecordingLedger ledger,
      ExchangeLog exchanges,
      Function<String, Optional<TaskStatus>> tasks,
      InstantSource clock) {
    this.ledger = ledger;
    this.exchanges = exchanges;
    this.tasks = tasks;
    this.clock = clock;
  }

  /**
   * What happened after these numbers; the latest of it first.
   *
   * @param afterEvent the number of the last event of a task that is known; 0 for none
   * @param afterExchange the number of the last exchange that is known; 0 for none
   */
  ObjectNode after(long afterEvent, long afterExchange) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("run", exchanges.run().toString())
        .put("now", clock.millis())
        .put("charged", ledger.totalCharged().toPlainString());
    ArrayNode shown = json.putArray("tasks");
    for (Map.Entry<String, Long> task : ledger.latestTasks(afterEvent, MOST).entrySet()) {
      if (!task.getKey().isEmpty()) {
        addTask(shown.addObject().put("number", task.getValue()), task.getKey());
      }
    }
    ArrayNode lines = json.putArray("exchanges");
    exchanges.latest(afterExchange, MOST).forEach(each -> addLine(lines.addObject(), each));
    return json;
  }

  private void addTask(ObjectNode json, String key) {
    json.put("task", key);
    TaskAccount account = ledger.account(key);
    json.put("charged", account.totalCharged().toPlainString());
    tasks
        .apply(key)
        .ifPresentOrElse(
            status -> addStatus(json, status),
            () ->
                json.put(
                    "state",
                    account.count(LedgerEntry.Kind.REJECTION) > 0 ? "rejected" : "forgotten"));
    List<LedgerEntry> entries = account.entries();
    ArrayNode events = json.putArray("events");
    entries
        .subList(Math.max(0, entries.size() - MOST_EVENTS), entries.size())
        .forEach(
            entry ->
                events
                    .addObject()
                    .put("at", entry.at().toEpochMilli())
                    .put("kind", entry.kind().name().toLowerCase(Locale.ROOT))
                    .put("note", SecretText.covered(entry.note())));
  }

  private static void addStatus(ObjectNode json, TaskStatus status) {
    json.put("state", status.isCancelled() ? "cancelled" : "accepted")
        .put("model", status.model())
        .put("startedAt", status.task().startedAt().toEpochMilli())
        .put("finishedAt", status.task().finishedAt().toEpochMilli())
        .put("why", status.task().quote().why());
    ArrayNode results = json.putArray("results");
    status.task().results().forEach(result -> addResult(results.addObject(), result));
  }

  private static void addResult(ObjectNode json, RenderResult result) {
    json.put("finishedAt", result.finishedAt().toEpochMilli());
    if (result.outcome() instanceof RenderOutcome.Rendered rendered) {
      HostedMedia media = rendered.media();
      String address = media.url().toString();
      json.put("media", address.substring(address.lastIndexOf('/') + 1))
          .put("type", media.content().mediaType());
    } else if (result.outcome() instanceof RenderOutcome.Written written) {
      json.put("text", written.said().path("text").asString(""));
    } else if (result.outcome() instanceof RenderOutcome.Failed failed) {
      json.put("code", failed.code()).put("message", failed.message());
    }
  }

  /** Exchanges about a task, whole, in their order. */
  ArrayNode exchangesAbout(String task) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (Exchange exchange : exchanges.about(task, MOST_EXCHANGES_OF_A_TASK)) {
      addWhole(all.addObject(), exchange);
    }
    return all;
  }

  /** An exchange, whole; none where it has been forgotten. */
  ArrayNode exchange(long id) {
    ArrayNode found = JsonNodeFactory.instance.arrayNode();
    exchanges.latest(0, Integer.MAX_VALUE).stream()
        .filter(exchange -> exchange.id() == id)
        .forEach(exchange -> addWhole(found.addObject(), exchange));
    return found;
  }

  private static void addLine(ObjectNode json, Exchange exchange) {
    json.put("id", exchange.id())
        .put("number", exchange.number())
        .put("at", exchange.at().toEpochMilli())
        .put("line", SecretText.covered(exchange.line()))
        .put("isMessage", exchange.isMessage())
        .put("status", exchange.status())
        .put("end", exchange.end());
  }

  private static void addWhole(ObjectNode json, Exchange exchange) {
    addLine(json, exchange);
    json.put("headers", SecretText.covered(exchange.headers()))
        .put("request", SecretText.covered(exchange.request()))
        .put("reply", SecretText.covered(exchange.reply()));
  }
}
