package dev.callsheet.importer.internal.page;

import dev.callsheet.importer.finding.ImportFinding.Kind;
import dev.callsheet.importer.internal.condition.ParameterTree;
import dev.callsheet.importer.internal.finding.FindingCollector;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

  private static final Map<String, String> FORMATS =
      Map.of("uuid v4", "uuid4", "uuid", "uuid", "uri", "uri", "url", "uri");

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
        } else {
          reportAgain(list.path("items"), parameter);
        }
        continue; // that a list has items is not demanded by a page
      }
      if (known.has(name)) {
        reportAgain(known.path(name), parameter);
      } else {
        known.set(name, shape(parameter));
      }
      if (parameter.attribute("Required").equals("true")) {
        owner.withArray("required").add(name);
      }
    }
    parameters.forEach(parameter -> pair(parameter, new ParameterTree(root)));
    return root;
  }

  /** Says which parameter another goes with, where the page calls one its partner. */
  private void pair(PageParameter parameter, ParameterTree all) {
    String partner = parameter.attribute("Paired with").strip();
    if (partner.isEmpty()) {
      return;
    }
    Optional<ParameterPath> own =
        all.find(List.of(parameter.path().replace(ITEMS, "").split("\\.", -1)));
    Optional<ParameterPath> other =
        own.filter(path -> NAME.matcher(partner).matches())
            .map(path -> path.parent().member(partner))
            .filter(all::exists);
    if (own.isEmpty() || other.isEmpty()) {
      findings.add(
          Kind.NOT_IMPORTED,
          parameter.location(),
          "`" + parameter.path() + "` is paired with `" + partner + "`, which is not beside it");
      return;
    }
    all.shapes(own.get())
        .forEach(shape -> ((ObjectNode) shape).put("pairedWith", other.get().toString()));
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

  /** A parameter that is described twice is as its first description says. */
  private void reportAgain(JsonNode known, PageParameter parameter) {
    ObjectNode again = shape(parameter);
    boolean isSame =
        again.properties().stream()
            .filter(entry -> !entry.getKey().matches("properties|items"))
            .allMatch(entry -> entry.getValue().equals(known.get(entry.getKey())));
    if (!isSame) {
      findings.add(
          Kind.APPROXIMATED,
          parameter.location(),
          "`" + parameter.path() + "` is described before, in other words, which count");
    }
  }

  private ObjectNode shape(PageParameter parameter) {
    PageAttributes given = new PageAttributes(parameter);
    String type = parameter.attribute("Type");
    ObjectNode shape = NODES.objectNode();
    if (type.startsWith("array of ")) {
      shape.put("type", "array");
      shape.set("items", items(type.substring("array of ".length()), given));
    } else if (given.hasValues() || !parameter.attribute("Value").isEmpty()) {
      choice(type, given, shape);
    } else if (type.startsWith("object")) {
      shape.put("type", "object").putObject("properties");
    } else {
      scalar(type, given, shape);
    }
    given.read("Paired with"); // once all parameters are known
    given.reportUnread(findings);
    return shape;
  }

  private ObjectNode items(String type, PageAttributes given) {
    ObjectNode items = NODES.objectNode();
    if (type.startsWith("strings or objects")) {
      ArrayNode forms = items.putArray("oneOf");
      ObjectNode text = forms.addObject();
      text.put("title", "text");
      text.put("type", "string");
      media(given.parameter(), text);
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
    String scalar = scalarType(type.replaceFirst("s$", ""), given.parameter());
    items.put("type", scalar);
    if (given.hasValues()) {
      ArrayNode list = items.putArray("enum");
      given.readValues().forEach(value -> list.add(value(value, scalar.equals("string"))));
    } else if (type.startsWith("string")) {
      media(given.parameter(), items);
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
  private void choice(String type, PageAttributes given, ObjectNode shape) {
    boolean isText = type.equals("string");
    if (!type.startsWith("object")) {
      shape.put("type", scalarType(type, given.parameter()));
    } else {
      findings.add(
          Kind.APPROXIMATED,
          given.parameter().location(),
          "`"
              + given.parameter().path()
              + "` is called an object, yet lists other values; these count");
    }
    if (given.hasValues()) {
      ArrayNode list = shape.putArray("enum");
      given.readValues().forEach(value -> list.add(value(value, isText)));
    } else {
      shape.set("const", value(given.read("Value"), isText));
    }
    putDefault(given, isText, shape);
  }

  private static JsonNode value(String text, boolean isText) {
    if (!isText && PageNumbers.isNumber(text)) {
      return PageNumbers.parse(text);
    }
    return isText || !text.matches("true|false")
        ? NODES.stringNode(text)
        : NODES.booleanNode(text.equals("true"));
  }

  private void scalar(String type, PageAttributes given, ObjectNode shape) {
    String json = scalarType(type, given.parameter());
    boolean isText = json.equals("string");
    shape.put("type", json);
    if (!json.equals("boolean")) {
      number(given, "Min", isText ? "minLength" : "minimum", shape);
      number(given, "Max", isText ? "maxLength" : "maximum", shape);
    }
    if (!isText && !json.equals("boolean")) {
      number(given, "Step", "multipleOf", shape);
    }
    if (json.equals("integer") && shape.path("multipleOf").asString("").equals("1")) {
      shape.remove("multipleOf");
    }
    if (isText) {
      format(given, shape);
    }
    putDefault(given, isText, shape);
  }

  private static void format(PageAttributes given, ObjectNode shape) {
    String format = given.parameter().attribute("Format").toLowerCase(Locale.ROOT);
    if (FORMATS.containsKey(format)) {
      given.read("Format");
      shape.put("format", FORMATS.get(format));
    } else {
      media(given.parameter(), shape);
    }
  }

  private void number(PageAttributes given, String attribute, String keyword, ObjectNode shape) {
    String text = given.parameter().attribute(attribute);
    if (PageNumbers.isNumber(text)) {
      given.read(attribute);
      shape.set(keyword, PageNumbers.parse(text));
    }
  }

  private static void putDefault(PageAttributes given, boolean isText, ObjectNode shape) {
    String value = given.read("Default");
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
