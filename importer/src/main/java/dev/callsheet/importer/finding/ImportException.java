package dev.callsheet.importer.finding;

import dev.callsheet.spec.source.SourceLocation;

/** A file of which no spec can be made; the message says where and why. */
public final class ImportException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Says why a file cannot be imported.
   *
   * @param reason for people, such as {@code a comma is missing before this}
   */
  public ImportException(SourceLocation location, String reason) {
    super(location + ": " + reason);
  }
}
