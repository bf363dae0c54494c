package dev.callsheet.importer.internal.shape;

import dev.callsheet.spec.logic.StringFormat;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Files beside a format may have a pattern that says the same, for validators that ignore formats:
 * as the schemas that Callsheet exports have.
 */
final class FormatPatterns {
  private static final List<StringFormat> NAMED =
      List.of(StringFormat.UUID4, StringFormat.UUID, StringFormat.URI);

  private FormatPatterns() {}

  /** Leaves out a pattern that the format beside it, or a stricter one, says. */
  static void simplify(ObjectNode shape) {
    String pattern = shape.path("pattern").asString("");
    for (StringFormat format : NAMED) {
      if (shape.has("format") && format.regex().filter(pattern::equals).isPresent()) {
        shape.remove("pattern");
        shape.put("format", format.keyword());
      }
    }
  }
}
