package dev.callsheet.cli.mcp;

import java.util.function.BiFunction;

/**
 * Something that an agent can have done.
 *
 * @param description for the agent: what it does, and when to use it
 * @param inputSchema JSON Schema of its arguments
 * @param isReadOnly whether it changes nothing and costs nothing
 * @param handler does it
 */
record AgentTool(
    String name,
    String description,
    String inputSchema,
    boolean isReadOnly,
    BiFunction<ToolArguments, AgentTool.Consent, ToolAnswer> handler) {

  /** Asks the person whom the agent works for. */
  @FunctionalInterface
  interface Consent {
    /** What a person said, or that none can be asked. */
    enum Answer {
      YES,
      NO,
      NOBODY_TO_ASK
    }

    /** The answer to a question that can be answered by yes or no. */
    Answer ask(String question);
  }
}
