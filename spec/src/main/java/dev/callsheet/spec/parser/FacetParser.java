package dev.callsheet.spec.parser;

import dev.callsheet.runtime.LengthUnit;
import dev.callsheet.runtime.MediaKind;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.MediaSource;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.source.YamlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses the keywords of JSON Schema that restrict values of one type. */
final class FacetParser {
  private final ProblemCollector problems;
  private final RegexParser regexes;

  FacetParser(ProblemCollector problems) {
    this.problems = problems;
    this.regexes = new RegexParser(problems);
  }

  /**
   * The facets among the keywords of a schema, in the order written.
   *
   * @param items what the items are, where the value is a list and that is known
   * @param name what to call the value
   */
  List<Facet> parse(YamlNode.Mapping schema, Collection<Shape> items, String name) {
    Set<Facet> facets = new LinkedHashSet<>();
    for (String keyword : schema.entries().keySet()) {
      parseFacet(keyword, schema, items, name).ifPresent(facets::add);
    }
    return new ArrayList<>(facets);
  }

  /** Reports keywords that do not apply to values of these types. */
  void checkApplicability(YamlNode.Mapping schema, Collection<JsonType> types, String name) {
    if (types.isEmpty()) {
      return;
    }
    schema
        .entries()
        .forEach(
            (keyword, entry) -> {
              if (!KeywordTypes.appliesTo(keyword, types)) {
                problems.report(
                    entry.keyLocation(),
                    "`"
                        + keyword
                        + "` is for "
                        + KeywordTypes.applicableValues(keyword)
                        + "; `"
                        + name
                        + "` is "
                        + KeywordTypes.describe(types));
              }
            });
  }

  private Optional<Facet> parseFacet(
      String keyword, YamlNode.Mapping schema, Collection<Shape> items, String name) {
    return switch (keyword) {
      case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" ->
          Optional.of(range(schema));
      case "multipleOf" ->
          schema.decimal(keyword).filter(step -> step.signum() > 0).map(Facet.MultipleOf::new);
      case "minLength", "maxLength" ->
          Optional.of(
              new Facet.Length(
                  integer(schema, "minLength"),
                  upperBound(schema, "minLength", "maxLength"),
                  schema
                      .text("lengthIn")
                      .flatMap(LengthUnit::named)
                      .orElse(LengthUnit.CODE_POINTS)));
      case "lengthIn" -> {
        if (!schema.has("minLength")
            && !schema.has("maxLength")
            && !problems.hasProblemAt(schema.keyLocation(keyword))) {
          problems.report(
              schema.keyLocation(keyword),
              "`lengthIn` says what `minLength` and `maxLength` count; `" + name + "` has neither");
        }
        yield Optional.empty();
      }
      case "minItems", "maxItems" ->
          Optional.of(
              new Facet.ItemCount(
                  integer(schema, "minItems"), upperBound(schema, "minItems", "maxItems")));
      case "minProperties", "maxProperties" ->
          Optional.of(
              new Facet.MemberCount(
                  integer(schema, "minProperties"),
                  upperBound(schema, "minProperties", "maxProperties")));
      case "pattern" ->
          schema
              .get(keyword)
              .flatMap(node -> regexes.parse(node).flatMap(regex -> node.asText()))
              .map(Facet.Pattern::new);
      case "format" -> schema.text(keyword).map(Facet.Format::new);
      case "accepts" -> media(schema.texts(keyword), schema.text("media"));
      case "uniqueItems" ->
          schema
              .get(keyword)
              .filter(node -> node.json().asBoolean(false))
              .map(n -> new Facet.UniqueItems());
      case "contains" ->
          schema
              .mapping(keyword)
              .map(
                  part ->
                      new Facet.Contains(
                          new SchemaFragmentParser(problems).parse(part, items, name + "[]")));
      default -> Optional.empty();
    };
  }

  private Facet range(YamlNode.Mapping schema) {
    BigDecimal minimum = schema.decimal("minimum").orElse(null);
    BigDecimal above = schema.decimal("exclusiveMinimum").orElse(null);
    BigDecimal maximum = schema.decimal("maximum").orElse(null);
    BigDecimal below = schema.decimal("exclusiveMaximum").orElse(null);
    boolean minimumExclusive = above != null && (minimum == null || above.compareTo(minimum) >= 0);
    boolean maximumExclusive = below != null && (maximum == null || below.compareTo(maximum) <= 0);
    BigDecimal lower = minimumExclusive ? above : minimum;
    BigDecimal upper = maximumExclusive ? below : maximum;
    if (lower != null && upper != null) {
      int order = lower.compareTo(upper);
      if (order > 0 || (order == 0 && (minimumExclusive || maximumExclusive))) {
        String keyword = maximumExclusive ? "exclusiveMaximum" : "maximum";
        problems.report(
            schema.keyLocation(keyword),
            "no number fits: it would be "
                + (minimumExclusive ? "more than " : "at least ")
                + lower.toPlainString()
                + " and "
                + (maximumExclusive ? "less than " : "at most ")
                + upper.toPlainString());
      }
    }
    return new Facet.Range(lower, minimumExclusive, upper, maximumExclusive);
  }

  private @Nullable Integer integer(YamlNode.Mapping schema, String keyword) {
    return schema
        .get(keyword)
        .filter(node -> node.json().isNumber() && node.json().canConvertToExactIntegral())
        .flatMap(
            node -> {
              if (node.json().canConvertToInt()) {
                return Optional.of(node.json().intValue());
              }
              problems.report(
                  node.location(), "`" + keyword + "` is more than " + Integer.MAX_VALUE);
              return Optional.empty();
            })
        .orElse(null);
  }

  private @Nullable Integer upperBound(YamlNode.Mapping schema, String least, String most) {
    Integer minimum = integer(schema, least);
    Integer maximum = integer(schema, most);
    if (minimum != null && maximum != null && minimum > maximum) {
      problems.report(
          schema.keyLocation(most),
          "`" + most + "` " + maximum + " is less than `" + least + "` " + minimum);
    }
    return maximum;
  }

  private static Optional<Facet> media(List<String> words, Optional<String> kind) {
    Set<MediaSource> sources = EnumSet.noneOf(MediaSource.class);
    Arrays.stream(MediaSource.values())
        .filter(source -> words.contains(source.keyword()))
        .forEach(sources::add);
    return sources.isEmpty()
        ? Optional.empty()
        : Optional.of(new Facet.Accepts(sources, kind.flatMap(MediaKind::named).orElse(null)));
  }
}
