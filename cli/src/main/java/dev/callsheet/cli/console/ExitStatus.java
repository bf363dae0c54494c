package dev.callsheet.cli.console;

/** What a command returns to its caller when it ends; pipelines rely on these numbers. */
public final class ExitStatus {
  /** Done, or nothing found. */
  public static final int DONE = 0;

  /** Something was found at or above the threshold, or the request was refused or failed. */
  public static final int FINDINGS = 1;

  /** Called wrongly, or something could not be read, written or reached. */
  public static final int USER_ERROR = 2;

  /** An internal error. */
  public static final int INTERNAL_ERROR = 3;

  /** Whoever read the result has gone: what a shell says of any program that a pipe ended. */
  public static final int READER_GONE = 141;

  private ExitStatus() {}
}
