package dev.callsheet.sandbox.internal.render;

import dev.callsheet.spec.model.ModelSpec;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A text that stands in for what a model would have written, as the API says it. */
final class SampleText {
  private SampleText() {}

  /**
   * The fields of one result; another seed gives another text.
   *
   * @param cost in USD; null when no price is known
   */
  static ObjectNode fields(ModelSpec model, JsonNode task, long seed, @Nullable BigDecimal cost) {
    String prompt = SampleSelector.prompt(model, task);
    ObjectNode fields =
        JsonNodeFactory.instance
            .objectNode()
            .put(
                RenderableModel.TEXT,
                (prompt.isEmpty() ? "A text" : prompt)
                    + " (a sample of the sandbox, "
                    + seed
                    + ")");
    if (cost != null && EffectiveTaskParameters.isTrue(model, task, "includeCost")) {
      fields.put("cost", cost);
    }
    return fields;
  }
}
