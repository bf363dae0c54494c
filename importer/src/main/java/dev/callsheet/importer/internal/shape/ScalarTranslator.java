package dev.callsheet.importer.internal.shape;

import dev.callsheet.importer.finding.ImportFinding.Kind;
import dev.callsheet.importer.internal.condition.FragmentTranslator;
import dev.callsheet.importer.internal.finding.FindingCollector;
import dev.callsheet.importer.internal.schema.SchemaNode;
import dev.callsheet.spec.logic.ParameterPath;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Translates the schemas of strings, numbers, booleans and listed values. */
final class ScalarTranslator {
  private static final BigDecimal GREATEST_LONG = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final List<String> NUMERIC =
      List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf");
  private static final List<String> TEXTUAL = List.of("minLength", "maxLength");

  /** What is read of a schema of a string, a number or a boolean. */
  private static final Set<String> SCALAR =
      Stream.concat(ValueBounds.KEYWORDS.stream(), Stream.of("format"))
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern UTF16 = Pattern.compile("(?i)\\bUTF-?16\\b");
  private static final Pattern BYTES =
      Pattern.compile("(?i)\\b(UTF-?8 bytes|bytes of UTF-?8|\\d bytes)\\b");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final FindingCollector findings;
  private final UnreadKeywords unread;

  ScalarTranslator(FindingCollector findings, UnreadKeywords unread) {
    this.findings = findings;
    this.unread = unread;
  }

  /** One of listed values; bounds beside the list leave out those that they do not allow. */
  Optional<ObjectNode> choice(SchemaNode schema, ParameterPath path) {
    ObjectNode shape = NODES.objectNode();
    schema.text("type").ifPresent(type -> shape.put("type", type));
    String list = listKeyword(schema);
    ArrayNode values = NODES.arrayNode();
    for (JsonNode value : listed(schema, list)) {
      boolean isKept =
          ValueBounds.allow(schema, value) && values.valueStream().noneMatch(value::equals);
      if (isKept) {
        values.add(value);
      } else {
        findings.add(
            Kind.NOTE,
            schema.location(),
            "`" + path + "` lists " + value + ", which its bounds exclude or the list has already");
      }
    }
    if (values.isEmpty()) {
      findings.add(
          Kind.NOT_IMPORTED, schema.location(), "`" + path + "` has no values; it is left out");
      return Optional.empty();
    }
    if (list.equals("const")) {
      shape.set("const", values.get(0));
    } else {
      shape.set("enum", values);
    }
    if (list.endsWith("Of")) {
      reportBesideConstants(schema, list, path);
    }
    Set<String> read = new HashSet<>(ValueBounds.KEYWORDS);
    read.add(list);
    unread.report(schema, path, schema.text("type").orElse(""), read);
    putDefault(schema, shape);
    return Optional.of(shape);
  }

  /** The keyword under which values are listed. */
  private static String listKeyword(SchemaNode schema) {
    return Stream.of("const", "enum", "oneOf")
        .filter(keyword -> schema.has(keyword) && !isEmptyList(schema, keyword))
        .findFirst()
        .orElse("anyOf");
  }

  private static boolean isEmptyList(SchemaNode schema, String keyword) {
    return keyword.equals("oneOf") && schema.items(keyword).isEmpty();
  }

  private static List<JsonNode> listed(SchemaNode schema, String keyword) {
    if (keyword.equals("const")) {
      return List.of(schema.get(keyword).orElseThrow().value());
    }
    return schema.items(keyword).stream()
        .map(item -> keyword.equals("enum") ? item : item.get("const").orElse(item))
        .map(SchemaNode::value)
        .toList();
  }

  /** Reports what stands beside each of the constants that values are listed as. */
  private void reportBesideConstants(SchemaNode schema, String keyword, ParameterPath path) {
    for (SchemaNode each : schema.items(keyword)) {
      boolean isDeprecated =
          each.get("deprecated").map(value -> value.value().asBoolean(false)).orElse(false);
      if (isDeprecated) {
        findings.add(
            Kind.NOT_IMPORTED,
            each.location(),
            "the value "
                + each.get("const").map(SchemaNode::toString).orElse("")
                + " of `"
                + path
                + "` is marked as deprecated; the spec allows it without a warning, until"
                + " `deprecated` stands beside it");
      }
      unread.report(each, path, "", Set.of("const"));
    }
  }

  /** A string, a number or a boolean. */
  ObjectNode scalar(SchemaNode schema, String type, ParameterPath path) {
    ObjectNode shape = NODES.objectNode().put("type", type);
    boolean isNumber = type.equals("integer") || type.equals("number");
    if (isNumber) {
      NUMERIC.forEach(keyword -> putNumber(keyword, schema, shape, path));
      if (type.equals("integer") && shape.path("multipleOf").asString("").equals("1")) {
        shape.remove("multipleOf");
      }
      limitToLong(schema, shape);
    } else if (type.equals("string")) {
      TEXTUAL.forEach(keyword -> putNumber(keyword, schema, shape, path));
      putLengthUnit(schema, shape, path);
      putPattern(schema, shape, path);
      putFormat(schema, shape, path);
      FormatPatterns.simplify(shape);
    }
    unread.report(schema, path, type, SCALAR);
    putDefault(schema, shape);
    return shape;
  }

  private void putNumber(String keyword, SchemaNode schema, ObjectNode shape, ParameterPath path) {
    schema
        .get(keyword)
        .ifPresent(
            value -> {
              if (value.value().isNumber()) {
                shape.set(keyword, value.value());
              } else {
                findings.add(
                    Kind.DAMAGED,
                    value.location(),
                    "`" + keyword + "` of `" + path + "` is a number; it is left out");
              }
            });
  }

  /** The greatest 64-bit integer is often published as the nearest floating-point number. */
  private void limitToLong(SchemaNode schema, ObjectNode shape) {
    JsonNode maximum = shape.path("maximum");
    boolean isRounded =
        maximum.isNumber()
            && maximum.decimalValue().compareTo(GREATEST_LONG) > 0
            && maximum.doubleValue() == (double) Long.MAX_VALUE;
    if (isRounded) {
      shape.put("maximum", Long.MAX_VALUE);
      ObjectNode documented = NODES.objectNode();
      documented.set("maximum", maximum);
      shape.set("documented", documented);
      shape.put(
          "note",
          "The published bound is the greatest signed 64-bit integer, rounded as a floating-point"
              + " number.");
      findings.add(
          Kind.NOTE,
          schema.get("maximum").orElse(schema).location(),
          "the bound is the greatest signed 64-bit integer, rounded up; the spec has it exactly");
    }
  }

  /** JSON Schema counts code points; where a description says another unit, that is meant. */
  private void putLengthUnit(SchemaNode schema, ObjectNode shape, ParameterPath path) {
    String description = schema.text("description").orElse("");
    String unit =
        UTF16.matcher(description).find()
            ? "utf16"
            : BYTES.matcher(description).find() ? "utf8" : "";
    Optional<String> exported = schema.text("x-callsheet-length-in");
    if (TEXTUAL.stream().noneMatch(shape::has)) {
      return;
    }
    exported.ifPresent(said -> shape.put("lengthIn", said));
    if (exported.isEmpty() && !unit.isEmpty()) {
      shape.put("lengthIn", unit);
      findings.add(
          Kind.NOTE,
          schema.location(),
          "the description of `"
              + path
              + "` says that its length is counted in "
              + (unit.equals("utf16") ? "units of UTF-16" : "bytes")
              + "; so does the spec");
    }
  }

  private void putPattern(SchemaNode schema, ObjectNode shape, ParameterPath path) {
    schema
        .get("pattern")
        .ifPresent(
            value -> {
              Optional<String> error = FragmentTranslator.patternError(value.value().asString(""));
              if (error.isEmpty()) {
                shape.set("pattern", value.value());
              } else {
                keepDocumented("pattern", value, shape, path, error.get());
              }
            });
  }

  private void putFormat(SchemaNode schema, ObjectNode shape, ParameterPath path) {
    schema
        .get("format")
        .ifPresent(
            value -> {
              String name = value.value().asString("");
              if (FragmentTranslator.hasFormat(name)) {
                shape.put("format", name);
              } else if (!FragmentTranslator.isFormatAnnotation(name)) {
                keepDocumented(
                    "format", value, shape, path, "the format `" + name + "` is unknown");
              }
            });
  }

  private void keepDocumented(
      String keyword, SchemaNode value, ObjectNode shape, ParameterPath path, String reason) {
    shape.withObject("documented").set(keyword, value.value());
    shape.put("note", "The spec language cannot say it.");
    findings.add(
        Kind.NOT_IMPORTED,
        value.location(),
        "`" + keyword + "` of `" + path + "` is kept as documented and not validated: " + reason);
  }

  private static void putDefault(SchemaNode schema, ObjectNode shape) {
    schema.get("default").ifPresent(value -> shape.set("default", value.value()));
  }
}
