package dev.callsheet.linter.internal.fastpath;

/** What was read is no JSON, or none that the scanner is sure of. Cheap: nobody asks from where. */
final class FastPathBailout extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FastPathBailout() {
    super("not plain JSON", null, false, false);
  }
}
