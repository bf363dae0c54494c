package dev.callsheet.sandbox.internal.render;

import dev.callsheet.sandbox.internal.media.HostedMedia;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** How the render of one result ends. */
public sealed interface RenderOutcome {
  /**
   * With a piece of media.
   *
   * @param content makes what the API says of it, without {@code taskType}, {@code taskUUID} and
   *     {@code status}; that may hold the media and is not kept
   */
  record Rendered(HostedMedia media, Supplier<ObjectNode> content) implements RenderOutcome {
    /** What the API says of it. */
    public ObjectNode fields() {
      return content.get();
    }
  }

  /** With an error. */
  record Failed(String code, String message) implements RenderOutcome {}
}
