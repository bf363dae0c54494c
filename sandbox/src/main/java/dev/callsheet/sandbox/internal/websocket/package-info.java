/**
 * The API over WebSocket. {@link dev.callsheet.sandbox.internal.websocket.WebSocketUpgradeHandler}
 * accepts connections; a message handler authenticates the client and replies; a session outlives
 * its connection, so that what could not be delivered is sent over the next one.
 */
@NullMarked
package dev.callsheet.sandbox.internal.websocket;

import org.jspecify.annotations.NullMarked;
