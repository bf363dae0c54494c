package dev.callsheet.runtime.internal.job;

/** A task to send. */
final class Submission {
  private final byte[] body;
  private final boolean mayHaveArrived;

  /**
   * @param body the request, byte for byte as every attempt sends it; not to be changed
   * @param mayHaveArrived whether an earlier client or process may have sent it
   */
  Submission(byte[] body, boolean mayHaveArrived) {
    this.body = body;
    this.mayHaveArrived = mayHaveArrived;
  }

  byte[] body() {
    return body;
  }

  boolean mayHaveArrived() {
    return mayHaveArrived;
  }
}
