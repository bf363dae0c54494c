package dev.callsheet.sandbox.internal.http;

import dev.callsheet.sandbox.ledger.Ledger;
import dev.callsheet.sandbox.ledger.LedgerEntry;
import dev.callsheet.sandbox.ledger.TaskAccount;
import java.util.Locale;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /ledger}: the accounts of all tasks, then every entry. */
public final class LedgerHandler extends Handler.Abstract.NonBlocking {
  private final Ledger ledger;

  /** Shows this ledger. */
  public LedgerHandler(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("currency", "USD").put("total", ledger.totalCharged());
    ObjectNode tasks = json.putObject("tasks");
    ledger.accounts().forEach((task, account) -> tasks.set(task, toJson(account)));
    var entries = json.putArray("entries");
    ledger.entries().forEach(entry -> entries.add(toJson(entry)));
    PreparedHttpReply.json(200, json).send(response, callback);
    return true;
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
