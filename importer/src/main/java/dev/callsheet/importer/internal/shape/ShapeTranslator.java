package dev.callsheet.importer.internal.shape;

import dev.callsheet.importer.finding.ImportFinding.Kind;
import dev.callsheet.importer.internal.condition.FragmentTranslator;
import dev.callsheet.importer.internal.finding.FindingCollector;
import dev.callsheet.importer.internal.schema.SchemaNode;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.source.SourceLocation;
import java.util.ArrayList;
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

  /** What is read of a schema of an object, and reported where no rule can say it. */
  private static final Set<String> OF_OBJECTS =
      union(
          ASSERTIONS,
          Set.of(
              "properties",
              "required",
              "additionalProperties",
              "unevaluatedProperties",
              "then",
              "else"));

  /** The same of a list. */
  private static final Set<String> OF_LISTS =
      union(
          ASSERTIONS,
          Set.of("items", "minItems", "maxItems", "uniqueItems", "prefixItems", "then", "else"));

  private final FindingCollector findings;
  private final UnreadKeywords unread;
  private final UndescribedMembers others;
  private final ScalarTranslator scalars;
  private final List<Assertion> assertions = new ArrayList<>();

  /** Reports what cannot be translated. */
  public ShapeTranslator(FindingCollector findings) {
    this.findings = findings;
    this.unread = new UnreadKeywords(findings);
    this.others = new UndescribedMembers(findings);
    this.scalars = new ScalarTranslator(findings, unread);
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> all = new LinkedHashSet<>(one);
    all.addAll(other);
    return Set.copyOf(all);
  }

  /** What the schemas translated so far say of several values at once. */
  public List<Assertion> assertions() {
    return assertions;
  }

  /** An object and its members; what is said of them at once is collected. */
  public ObjectNode object(SchemaNode schema, ParameterPath path) {
    ObjectNode shape = NODES.objectNode().put("type", "object");
    ObjectMembers described = ObjectMembers.of(schema);
    Map<String, SchemaNode> members = described.members();
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
    for (String name : described.required()) {
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
    others.reportOpen(schema, path);
    others.reportBound(schema, path, described);
    if (schema.has("default")) {
      findings.add(
          Kind.NOT_IMPORTED,
          schema.get("default").orElse(schema).location(),
          "the default of the object `" + path + "` is left out: its members have theirs");
    }
    assertions(schema, path, described, 0);
    unread.report(schema, path, "object", OF_OBJECTS);
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

  /**
   * Collects what is said of several values at once.
   *
   * @param members of the object; empty for a list
   */
  private void assertions(SchemaNode schema, ParameterPath path, ObjectMembers members, int depth) {
    for (String keyword : schema.names()) {
      if (keyword.equals("allOf")) {
        for (SchemaNode part : schema.items(keyword)) {
          if (members.describes(part) && depth < MAX_DEPTH) {
            assertions(part, path, members, depth + 1);
            others.reportBound(part, path, members);
            unread.report(part, path, "object", OF_OBJECTS);
          } else {
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
    if (SchemaForm.isWrapped(schema)) {
      return shape(schema.withItemOf("allOf"), path);
    }
    if (schema.get("nullable").map(SchemaNode::value).filter(JsonNode::isBoolean).isPresent()) {
      boolean isNullable = schema.get("nullable").orElseThrow().value().booleanValue();
      Optional<ObjectNode> shape = shape(schema.without("nullable"), path);
      return isNullable
          ? shape.map(value -> withDefault(schema, UnionForms.withNull(value)))
          : shape;
    }
    Optional<ObjectNode> media = MediaForms.of(schema, path.lastName());
    if (media.isPresent()) {
      unread.report(schema, path, "string", Set.of("anyOf", "oneOf"));
      return media.map(shape -> withDefault(schema, shape));
    }
    if (schema.has("const") || schema.has("enum") || SchemaForm.isListOfConstants(schema)) {
      return scalars.choice(schema, path);
    }
    String type = SchemaForm.type(schema);
    boolean isStructured = type.equals("object") || type.equals("array");
    if (!isStructured
        && (SchemaForm.isUnion(schema, "oneOf") || SchemaForm.isUnion(schema, "anyOf"))) {
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

  private Optional<ObjectNode> union(SchemaNode schema, ParameterPath path) {
    String keyword = SchemaForm.isUnion(schema, "oneOf") ? "oneOf" : "anyOf";
    List<ObjectNode> forms = new ArrayList<>();
    for (SchemaNode alternative : schema.items(keyword)) {
      Optional<ObjectNode> form = shape(alternative, path);
      reportDeprecated(alternative, "a form of `" + path + "` is");
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
    if (keyword.equals("anyOf") && !UnionForms.haveDifferentTypes(forms)) {
      findings.add(
          Kind.APPROXIMATED,
          schema.location(),
          "a value of `" + path + "` may have several of its forms; the spec wants exactly one");
    }
    return Optional.of(withDefault(schema, UnionForms.of(forms)));
  }

  /** Only parameters and values can be deprecated. */
  private void reportDeprecated(SchemaNode schema, String what) {
    if (schema.get("deprecated").filter(ShapeTranslator::isTrue).isPresent()) {
      findings.add(
          Kind.NOT_IMPORTED,
          schema.location(),
          what + " marked as deprecated, of which the spec language has nothing to say");
    }
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
    return Optional.of(withDefault(schema, UnionForms.of(forms)));
  }

  private static ObjectNode withDefault(SchemaNode schema, ObjectNode shape) {
    schema.get("default").ifPresent(value -> shape.set("default", value.value()));
    return shape;
  }

  private Optional<ObjectNode> list(SchemaNode schema, ParameterPath path) {
    Optional<SchemaNode> items = schema.get("items");
    if (items.isEmpty()) {
      return notImported(schema, path, "is a list whose items are not described");
    }
    Optional<ObjectNode> item = shape(items.get(), path.eachItem());
    reportDeprecated(items.get(), "the items of `" + path + "` are");
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
    assertions(schema, path, ObjectMembers.NONE, 0);
    unread.report(schema, path, "array", OF_LISTS);
    return Optional.of(shape);
  }

  private Optional<ObjectNode> notImported(SchemaNode schema, ParameterPath path, String reason) {
    SourceLocation location = schema.location();
    findings.add(Kind.NOT_IMPORTED, location, "`" + path + "` " + reason + "; it is left out");
    return Optional.empty();
  }
}
