/**
 * The API over WebSocket: {@link dev.callsheet.runtime.internal.websocket.WebSocketTransport} keeps
 * one authenticated connection, matches frames to messages, and falls back to HTTP when the socket
 * cannot be opened or gives no clear answer. For the client's own use.
 */
@NullMarked
package dev.callsheet.runtime.internal.websocket;

import org.jspecify.annotations.NullMarked;
