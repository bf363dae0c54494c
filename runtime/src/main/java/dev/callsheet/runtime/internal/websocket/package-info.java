/**
 * The API over WebSocket: {@link dev.callsheet.runtime.internal.websocket.WebSocketTransport} keeps
 * one authenticated connection, finds out which frame answers what, and goes over HTTP whenever the
 * socket cannot be had or gives no clear answer. For the client's own use.
 */
@NullMarked
package dev.callsheet.runtime.internal.websocket;

import org.jspecify.annotations.NullMarked;
