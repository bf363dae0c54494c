package dev.callsheet.importer.internal.shape;

import dev.callsheet.importer.finding.ImportFinding.Kind;
import dev.callsheet.importer.internal.condition.FragmentTranslator;
import dev.callsheet.importer.internal.finding.FindingCollector;
import dev.callsheet.importer.internal.schema.SchemaNode;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.source.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Translates the schema of a value into a shape of the spec language. What a schema says of several
 * members or items at once is collected as {@link Assertion}s.
 */
public final class ShapeTranslator {
  /** How deep values may be nested; specs are YAML, which is read to a bounded depth. */
  private static final int MAX_DEPTH = 12;

  /** Where schemas that Callsheet exports say what a value is, other than by its type. */
  private static final String MEDIA = "x-callsheet-media";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_$-]{1,100}");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** What objects and lists say of their members and items together. */
  private static final Set<String> ASSERTIONS =
      Set.of(
          "allOf",
          "anyOf",
          "oneOf",
          "not",
          "if",
          "dependentRequired",
          "dependentSchemas",
          "minProperties",
          "maxProperties",
          "propertyNames",
          "patternProperties",
          "contains");

  private final FindingCollector findings;
  private final ScalarTranslator scalars;
  private final List<Assertion> assertions = new ArrayList<>();

  /** Reports what cannot be translated. */
  public ShapeTranslator(FindingCollector findings) {
    this.findings = findings;
    this.scalars = new ScalarTranslator(findings);
  }

  /** What the schemas translated so far say of several values at once. */
  public List<Assertion> assertions() {
    return assertions;
  }

  /** An object and its members; what is said of them at once is collected. */
  public ObjectNode object(SchemaNode schema, ParameterPath path) {
    ObjectNode shape = NODES.objectNode().put("type", "object");
    Map<String, SchemaNode> members = new LinkedHashMap<>(PublishedOrder.members(schema));
    Set<String> required = new LinkedHashSet<>(schema.texts("required"));
    boolean composed = members.isEmpty();
    for (SchemaNode part : schema.items("allOf")) {
      if (composed && part.has("properties")) {
        part.members("properties").forEach(members::putIfAbsent);
        required.addAll(part.texts("required"));
      }
    }
    ObjectNode properties = NODES.objectNode();
    members.forEach(
        (name, member) -> {
          if (!NAME.matcher(name).matches()) {
            findings.add(
                Kind.NOT_IMPORTED,
                member.location(),
                "a parameter's name is letters, digits, _, $ and -, at most 100 of them; this one"
                    + " is left out");
          } else {
            shape(member, path.member(name))
                .ifPresent(
                    each -> {
                      properties.set(name, withMedia(member, each));
                      if (member.get("deprecated").filter(ShapeTranslator::isTrue).isPresent()) {
                        each.put("deprecated", true);
                      }
                    });
          }
        });
    ArrayNode names = NODES.arrayNode();
    for (String name : required) {
      if (properties.has(name)) {
        names.add(name);
      } else {
        findings.add(
            Kind.DAMAGED,
            schema.get("required").orElse(schema).location(),
            "`" + name + "` is required and not described; no request can be valid");
      }
    }
    if (!names.isEmpty()) {
      shape.set("required", names);
    }
    shape.set("properties", properties);
    reportOpen(schema, path);
    assertions(schema, path, composed);
    return shape;
  }

  /** With the kind of media that an exported schema says beside a value. */
  private static ObjectNode withMedia(SchemaNode schema, ObjectNode shape) {
    schema.text(MEDIA).ifPresent(kind -> putMedia(kind, shape));
    return shape;
  }

  /** Media are strings, those in lists and among several forms as well. */
  private static void putMedia(String kind, JsonNode shape) {
    if (shape instanceof ObjectNode value && value.path("type").asString("").equals("string")) {
      value.put("media", kind);
    } else if (shape.has("items")) {
      putMedia(kind, shape.path("items"));
    }
    shape.path("oneOf").forEach(form -> putMedia(kind, form));
  }

  private static boolean isTrue(SchemaNode value) {
    return value.value().isBoolean() && value.value().booleanValue();
  }

  private void reportOpen(SchemaNode schema, ParameterPath path) {
    boolean closed =
        schema
            .get("additionalProperties")
            .or(() -> schema.get("unevaluatedProperties"))
            .map(value -> value.value().isBoolean() && !value.value().booleanValue())
            .orElse(false);
    if (!closed) {
      String what = path.isRoot() ? "the task" : "`" + path + "`";
      findings.add(
          Kind.APPROXIMATED,
          schema.location(),
          what + " may have members that are not described; the spec allows none");
    }
  }

  private void assertions(SchemaNode schema, ParameterPath path, boolean composed) {
    for (String keyword : schema.names()) {
      if (keyword.equals("allOf")) {
        for (SchemaNode part : schema.items(keyword)) {
          if (!composed || !part.has("properties") || part.has("if")) {
            assertions.add(Assertion.of(part, path));
          }
        }
      } else if (ASSERTIONS.contains(keyword)) {
        assertions.add(Assertion.of(schema, keyword, path));
      }
    }
  }

  /** A value; empty when the language has no such shape, which is then reported. */
  public Optional<ObjectNode> shape(SchemaNode schema, ParameterPath path) {
    if (path.steps().size() > MAX_DEPTH) {
      return notImported(schema, path, "is nested deeper than " + MAX_DEPTH + " levels");
    }
    if (!schema.isObject()) {
      return notImported(schema, path, "has a schema that says nothing of its type");
    }
    if (isWrapped(schema)) {
      return shape(schema.withItemOf("allOf"), path);
    }
    if (schema.get("nullable").map(SchemaNode::value).filter(JsonNode::isBoolean).isPresent()) {
      boolean isNullable = schema.get("nullable").orElseThrow().value().booleanValue();
      Optional<ObjectNode> shape = shape(schema.without("nullable"), path);
      return isNullable ? shape.map(value -> withNull(schema, value)) : shape;
    }
    Optional<ObjectNode> media = MediaForms.of(schema, path.lastName());
    if (media.isPresent()) {
      return media;
    }
    if (schema.has("const") || schema.has("enum") || isListOfConstants(schema)) {
      return scalars.choice(schema, path);
    }
    String type = type(schema);
    boolean isStructured = type.equals("object") || type.equals("array");
    if (!isStructured && (isUnion(schema, "oneOf") || isUnion(schema, "anyOf"))) {
      return union(schema, path);
    }
    return switch (type) {
      case "object" -> Optional.of(object(schema, path));
      case "array" -> list(schema, path);
      case "string", "integer", "number", "boolean" ->
          Optional.of(scalars.scalar(schema, type, path));
      case "several" -> severalTypes(schema, path);
      case "null" -> Optional.of(NODES.objectNode().putNull("const"));
      default -> notImported(schema, path, "has no `type` that the spec language knows");
    };
  }

  /**
   * Whether a schema is another's with annotations beside it, which OpenAPI 3.0 needs a list for.
   */
  private static boolean isWrapped(SchemaNode schema) {
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

  /** With {@code null} as one more value, as OpenAPI 3.0 says it. */
  private static ObjectNode withNull(SchemaNode schema, ObjectNode shape) {
    List<ObjectNode> forms = new ArrayList<>();
    if (shape.has("oneOf")) {
      shape.path("oneOf").valueStream().forEach(form -> forms.add((ObjectNode) form));
      forms.forEach(form -> form.remove("title"));
    } else {
      forms.add(shape);
    }
    forms.add(NODES.objectNode().putNull("const"));
    return withDefault(schema, unionOf(forms));
  }

  private static String type(SchemaNode schema) {
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

  private static boolean isUnion(SchemaNode schema, String keyword) {
    return schema.items(keyword).stream()
        .anyMatch(
            each ->
                each.has("type")
                    || each.has("const")
                    || each.has("enum")
                    || each.has("properties")
                    || each.has("anyOf"));
  }

  private static boolean isListOfConstants(SchemaNode schema) {
    List<SchemaNode> all = new ArrayList<>(schema.items("oneOf"));
    if (all.isEmpty()) {
      all.addAll(schema.items("anyOf"));
    }
    return !all.isEmpty() && all.stream().allMatch(each -> each.has("const"));
  }

  private Optional<ObjectNode> union(SchemaNode schema, ParameterPath path) {
    String keyword = isUnion(schema, "oneOf") ? "oneOf" : "anyOf";
    List<ObjectNode> forms = new ArrayList<>();
    for (SchemaNode alternative : schema.items(keyword)) {
      Optional<ObjectNode> form = shape(alternative, path);
      if (form.isEmpty()) {
        return notImported(schema, path, "has a form that the spec language does not know");
      }
      forms.add(form.get());
    }
    for (String other : schema.names()) {
      if (!other.equals(keyword)
          && !other.equals("type")
          && !FragmentTranslator.isAnnotation(other)) {
        findings.add(
            Kind.NOT_IMPORTED,
            schema.get(other).orElse(schema).location(),
            "`" + other + "` beside the forms of `" + path + "` is left out");
      }
    }
    if (keyword.equals("anyOf") && !haveDifferentTypes(forms)) {
      findings.add(
          Kind.APPROXIMATED,
          schema.location(),
          "a value of `" + path + "` may have several of its forms; the spec wants exactly one");
    }
    return Optional.of(withDefault(schema, unionOf(forms)));
  }

  private static boolean haveDifferentTypes(List<ObjectNode> forms) {
    return forms.stream().map(form -> form.path("type").asString("")).distinct().count()
        == forms.size();
  }

  /** Several types are several forms, each with the keywords for it. */
  private Optional<ObjectNode> severalTypes(SchemaNode schema, ParameterPath path) {
    List<ObjectNode> forms = new ArrayList<>();
    for (String type : schema.texts("type")) {
      switch (type) {
        case "null" -> forms.add(NODES.objectNode().putNull("const"));
        case "object" -> forms.add(object(schema, path));
        case "array" -> {
          Optional<ObjectNode> list = list(schema, path);
          if (list.isEmpty()) {
            return list;
          }
          forms.add(list.get());
        }
        case "string", "integer", "number", "boolean" ->
            forms.add(scalars.scalar(schema, type, path));
        default -> {
          return notImported(schema, path, "has a type that there is not");
        }
      }
    }
    return Optional.of(withDefault(schema, unionOf(forms)));
  }

  private static ObjectNode withDefault(SchemaNode schema, ObjectNode shape) {
    schema.get("default").ifPresent(value -> shape.set("default", value.value()));
    return shape;
  }

  /** Forms with a name each, by what they are. */
  private static ObjectNode unionOf(List<ObjectNode> forms) {
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

  private Optional<ObjectNode> list(SchemaNode schema, ParameterPath path) {
    Optional<SchemaNode> items = schema.get("items");
    if (items.isEmpty()) {
      return notImported(schema, path, "is a list whose items are not described");
    }
    Optional<ObjectNode> item = shape(items.get(), path.eachItem());
    if (item.isEmpty()) {
      return item;
    }
    ObjectNode shape = NODES.objectNode().put("type", "array");
    for (String keyword : List.of("minItems", "maxItems", "uniqueItems", "default")) {
      schema.get(keyword).ifPresent(value -> shape.set(keyword, value.value()));
    }
    if (schema.has("prefixItems")) {
      findings.add(
          Kind.NOT_IMPORTED,
          schema.location(),
          "`prefixItems` of `" + path + "` is left out: all items of a list are alike");
    }
    shape.set("items", item.get());
    assertions(schema, path, false);
    return Optional.of(shape);
  }

  private Optional<ObjectNode> notImported(SchemaNode schema, ParameterPath path, String reason) {
    SourceLocation location = schema.location();
    findings.add(Kind.NOT_IMPORTED, location, "`" + path + "` " + reason + "; it is left out");
    return Optional.empty();
  }
}
