package dev.callsheet.runtime.client.policy;

/**
 * How much is taken from a server. What is beyond a limit is refused and reported, and the job it
 * is about stays in the journal. How long a server may take is set by the timeouts of the client.
 *
 * @param replySize the most bytes of one reply of the API, of one message over a WebSocket and of
 *     one webhook, content codings undone
 * @param headerSize the most characters of all headers of a reply or a download together
 * @param surplusResults how many more results a task may deliver than it was asked for
 * @param downloadSize the most bytes of one download, content codings undone
 * @param messageLength the most characters of an error's message; the whole of it is in {@link
 *     dev.callsheet.runtime.client.error.ApiError#raw}
 */
public record ResponseLimits(
    int replySize, int headerSize, int surplusResults, long downloadSize, int messageLength) {
  private static final ResponseLimits STANDARD =
      new ResponseLimits(128 << 20, 64 << 10, 16, 8L << 30, 1000);

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public ResponseLimits {
    if (replySize < 1
        || headerSize < 1
        || surplusResults < 0
        || downloadSize < 1
        || messageLength < 1) {
      throw new IllegalArgumentException(
          "ResponseLimits needs replySize, headerSize, downloadSize and messageLength >= 1 and"
              + " surplusResults >= 0; they are %d, %d, %d, %d and %d"
                  .formatted(replySize, headerSize, downloadSize, messageLength, surplusResults));
    }
  }

  /**
   * 128 MiB a reply, which is a video of 96 MiB as Base64; headers of 64 KiB; 16 results more than
   * asked for; 8 GiB a download; messages of 1,000 characters.
   */
  public static ResponseLimits standard() {
    return STANDARD;
  }

  /** The same, with this limit for a reply in bytes. */
  public ResponseLimits withReplySize(int bytes) {
    return new ResponseLimits(bytes, headerSize, surplusResults, downloadSize, messageLength);
  }

  /** The same, with this limit for headers in characters. */
  public ResponseLimits withHeaderSize(int characters) {
    return new ResponseLimits(replySize, characters, surplusResults, downloadSize, messageLength);
  }

  /** The same, with so many results more than asked for. */
  public ResponseLimits withSurplusResults(int results) {
    return new ResponseLimits(replySize, headerSize, results, downloadSize, messageLength);
  }

  /** The same, with this limit for a download in bytes. */
  public ResponseLimits withDownloadSize(long bytes) {
    return new ResponseLimits(replySize, headerSize, surplusResults, bytes, messageLength);
  }

  /** The same, with this limit for messages in characters. */
  public ResponseLimits withMessageLength(int characters) {
    return new ResponseLimits(replySize, headerSize, surplusResults, downloadSize, characters);
  }
}
