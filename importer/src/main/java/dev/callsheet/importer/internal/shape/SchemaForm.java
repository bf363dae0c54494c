package dev.callsheet.importer.internal.shape;

import dev.callsheet.importer.internal.condition.FragmentTranslator;
import dev.callsheet.importer.internal.schema.SchemaNode;
import java.util.ArrayList;
import java.util.List;

/** Which of the ways to describe a value a schema is written in. */
final class SchemaForm {
  private SchemaForm() {}

  /**
   * Whether a schema is another's with annotations beside it, which OpenAPI 3.0 needs a list for.
   */
  static boolean isWrapped(SchemaNode schema) {
    List<SchemaNode> parts = schema.items("allOf");
    return parts.size() == 1
        && parts.get(0).isObject()
        && !parts.get(0).has("if")
        && schema.names().stream()
            .allMatch(
                name ->
                    name.equals("allOf")
                        || name.equals("nullable")
                        || FragmentTranslator.isAnnotation(name));
  }

  static String type(SchemaNode schema) {
    SchemaNode type = schema.get("type").orElse(null);
    if (type == null) {
      boolean isObject = schema.has("properties") || schema.has("allOf");
      return isObject ? "object" : schema.has("items") ? "array" : "";
    }
    List<SchemaNode> types = type.items();
    if (type.value().isArray()) {
      return types.size() == 1 ? types.get(0).value().asString("") : "several";
    }
    return type.value().asString("");
  }

  static boolean isUnion(SchemaNode schema, String keyword) {
    return schema.items(keyword).stream()
        .anyMatch(
            each ->
                each.has("type")
                    || each.has("const")
                    || each.has("enum")
                    || each.has("properties")
                    || each.has("anyOf"));
  }

  static boolean isListOfConstants(SchemaNode schema) {
    List<SchemaNode> all = new ArrayList<>(schema.items("oneOf"));
    if (all.isEmpty()) {
      all.addAll(schema.items("anyOf"));
    }
    return !all.isEmpty() && all.stream().allMatch(each -> each.has("const"));
  }
}
