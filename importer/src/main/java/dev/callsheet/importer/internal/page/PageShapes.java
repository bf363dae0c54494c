package dev.callsheet.importer.internal.page;

import dev.callsheet.importer.finding.ImportFinding.Kind;
import dev.callsheet.importer.internal.finding.FindingCollector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes the shape of a request or a result of the parameters that a page describes. */
public final class PageShapes {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** What follows the name of a list where a path goes on in its items. */
  private static final String ITEMS = "[]";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_$-]{1,100}(\\[\\])?");
  private static final Pattern FORMS =
      Pattern.compile("\\(((?:UUID|URL|Data URI|Base64|,| |or|and)+)\\)");
  private static final Map<String, String> SOURCES = new LinkedHashMap<>();

  static {
    SOURCES.put("UUID", "uuid");
    SOURCES.put("URL", "url");
    SOURCES.put("Data URI", "dataUri");
    SOURCES.put("Base64", "base64");
  }

  private final FindingCollector findings;

  /** Reports what cannot be understood. */
  public PageShapes(FindingCollector findings) {
    this.findings = findings;
  }

  /** The shape of a request. */
  public ObjectNode request(PageDocument page) {
    return shape(page.request());
  }

  /** The shape of a result. */
  public ObjectNode result(PageDocument page) {
    return shape(page.result());
  }

  private ObjectNode shape(List<PageParameter> parameters) {
    ObjectNode root = NODES.objectNode().put("type", "object");
    root.putObject("properties");
    for (PageParameter parameter : parameters) {
      List<String> names = List.of(parameter.path().split("\\.", -1));
      if (!names.stream().allMatch(name -> NAME.matcher(name).matches())) {
        findings.add(
            Kind.NOT_IMPORTED,
            parameter.location(),
            "`" + parameter.path() + "` is no path of names; the parameter is left out");
        continue;
      }
      ObjectNode owner = root;
      for (String name : names.subList(0, names.size() - 1)) {
        owner = inner(owner, name);
      }
      String name = names.get(names.size() - 1);
      ObjectNode known = (ObjectNode) owner.get("properties");
      if (name.endsWith(ITEMS)) {
        ObjectNode list = list(known, name.substring(0, name.length() - ITEMS.length()));
        if (list.path("items").isEmpty()) {
          list.set("items", shape(parameter));
        }
        continue; // that a list has items is not demanded by a page
      }
      if (!known.has(name)) {
        known.set(name, shape(parameter));
      }
      if (parameter.attribute("Required").equals("true")) {
        owner.withArray("required").add(name);
      }
    }
    return root;
  }

  /** The object that members of a parameter belong to, made where the page leaves it to paths. */
  private static ObjectNode inner(ObjectNode owner, String step) {
    ObjectNode members = (ObjectNode) owner.get("properties");
    boolean isList = step.endsWith(ITEMS);
    String name = isList ? step.substring(0, step.length() - ITEMS.length()) : step;
    if (isList) {
      ObjectNode list = list(members, name);
      if (list.path("type").asString("").equals("array") && !list.has("items")) {
        list.putObject("items");
      }
    }
    if (!(members.get(name) instanceof ObjectNode)) {
      members.putObject(name).put("type", "object").putObject("properties");
    }
    ObjectNode shape = (ObjectNode) members.get(name);
    if (shape.get("items") instanceof ObjectNode items) {
      shape = items;
    }
    for (JsonNode form : shape.path("oneOf")) {
      if (form instanceof ObjectNode object && form.has("properties")) {
        shape = object;
      }
    }
    if (!shape.has("properties")) {
      shape.put("type", "object").putObject("properties");
    }
    return shape;
  }

  /** The member that a path calls a list, made one where the page describes it nowhere else. */
  private static ObjectNode list(ObjectNode members, String name) {
    if (!(members.get(name) instanceof ObjectNode)) {
      members.putObject(name).put("type", "array");
    }
    return (ObjectNode) members.get(name);
  }

  private ObjectNode shape(PageParameter parameter) {
    String type = parameter.attribute("Type");
    ObjectNode shape = NODES.objectNode();
    if (type.startsWith("array of ")) {
      shape.put("type", "array");
      shape.set("items", items(type.substring("array of ".length()), parameter));
    } else if (!parameter.values().isEmpty() || !parameter.attribute("Value").isEmpty()) {
      choice(type, parameter, shape);
    } else if (type.startsWith("object")) {
      shape.put("type", "object").putObject("properties");
    } else {
      scalar(type, parameter, shape);
    }
    return shape;
  }

  private ObjectNode items(String type, PageParameter parameter) {
    ObjectNode items = NODES.objectNode();
    if (type.startsWith("strings or objects")) {
      ArrayNode forms = items.putArray("oneOf");
      ObjectNode text = forms.addObject();
      text.put("title", "text");
      text.put("type", "string");
      media(parameter, text);
      if (text.has("media")) {
        text.put("title", text.get("media").asString());
      }
      ObjectNode object = forms.addObject();
      object.put("title", "settings");
      object.put("type", "object");
      object.putObject("properties");
      return items;
    }
    if (type.startsWith("objects")) {
      items.put("type", "object").putObject("properties");
      return items;
    }
    items.put("type", scalarType(type.replaceFirst("s$", ""), parameter));
    if (type.startsWith("string")) {
      media(parameter, items);
    }
    return items;
  }

  private String scalarType(String type, PageParameter parameter) {
    return switch (type) {
      case "string", "integer", "boolean", "number" -> type;
      case "float" -> "number";
      default -> {
        findings.add(
            Kind.NOT_IMPORTED,
            parameter.location(),
            "the type `" + type + "` of `" + parameter.path() + "` is unknown; taken for a string");
        yield "string";
      }
    };
  }

  /** Listed values: numbers where the type, or every other value beside texts, says so. */
  private void choice(String type, PageParameter parameter, ObjectNode shape) {
    boolean isText = type.equals("string");
    List<JsonNode> values = new ArrayList<>();
    parameter.values().forEach(value -> values.add(value(value, isText)));
    if (!type.startsWith("object")) {
      shape.put("type", scalarType(type, parameter));
    } else {
      findings.add(
          Kind.APPROXIMATED,
          parameter.location(),
          "`" + parameter.path() + "` is called an object, yet lists other values; these count");
    }
    if (values.isEmpty()) {
      shape.set("const", value(parameter.attribute("Value"), isText));
    } else {
      ArrayNode list = shape.putArray("enum");
      values.forEach(list::add);
    }
    putDefault(parameter, isText, shape);
  }

  private static JsonNode value(String text, boolean isText) {
    if (!isText && PageNumbers.isNumber(text)) {
      return PageNumbers.parse(text);
    }
    return isText || !text.matches("true|false")
        ? NODES.stringNode(text)
        : NODES.booleanNode(text.equals("true"));
  }

  private void scalar(String type, PageParameter parameter, ObjectNode shape) {
    String json = scalarType(type, parameter);
    boolean isText = json.equals("string");
    shape.put("type", json);
    number(parameter, "Min", isText ? "minLength" : "minimum", shape);
    number(parameter, "Max", isText ? "maxLength" : "maximum", shape);
    number(parameter, "Step", "multipleOf", shape);
    if (json.equals("integer") && shape.path("multipleOf").asString("").equals("1")) {
      shape.remove("multipleOf");
    }
    switch (parameter.attribute("Format").toLowerCase(Locale.ROOT)) {
      case "uuid v4" -> shape.put("format", "uuid4");
      case "uri" -> shape.put("format", "uri");
      default -> {
        if (isText) {
          media(parameter, shape);
        }
      }
    }
    putDefault(parameter, isText, shape);
  }

  private void number(PageParameter parameter, String attribute, String keyword, ObjectNode shape) {
    String text = parameter.attribute(attribute);
    if (PageNumbers.isNumber(text)) {
      shape.set(keyword, PageNumbers.parse(text));
    } else if (!text.isEmpty()) {
      findings.add(
          Kind.NOT_IMPORTED,
          parameter.location(),
          "`" + attribute + "` of `" + parameter.path() + "` is no number; it is left out");
    }
  }

  private static void putDefault(PageParameter parameter, boolean isText, ObjectNode shape) {
    String value = parameter.attribute("Default");
    if (!value.isEmpty()) {
      shape.set("default", value(value, isText));
    }
  }

  /** How media may be given, where the text says so in brackets. */
  private static void media(PageParameter parameter, ObjectNode shape) {
    Matcher forms = FORMS.matcher(parameter.text());
    if (!forms.find()) {
      return;
    }
    ArrayNode accepts = shape.putArray("accepts");
    SOURCES.forEach(
        (word, source) -> {
          if (forms.group(1).contains(word)) {
            accepts.add(source);
          }
        });
    String name = parameter.name().toLowerCase(Locale.ROOT);
    for (String kind : List.of("image", "video", "audio")) {
      if (name.contains(kind)) {
        shape.put("media", kind);
      }
    }
  }
}
