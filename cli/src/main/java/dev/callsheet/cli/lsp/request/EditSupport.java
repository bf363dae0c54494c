package dev.callsheet.cli.lsp.request;

/**
 * What a client can do with edits.
 *
 * @param hasVersions whether it makes an edit only in the version of the document that it is for
 * @param isLazy whether it asks for the edit of an action only when the action is chosen
 */
public record EditSupport(boolean hasVersions, boolean isLazy) {
  /** What every client can do. */
  public static final EditSupport LEAST = new EditSupport(false, false);
}
