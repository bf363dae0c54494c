package dev.callsheet.runtime.internal.transport;

import dev.callsheet.runtime.client.error.ApiError;
import java.net.http.HttpHeaders;

/** What became of an HTTP request. */
public sealed interface HttpReply {
  /**
   * All of a reply is here.
   *
   * @param body without the content codings that it was sent with; not to be changed
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and not copied, as it may be large
  record Received(int status, HttpHeaders headers, byte[] body) implements HttpReply {}

  /**
   * There is no reply, or not one that is taken. The request may have arrived all the same.
   *
   * @param error why
   */
  record Failed(ApiError error) implements HttpReply {}
}
