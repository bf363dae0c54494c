package dev.callsheet.runtime.internal.websocket;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.internal.wire.ApiReply.ParsedReply;

/** Receives the events of a session, on the loop. */
interface SessionListener {
  /**
   * Messages can be sent.
   *
   * @param resumed whether the server recognized the session from before
   */
  void onOpened(boolean resumed);

  /** The server refused the key; the session is idle until {@code connect} is called again. */
  void onAuthenticationRefused(ApiError reason);

  /** The connection is lost; the session connects again after a delay. */
  void onConnectionLost(ApiError reason);

  /** A frame was received. */
  void onFrame(ParsedReply frame);

  /** A frame was received that cannot be read. */
  void onUnreadableFrame(ApiError reason);
}
