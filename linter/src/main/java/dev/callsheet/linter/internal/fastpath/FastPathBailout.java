package dev.callsheet.linter.internal.fastpath;

/**
 * The fast path gives up: what it read is not JSON, or not certainly. Cheap, as it has no stack
 * trace.
 */
final class FastPathBailout extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FastPathBailout() {
    super("not plain JSON", null, false, false);
  }
}
