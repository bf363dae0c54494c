/** The WebSocket, with time and wires that tests move. */
@NullMarked
package dev.callsheet.runtime.client.transport.socket;

import org.jspecify.annotations.NullMarked;
