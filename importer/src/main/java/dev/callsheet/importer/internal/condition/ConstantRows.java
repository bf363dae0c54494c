package dev.callsheet.importer.internal.condition;

import dev.callsheet.importer.internal.schema.SchemaNode;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Recognises alternatives that are combinations of constants, such as sizes: each a {@code title}
 * and {@code properties} with a {@code const} for each of the same parameters.
 */
final class ConstantRows {
  private static final Set<String> KEYWORDS =
      Set.of("title", "description", "type", "properties", "required");

  private ConstantRows() {}

  /**
   * The combinations; empty when the alternatives are something else.
   *
   * @param exclusive whether exactly one alternative must fit, so that what is listed twice is not
   *     allowed
   */
  static Optional<Condition> of(SchemaNode alternatives, ParameterPath owner, boolean exclusive) {
    @Nullable List<String> names = null;
    Map<List<JsonNode>, Condition.Row> rows = new LinkedHashMap<>();
    List<List<JsonNode>> repeated = new ArrayList<>();
    for (SchemaNode alternative : alternatives.items()) {
      Map<String, SchemaNode> members = alternative.members("properties");
      if (!KEYWORDS.containsAll(alternative.names()) || members.isEmpty()) {
        return Optional.empty();
      }
      if (names == null) {
        names = List.copyOf(members.keySet());
      }
      if (!members.keySet().equals(Set.copyOf(names))
          || !members.values().stream().allMatch(ConstantRows::isConstant)) {
        return Optional.empty();
      }
      List<JsonNode> values =
          names.stream()
              .map(name -> Objects.requireNonNull(members.get(name)))
              .map(member -> member.get("const").orElseThrow().value())
              .toList();
      Condition.Row row = new Condition.Row(alternative.text("title").orElse(""), values);
      if (rows.putIfAbsent(values, row) != null) {
        repeated.add(values);
      }
    }
    if (names == null) {
      return Optional.empty();
    }
    if (exclusive) {
      repeated.forEach(rows::remove);
    }
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<ParameterPath> parameters = names.stream().map(owner::member).toList();
    return Optional.of(new Condition.Rows(parameters, List.copyOf(rows.values())));
  }

  private static boolean isConstant(SchemaNode schema) {
    return schema.has("const")
        && schema.names().stream()
            .allMatch(
                name ->
                    name.equals("const")
                        || name.equals("type")
                        || FragmentTranslator.isAnnotation(name));
  }
}
