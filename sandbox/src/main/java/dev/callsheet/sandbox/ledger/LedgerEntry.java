package dev.callsheet.sandbox.ledger;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One line of the ledger.
 *
 * @param at when it happened
 * @param kind what happened
 * @param taskUUID the task it happened to, in lower case; empty when it had none
 * @param amount in USD, exact; zero for everything but a charge
 * @param note one sentence for people
 */
public record LedgerEntry(Instant at, Kind kind, String taskUUID, BigDecimal amount, String note) {
  /** What can happen to a task. */
  public enum Kind {
    /** It arrived, whatever became of it. */
    SUBMIT,
    /** It broke a rule and was not accepted. */
    REJECTION,
    /** Its UUID was taken, and it was not accepted. */
    CONFLICT,
    /** It was accepted and charged. */
    CHARGE,
    /** It was cancelled before its end; it stays charged. */
    CANCEL,
    /** A finished result was in the reply to the task's submission. */
    REPLY,
    /** A finished result was in the reply to a poll. */
    POLL,
    /** A finished result was pushed over the WebSocket connection that submitted the task. */
    PUSH,
    /** A result was sent to the webhook, and the receiver confirmed. */
    WEBHOOK,
    /** A result was sent to the webhook, and the receiver did not confirm; it is sent again. */
    WEBHOOK_FAILURE,
    /** A result's media was put to the upload endpoint, and the receiver confirmed. */
    UPLOAD,
    /** A result's media was put to the upload endpoint, and the receiver did not confirm. */
    UPLOAD_FAILURE,
    /** A result's media was fetched. */
    DOWNLOAD
  }
}
