package dev.callsheet.spec.lint.scan;

/** What was read is no JSON, or none that the scanner is sure of. Cheap: nobody asks from where. */
final class NotPlain extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotPlain() {
    super("not plain JSON", null, false, false);
  }
}
