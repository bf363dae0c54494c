package dev.callsheet.importer.internal.shape;

import dev.callsheet.importer.internal.condition.FragmentTranslator;
import dev.callsheet.importer.internal.schema.SchemaNode;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.JsonNumbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The bounds that stand beside a list of values, and leave out some of them. */
final class ValueBounds {
  /** The keywords that are read. */
  static final Set<String> KEYWORDS =
      Set.of(
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "minLength",
          "maxLength",
          "pattern");

  private static final BigDecimal GREATEST_LENGTH = BigDecimal.valueOf(Integer.MAX_VALUE);

  private ValueBounds() {}

  /** Whether a schema's bounds allow a value; bounds that are damaged allow all. */
  static boolean allow(SchemaNode schema, JsonNode value) {
    return facets(schema).stream().allMatch(facet -> FacetPredicates.of(facet).test(value));
  }

  private static List<Facet> facets(SchemaNode schema) {
    List<Facet> facets = new ArrayList<>();
    facets.add(new Facet.Range(number(schema, "minimum"), false, number(schema, "maximum"), false));
    facets.add(
        new Facet.Range(
            number(schema, "exclusiveMinimum"), true, number(schema, "exclusiveMaximum"), true));
    Optional.ofNullable(number(schema, "multipleOf"))
        .filter(step -> step.signum() > 0)
        .ifPresent(step -> facets.add(new Facet.MultipleOf(step)));
    facets.add(new Facet.Length(count(schema, "minLength"), count(schema, "maxLength")));
    schema
        .text("pattern")
        .filter(pattern -> FragmentTranslator.patternError(pattern).isEmpty())
        .ifPresent(pattern -> facets.add(new Facet.Pattern(pattern)));
    return facets;
  }

  private static @Nullable BigDecimal number(SchemaNode schema, String keyword) {
    return schema
        .get(keyword)
        .map(SchemaNode::value)
        .filter(JsonNode::isNumber)
        .map(JsonNumbers::decimalValue)
        .orElse(null);
  }

  /** A length; one that no text has counts as the greatest that can be. */
  private static @Nullable Integer count(SchemaNode schema, String keyword) {
    BigDecimal number = number(schema, keyword);
    if (number == null || number.signum() < 0) {
      return null;
    }
    return number.compareTo(GREATEST_LENGTH) > 0 ? Integer.MAX_VALUE : number.intValue();
  }
}
