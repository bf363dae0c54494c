package dev.callsheet.runtime.client.error;

/** What kind of error it is, whatever its exact code. */
public enum ErrorCategory {
  /** The server could not be reached, or the connection broke. */
  CONNECTION,
  /** The account's credits or quota are used up. */
  QUOTA,
  /** Too many requests for now. */
  RATE_LIMIT,
  /** The content was refused as unsafe. */
  SAFETY,
  /** The key is missing, wrong, or not allowed to do this. */
  AUTH,
  /** Something took longer than its limit, here or at the server. */
  TIMEOUT,
  /** The task, model or piece of media does not exist, or no longer. */
  NOT_FOUND,
  /** A fault of the server. */
  SERVER,
  /** The model's provider failed. */
  PROVIDER,
  /** The request is not as the API wants it. */
  VALIDATION,
  /** An error that the table does not know. */
  UNKNOWN
}
