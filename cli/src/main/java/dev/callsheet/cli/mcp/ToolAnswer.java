package dev.callsheet.cli.mcp;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answer of a tool.
 *
 * @param text for the agent to read
 * @param structured the same for programs; null where there is no more than the text
 * @param isError whether the tool could not do, or refused, what it was asked for
 */
record ToolAnswer(String text, @Nullable ObjectNode structured, boolean isError) {
  static ToolAnswer of(String text, ObjectNode structured) {
    return new ToolAnswer(text, structured, false);
  }

  static ToolAnswer refused(String reason) {
    return new ToolAnswer(reason, null, true);
  }
}
