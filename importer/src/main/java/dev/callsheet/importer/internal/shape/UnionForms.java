package dev.callsheet.importer.internal.shape;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes one shape of the several forms that a value may have. */
final class UnionForms {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private UnionForms() {}

  /** Forms with a name each, by what they are. */
  static ObjectNode of(List<ObjectNode> forms) {
    if (forms.size() == 1) {
      return forms.get(0);
    }
    ObjectNode union = NODES.objectNode();
    ArrayNode alternatives = union.putArray("oneOf");
    Set<String> titles = new LinkedHashSet<>();
    for (ObjectNode form : forms) {
      ObjectNode titled = NODES.objectNode();
      String base = title(form);
      String title = base;
      for (int i = 2; !titles.add(title); i++) {
        title = base + " " + i;
      }
      form.remove("default");
      titled.put("title", title);
      titled.setAll(form);
      alternatives.add(titled);
    }
    return union;
  }

  private static String title(ObjectNode form) {
    if (form.has("media")) {
      return form.get("media").asString();
    }
    if (form.has("const")) {
      JsonNode value = form.get("const");
      return value.isNull() ? "none" : value.isBoolean() ? "switch" : value.asString("value");
    }
    return switch (form.path("type").asString("")) {
      case "object" -> "settings";
      case "array" -> "list";
      case "string" -> "text";
      case "boolean" -> "switch";
      case "integer", "number" -> "number";
      default -> "form";
    };
  }

  /** Whether no two forms are of one type. */
  static boolean haveDifferentTypes(List<ObjectNode> forms) {
    return forms.stream().map(form -> form.path("type").asString("")).distinct().count()
        == forms.size();
  }

  /** With {@code null} as one more value, as OpenAPI 3.0 says it. */
  static ObjectNode withNull(ObjectNode shape) {
    List<ObjectNode> forms = new ArrayList<>();
    if (shape.has("oneOf")) {
      shape.path("oneOf").valueStream().forEach(form -> forms.add((ObjectNode) form));
      forms.forEach(form -> form.remove("title"));
    } else {
      forms.add(shape);
    }
    forms.add(NODES.objectNode().putNull("const"));
    return of(forms);
  }
}
