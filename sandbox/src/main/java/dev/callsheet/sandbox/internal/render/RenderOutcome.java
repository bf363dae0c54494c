package dev.callsheet.sandbox.internal.render;

import dev.callsheet.sandbox.internal.media.HostedMedia;
import java.math.BigDecimal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** How the render of one result ends. */
public sealed interface RenderOutcome {
  /**
   * With a piece of media.
   *
   * @param seed of the result
   * @param cost of it, in USD; null when no price is known
   * @param content makes what the API says of it, without {@code taskType}, {@code taskUUID} and
   *     {@code status}; that may hold the media and is not kept
   */
  record Rendered(
      HostedMedia media, long seed, @Nullable BigDecimal cost, Supplier<ObjectNode> content)
      implements RenderOutcome {
    /** What the API says of it. */
    public ObjectNode fields() {
      return content.get();
    }
  }

  /** With an error. */
  record Failed(String code, String message) implements RenderOutcome {}
}
