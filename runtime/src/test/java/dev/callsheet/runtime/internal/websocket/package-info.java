/** The WebSocket, with time and wires that tests move. */
@NullMarked
package dev.callsheet.runtime.internal.websocket;

import org.jspecify.annotations.NullMarked;
