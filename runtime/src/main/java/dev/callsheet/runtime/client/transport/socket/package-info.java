/**
 * The API over WebSocket: {@link dev.callsheet.runtime.client.transport.socket.SocketTransport}
 * keeps one authenticated connection, finds out which frame answers what, and goes over HTTP
 * whenever the socket cannot be had or gives no clear answer. For the client's own use.
 */
@NullMarked
package dev.callsheet.runtime.client.transport.socket;

import org.jspecify.annotations.NullMarked;
