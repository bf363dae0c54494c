package dev.callsheet.importer.internal.shape;

import dev.callsheet.importer.finding.ImportFinding.Kind;
import dev.callsheet.importer.internal.condition.FragmentTranslator;
import dev.callsheet.importer.internal.finding.FindingCollector;
import dev.callsheet.importer.internal.schema.SchemaNode;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reports the keywords of a schema that its translation has no place for. Every translation of a
 * schema ends here, with the keywords that it has read: any other that binds values is reported,
 * also one that nobody has thought of.
 */
final class UnreadKeywords {
  private static final List<String> OF_NUMBERS =
      List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf");
  private static final List<String> OF_TEXTS =
      List.of("minLength", "maxLength", "pattern", "format");
  private static final List<String> OF_LISTS =
      List.of(
          "items",
          "prefixItems",
          "minItems",
          "maxItems",
          "uniqueItems",
          "contains",
          "minContains",
          "maxContains",
          "unevaluatedItems");
  private static final List<String> OF_OBJECTS =
      List.of(
          "properties",
          "required",
          "additionalProperties",
          "unevaluatedProperties",
          "minProperties",
          "maxProperties",
          "propertyNames",
          "patternProperties",
          "dependentRequired",
          "dependentSchemas");

  /** The keywords that say something of values of a type, and nothing of others. */
  private static final Map<String, List<String>> BY_TYPE =
      Map.of(
          "string", OF_TEXTS,
          "integer", OF_NUMBERS,
          "number", OF_NUMBERS,
          "array", OF_LISTS,
          "object", OF_OBJECTS);

  private static final Set<String> BOUND_TO_A_TYPE = boundToAType();

  /** What is looked at before a translation is chosen. */
  private static final Set<String> READ_FIRST = Set.of("type", "nullable", "definitions");

  private final FindingCollector findings;

  UnreadKeywords(FindingCollector findings) {
    this.findings = findings;
  }

  private static Set<String> boundToAType() {
    List<String> all = new ArrayList<>();
    BY_TYPE.values().forEach(all::addAll);
    return Set.copyOf(all);
  }

  /**
   * Reports them.
   *
   * @param type of the values that the translation is for, as JSON Schema calls it: a keyword about
   *     values of other types says nothing; empty for values of any type
   * @param read the keywords that it has taken in, or reported itself
   */
  void report(SchemaNode schema, ParameterPath path, String type, Set<String> read) {
    List<String> own = BY_TYPE.getOrDefault(type, List.of());
    for (String keyword : schema.names()) {
      boolean isOfOtherTypes =
          !type.isEmpty() && BOUND_TO_A_TYPE.contains(keyword) && !own.contains(keyword);
      boolean isDone =
          read.contains(keyword)
              || READ_FIRST.contains(keyword)
              || isOfOtherTypes
              || FragmentTranslator.isAnnotation(keyword);
      if (!isDone) {
        findings.add(
            Kind.NOT_IMPORTED,
            schema.get(keyword).orElse(schema).location(),
            "`"
                + keyword
                + "` of "
                + (path.isRoot() ? "the task" : "`" + path + "`")
                + " has no counterpart; it is left out");
      }
    }
  }
}
