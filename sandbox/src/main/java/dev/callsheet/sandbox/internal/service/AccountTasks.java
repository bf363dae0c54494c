package dev.callsheet.sandbox.internal.service;

import dev.callsheet.sandbox.internal.ledger.RecordingLedger;
import java.math.BigDecimal;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers {@code accountManagement}: an account with credit, of which the charges are taken. */
final class AccountTasks {
  private static final int BAD_REQUEST = 400;
  private static final String DETAILS = "getDetails";

  /** What the account has at the start, in USD. */
  private static final BigDecimal CREDIT = BigDecimal.valueOf(1000);

  private final RecordingLedger ledger;

  AccountTasks(RecordingLedger ledger) {
    this.ledger = ledger;
  }

  void handle(ObjectNode task, ResponseEnvelope reply) {
    if (!task.path("operation").asString("").equals(DETAILS)) {
      reply.reject(
          ErrorEntry.of("invalidOperation", "`operation` is " + DETAILS + ".")
              .withParameter("operation")
              .withTask("accountManagement", task.path("taskUUID").asString("")),
          BAD_REQUEST);
      return;
    }
    reply.addServedTask(
        JsonNodeFactory.instance
            .objectNode()
            .put("taskType", "accountManagement")
            .put("taskUUID", task.path("taskUUID").asString(""))
            .put("operation", DETAILS)
            .put("balance", CREDIT.subtract(ledger.totalCharged())));
  }
}
