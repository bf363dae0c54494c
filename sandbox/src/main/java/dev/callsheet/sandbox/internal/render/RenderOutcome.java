package dev.callsheet.sandbox.internal.render;

import dev.callsheet.sandbox.internal.media.HostedMedia;
import tools.jackson.databind.node.ObjectNode;

/** How the render of one result ends. */
public sealed interface RenderOutcome {
  /**
   * With a piece of media.
   *
   * @param fields what the API says of it, without {@code taskType}, {@code taskUUID} and {@code
   *     status}
   */
  record Rendered(HostedMedia media, ObjectNode fields) implements RenderOutcome {}

  /** With an error. */
  record Failed(String code, String message) implements RenderOutcome {}
}
