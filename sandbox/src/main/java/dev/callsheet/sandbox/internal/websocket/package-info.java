/**
 * The API over WebSocket: {@link dev.callsheet.sandbox.internal.websocket.WebSocketUpgradeHandler}
 * lets connections in, a conversation authenticates and answers, and a session outlives its
 * connection, so that what could not be delivered waits for the next one.
 */
@NullMarked
package dev.callsheet.sandbox.internal.websocket;

import org.jspecify.annotations.NullMarked;
