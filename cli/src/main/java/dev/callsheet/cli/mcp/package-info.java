/**
 * {@code callsheet mcp}: a server of the model context protocol. {@link
 * dev.callsheet.cli.mcp.AgentServer} is the front door.
 *
 * <p>Tools take requests as values, never as files, and are the commands of the same name: a tool
 * has one run with the values on its standard input, so that an agent and a person are told the
 * same. What only a server needs is here: bounds, a budget, and the question whether to send.
 */
@NullMarked
package dev.callsheet.cli.mcp;

import org.jspecify.annotations.NullMarked;
