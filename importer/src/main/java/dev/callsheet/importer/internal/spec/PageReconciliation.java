package dev.callsheet.importer.internal.spec;

import dev.callsheet.importer.finding.ImportFinding.Kind;
import dev.callsheet.importer.internal.condition.ParameterTree;
import dev.callsheet.importer.internal.finding.FindingCollector;
import dev.callsheet.importer.internal.page.PageLine;
import dev.callsheet.importer.internal.rule.ImportedRule;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts what a documentation page says to people into the draft of a published schema: who the model
 * is, and every keyword of a parameter that does not bind requests, such as defaults; the labels of
 * combinations, and prices where the schema has none. What of it the schema says otherwise is
 * reported. What a request may be is left as the schema says it, and compared by {@link
 * PageComparison}; what the page's descriptions say is read with those of the schema.
 */
final class PageReconciliation {
  /**
   * Keywords by which a shape says what a value may be. All others are for people, and so taken
   * over: one that is added to the language is not forgotten here.
   */
  static final Set<String> BINDING =
      Set.of(
          "title",
          "type",
          "const",
          "enum",
          "oneOf",
          "properties",
          "items",
          "required",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "minLength",
          "maxLength",
          "lengthIn",
          "minItems",
          "maxItems",
          "uniqueItems",
          "pattern",
          "format",
          "accepts",
          "media");

  private static final String ROWS = "rows";
  private static final String LABEL = "label";

  private final PageDraft page;
  private final FindingCollector findings;

  PageReconciliation(PageDraft page, FindingCollector findings) {
    this.page = page;
    this.findings = findings;
  }

  /** The draft with what the page says to people. */
  SpecDraft joined(SpecDraft schema) {
    SpecDraft shown = page.draft();
    ObjectNode request = schema.request().deepCopy();
    new Takeover("", page.page()::requestLocation)
        .shape(request, shown.request(), ParameterPath.ROOT);
    ObjectNode result = schema.result().deepCopy();
    new Takeover(" of a result", page.page()::resultLocation)
        .shape(result, shown.result(), ParameterPath.ROOT);
    return new SpecDraft(
        schema.file() + " and " + shown.file(),
        model(schema.model(), shown.model()),
        schema.platform(),
        schema.shared(),
        request,
        result,
        schema.modes(),
        schema.rules().stream().map(this::labelled).toList(),
        schema.pricing(),
        prices(schema));
  }

  private ObjectNode model(ObjectNode schema, ObjectNode shown) {
    ObjectNode merged = shown.deepCopy();
    merged.set("id", schema.path("id"));
    if (!page.page().facts().containsKey("Status")) {
      merged.remove("status");
    }
    schema
        .properties()
        .forEach(
            fact -> {
              JsonNode said = merged.get(fact.getKey());
              if (said == null) {
                merged.set(fact.getKey(), fact.getValue());
              } else if (!said.equals(fact.getValue())
                  && isPublished(fact.getKey(), fact.getValue())) {
                note(
                    page.start(),
                    "the " + fact.getKey() + " of the model",
                    said,
                    fact.getValue(),
                    "page");
              }
            });
    return merged;
  }

  /** Whether a fact stands in the schema, and is not only what is written where none does. */
  private static boolean isPublished(String key, JsonNode fact) {
    return !key.equals("name") && !fact.asString("").equals("live");
  }

  /** Takes over what the page says of parameters, or of the fields of a result. */
  private final class Takeover {
    private final String of;
    private final Function<String, Optional<SourceLocation>> locations;

    /**
     * A takeover.
     *
     * @param of what they are members of, in words that follow their names
     * @param locations where the page describes them, by their paths
     */
    Takeover(String of, Function<String, Optional<SourceLocation>> locations) {
      this.of = of;
      this.locations = locations;
    }

    void shape(ObjectNode into, ObjectNode from, ParameterPath path) {
      for (var entry : from.properties()) {
        String keyword = entry.getKey();
        JsonNode said = entry.getValue();
        switch (keyword) {
          case "properties" -> members(into, said, path);
          case "items" -> forms(into, "items").forEach(list -> items(list, said, path));
          case "oneOf" -> said.forEach(form -> shape(into, (ObjectNode) form, path));
          default -> {
            if (!BINDING.contains(keyword)) {
              takeOver(into, keyword, said, path);
            }
          }
        }
      }
    }

    private void items(ObjectNode list, JsonNode said, ParameterPath path) {
      if (list.get("items") instanceof ObjectNode into && said instanceof ObjectNode from) {
        shape(into, from, path.eachItem());
      }
    }

    private void members(ObjectNode into, JsonNode said, ParameterPath path) {
      for (ObjectNode owner : forms(into, "properties")) {
        for (var member : said.properties()) {
          if (owner.path("properties").get(member.getKey()) instanceof ObjectNode known) {
            ObjectNode shown = ((ObjectNode) member.getValue()).deepCopy();
            if (requires(owner, member.getKey())) {
              shown.remove("documented"); // that the page calls it required, as it is
              shown.remove("note");
            }
            shape(known, shown, path.member(member.getKey()));
          }
        }
      }
    }

    private void takeOver(ObjectNode into, String keyword, JsonNode said, ParameterPath path) {
      boolean isFixed = keyword.equals("default") && into.has("const");
      JsonNode known = isFixed ? into.get("const") : into.get(keyword);
      if (known == null) {
        into.set(keyword, said);
      } else if (!areEqual(known, said)) {
        note(
            locations.apply(path.toString()).orElse(page.start()),
            "the " + keyword + " of `" + path + "`" + of,
            said,
            known,
            "schema");
      }
    }
  }

  /** The shape or those of its forms that have a keyword. */
  private static List<ObjectNode> forms(ObjectNode shape, String keyword) {
    return ParameterTree.forms(shape)
        .filter(form -> form.has(keyword))
        .map(ObjectNode.class::cast)
        .toList();
  }

  private static boolean requires(ObjectNode owner, String name) {
    return owner.path("required").valueStream().anyMatch(each -> each.asString("").equals(name));
  }

  private static boolean areEqual(JsonNode one, JsonNode other) {
    return (one.isNumber() && other.isNumber())
        ? one.decimalValue().compareTo(other.decimalValue()) == 0
        : one.equals(other);
  }

  private void note(
      SourceLocation location, String what, JsonNode page, JsonNode schema, String followed) {
    findings.add(
        Kind.NOTE,
        location,
        what
            + " is "
            + page
            + " on the page, and "
            + schema
            + " in the schema; the "
            + followed
            + " is followed");
  }

  /** The rows of combinations are called as on the page, where it has the same values. */
  private ImportedRule labelled(ImportedRule rule) {
    JsonNode combinations = rule.rule().path("combinations");
    if (!combinations.has(ROWS)) {
      return rule;
    }
    ObjectNode named = rule.rule().deepCopy();
    for (ImportedRule shown : page.draft().rules()) {
      JsonNode other = shown.rule().path("combinations");
      if (other.has(ROWS) && other.path("of").equals(combinations.path("of"))) {
        rows(named.path("combinations").path(ROWS), other.path(ROWS), shown);
      }
    }
    return new ImportedRule(rule.scope(), named, rule.location());
  }

  private void rows(JsonNode into, JsonNode from, ImportedRule stated) {
    ArrayNode replaced = JsonNodeFactory.instance.arrayNode();
    ArrayNode labels = JsonNodeFactory.instance.arrayNode();
    for (JsonNode row : into) {
      for (JsonNode shown : from) {
        if (row instanceof ObjectNode named
            && shown.has(LABEL)
            && row.path("values").equals(shown.path("values"))) {
          if (row.has(LABEL) && !row.get(LABEL).equals(shown.get(LABEL))) {
            replaced.add(row.get(LABEL));
            labels.add(shown.get(LABEL));
          }
          named.set(LABEL, shown.get(LABEL));
        }
      }
    }
    if (!replaced.isEmpty()) {
      note(stated.location(), "what combinations are called", labels, replaced, "page");
    }
  }

  /** Prices are compared by people: both are kept only where one of the two has them. */
  private List<String> prices(SpecDraft schema) {
    List<PageLine> shown = page.page().prices();
    if (shown.isEmpty()) {
      return schema.prices();
    }
    if (schema.prices().isEmpty() && schema.pricing().isEmpty()) {
      findings.add(
          Kind.NOT_IMPORTED,
          shown.get(0).location(),
          "which requests the prices are for is left to the author; they are kept as comments");
      return shown.stream().map(PageLine::text).toList();
    }
    List<String> all = new ArrayList<>(schema.prices());
    shown.stream().map(PageLine::text).map(line -> "Page: " + line).forEach(all::add);
    return all;
  }
}
