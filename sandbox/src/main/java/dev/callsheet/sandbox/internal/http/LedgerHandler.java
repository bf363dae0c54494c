package dev.callsheet.sandbox.internal.http;

import dev.callsheet.sandbox.internal.ledger.RecordingLedger;
import dev.callsheet.sandbox.ledger.LedgerEntry;
import dev.callsheet.sandbox.ledger.TaskAccount;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code GET /ledger}: entries in pages, with the accounts of the tasks in them; {@code
 * ?after=NUMBER&limit=NUMBER}.
 */
public final class LedgerHandler extends Handler.Abstract.NonBlocking {
  private static final int USUAL = 1000;
  private static final int MOST = 10_000;

  private final RecordingLedger ledger;

  /** Shows this ledger. */
  public LedgerHandler(RecordingLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Fields query = Request.extractQueryParameters(request);
    int limit = (int) Math.max(1, Math.min(MOST, number(query, "limit", USUAL)));
    RecordingLedger.Page page = ledger.page(number(query, "after", 0), limit);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("currency", "USD").put("total", ledger.totalCharged());
    ObjectNode tasks = json.putObject("tasks");
    page.accounts().forEach((task, account) -> tasks.set(task, toJson(account)));
    var entries = json.putArray("entries");
    long last = 0;
    for (Map.Entry<Long, LedgerEntry> entry : page.entries().entrySet()) {
      last = entry.getKey();
      entries.add(toJson(entry.getValue()).put("number", last));
    }
    if (page.hasMore()) {
      json.put("next", "/ledger?after=" + last + "&limit=" + limit);
    }
    PreparedHttpReply.json(200, json).send(response, callback);
    return true;
  }

  private static long number(Fields query, String name, long usual) {
    String given = query.getValue(name);
    try {
      return given == null ? usual : Long.parseLong(given);
    } catch (NumberFormatException e) {
      return usual;
    }
  }

  private static ObjectNode toJson(TaskAccount account) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("charged", account.totalCharged());
    for (LedgerEntry.Kind kind : LedgerEntry.Kind.values()) {
      json.put(keyword(kind), account.count(kind));
    }
    return json;
  }

  private static ObjectNode toJson(LedgerEntry entry) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("at", entry.at().toString())
        .put("kind", keyword(entry.kind()))
        .put("taskUUID", entry.taskUUID())
        .put("amount", entry.amount())
        .put("note", entry.note());
  }

  private static String keyword(LedgerEntry.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
