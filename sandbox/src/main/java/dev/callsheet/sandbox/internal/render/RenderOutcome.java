package dev.callsheet.sandbox.internal.render;

import dev.callsheet.sandbox.internal.media.HostedMedia;
import java.math.BigDecimal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** How the render of one result ends. */
public sealed interface RenderOutcome {
  /** With something that the API says and that is delivered. */
  sealed interface Delivered extends RenderOutcome {
    /** What the API says of it, without {@code taskType}, {@code taskUUID}, {@code status}. */
    ObjectNode fields();

    /** What it is called in the ledger. */
    String label();
  }

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
      implements Delivered {
    @Override
    public ObjectNode fields() {
      return content.get();
    }

    @Override
    public String label() {
      return "result " + media.uuid();
    }
  }

  /**
   * With a text.
   *
   * @param said what the API says of it, the text itself included
   */
  record Written(ObjectNode said) implements Delivered {
    @Override
    public ObjectNode fields() {
      return said.deepCopy();
    }

    @Override
    public String label() {
      return "a text";
    }
  }

  /** With an error. */
  record Failed(String code, String message) implements RenderOutcome {}
}
