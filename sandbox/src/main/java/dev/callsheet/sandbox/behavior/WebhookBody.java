package dev.callsheet.sandbox.behavior;

/** The form of what is sent to a webhook. */
public enum WebhookBody {
  /** As in a reply: {@code {"data": [item]}} or {@code {"errors": [error]}}. */
  WRAPPED,
  /** As in a reply, without a list: {@code {"data": item}} or {@code {"errors": error}}. */
  SINGLE,
  /** The item or the error itself. */
  FLAT
}
