package dev.callsheet.runtime.internal.transport;

import java.io.IOException;

/** A server sends more than is taken from it. */
public final class ResponseTooLargeException extends IOException {
  private static final long serialVersionUID = 1;

  /** An exception whose message says of what there is too much, and how much would be taken. */
  public ResponseTooLargeException(String what, long limit, String unit) {
    super(what + " is larger than the limit of " + limit + " " + unit);
  }
}
