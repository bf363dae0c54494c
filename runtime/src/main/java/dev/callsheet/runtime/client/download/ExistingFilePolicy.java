package dev.callsheet.runtime.client.download;

/** What becomes of a download whose file name is taken by a file with other content. */
public enum ExistingFilePolicy {
  /** Both stay: the new file gets a number at the end of its name. */
  KEEP_BOTH,
  /** The new file takes the place of the old one, all at once. */
  REPLACE,
  /** The old file stays, and the download fails. */
  FAIL
}
