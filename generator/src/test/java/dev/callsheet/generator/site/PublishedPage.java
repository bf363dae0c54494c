package dev.callsheet.generator.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The facts of a page in the structure that platforms publish, read from its Markdown: headings,
 * attributes, tables and figures, not sentences. Every value is text.
 */
final class PublishedPage {
  private static final Pattern HEADING = Pattern.compile("(#+) (?:\\[([^\\]]+)\\]\\(.*\\)|(.*))");
  private static final Pattern ATTRIBUTE = Pattern.compile("- \\*\\*(.+?)\\*\\*: (.*)");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("- \\[([^\\]]+)\\]\\(([^)]+)\\).*");

  private static final Map<String, String> KEYS =
      Map.of("Paired with", "paired with", "Max items", "most items");

  final Map<String, String> head = new LinkedHashMap<>();
  final Map<String, String> prices = new LinkedHashMap<>();
  final List<Map<String, Object>> rules = new ArrayList<>();
  final Map<String, String> sizes = new LinkedHashMap<>();
  final Map<String, Map<String, Map<String, Object>>> request = new LinkedHashMap<>();
  final Map<String, Map<String, Object>> response = new LinkedHashMap<>();
  final List<Map<String, String>> examples = new ArrayList<>();

  private String chapter = "";
  private Map<String, Map<String, Object>> section = response;
  private String container = "";
  private final List<String> nesting = new ArrayList<>();
  private Map<String, Object> parameter = new LinkedHashMap<>();
  private String format = "";

  private PublishedPage() {}

  /** Reads a page; what stands before its title is passed over. */
  static PublishedPage of(String markdown) {
    PublishedPage page = new PublishedPage();
    markdown.lines().forEach(page::read);
    return page;
  }

  private void read(String line) {
    Matcher heading = HEADING.matcher(line);
    if (heading.matches()) {
      readHeading(
          heading.group(1).length(),
          unescaped(heading.group(2) == null ? heading.group(3) : heading.group(2)));
      return;
    }
    switch (chapter) {
      case "" -> readHead(line);
      case "Pricing" -> readPrice(line);
      case "Compatibility & Validation" -> readRule(line);
      case "Request Parameters", "Response Parameters" -> readParameter(line);
      case "Examples" -> readExample(line);
      default -> {} // what published pages do not have
    }
  }

  private void readHeading(int level, String title) {
    if (level == 1) {
      head.put("name", title);
    } else if (level == 2) {
      chapter = title.replace("&amp;", "&");
      section = response;
      container = "";
    } else if (chapter.equals("Examples")) {
      Matcher parts = Pattern.compile("(.*) \\((.*)\\)").matcher(title);
      if (parts.matches()) {
        examples.add(new LinkedHashMap<>(Map.of("title", parts.group(1), "kind", parts.group(2))));
      }
    } else if (chapter.endsWith("Parameters")) {
      beginParameter(level - 3, title);
    }
  }

  private void beginParameter(int depth, String name) {
    nesting.subList(Math.min(depth, nesting.size()), nesting.size()).clear();
    nesting.add(name);
    parameter = new LinkedHashMap<>();
    if (depth == 0) {
      format = "";
    } else if (!format.isEmpty()) {
      parameter.put("alternative", format);
    }
    String place = String.join(".", nesting);
    section.put(container.isEmpty() ? place : container + "." + place, parameter);
  }

  private void readHead(String line) {
    Matcher attribute = ATTRIBUTE.matcher(line);
    if (attribute.matches()) {
      head.put(attribute.group(1), plain(attribute.group(2)));
    }
  }

  private void readPrice(String line) {
    Matcher attribute = ATTRIBUTE.matcher(line);
    if (attribute.matches()) {
      String amount = attribute.group(2).replaceFirst("`, where .*", "`"); // ours says for what
      prices.put(unescaped(attribute.group(1)), plain(amount));
    }
    Matcher from = Pattern.compile("Pricing starts from (\\S+?)(?: .*|\\.)").matcher(line);
    if (from.matches()) {
      prices.put("from", from.group(1));
    }
  }

  /** A sentence of the page's, whose parameters are set as code. */
  private void readRule(String line) {
    List<String> names = codes(line);
    Matcher within = Pattern.compile("In every item of `([^`]+)`: (.*)").matcher(line);
    Matcher when = Pattern.compile("[Ww]hen (.*) is provided, (.*)").matcher(line);
    Matcher row = Pattern.compile("\\| `(.*)` \\| `(\\d+x\\d+)` \\|").matcher(line);
    if (row.matches()) {
      sizes.put(row.group(1), row.group(2));
    } else if (line.startsWith("Provide exactly one of: ")) {
      rules.add(Map.of("exactly one of", names));
    } else if (line.endsWith(" must be used together.")) {
      rules.add(Map.of("together", names));
    } else if (within.matches()) {
      int before = rules.size();
      readRule(within.group(2));
      Map<String, Object> inner = new LinkedHashMap<>(rules.remove(before));
      String list = within.group(1);
      inner.replaceAll((key, value) -> relative(value, list));
      inner.put("within", list);
      rules.add(inner);
    } else if (when.matches()) {
      readConditional(codes(when.group(1)), when.group(2));
    } else if (line.contains(" cannot be used with ")) {
      readExclusion(line, names);
    }
  }

  private static Object relative(Object value, String list) {
    return value instanceof List<?> names
        ? names.stream().map(name -> name.toString().replace(list + ".", "")).toList()
        : value;
  }

  private void readConditional(List<String> condition, String consequence) {
    List<String> names = codes(consequence);
    Matcher limit = Pattern.compile("`.*` is limited to (\\d+) items\\.").matcher(consequence);
    Matcher value = Pattern.compile("`(.*)` must be `(.*)`\\.").matcher(consequence);
    Map<String, Object> rule = new LinkedHashMap<>(Map.of("with", condition));
    if (limit.matches()) {
      rule.put("at most", Map.of(names.get(0), limit.group(1)));
    } else if (value.matches()) {
      rule.put("must be", Map.of(value.group(1), value.group(2)));
    } else if (consequence.endsWith("cannot be used.")) {
      rule.put("none of", names);
    } else if (consequence.endsWith("required.")) {
      rule.put("one of", names);
    } else {
      return;
    }
    rules.add(rule);
  }

  /** Two inputs exclude each other; one that excludes a setting is the condition of a rule. */
  private void readExclusion(String line, List<String> names) {
    Matcher inside = Pattern.compile("Inside `(.*)`, `(.*)` cannot .* `(.*)`\\.").matcher(line);
    if (inside.matches()) {
      String in = inside.group(1) + ".";
      rules.add(Map.of("at most one of", List.of(in + inside.group(2), in + inside.group(3))));
    } else if (names.stream().allMatch(name -> name.startsWith("inputs."))) {
      rules.add(Map.of("at most one of", names));
    } else {
      rules.add(
          new LinkedHashMap<>(
              Map.of("with", names.subList(0, 1), "none of", names.subList(1, names.size()))));
    }
  }

  private void readParameter(String line) {
    Matcher attribute = ATTRIBUTE.matcher(line);
    Matcher nested =
        Pattern.compile(".*nested inside the \\\\?`(.*?)\\\\?` object\\.").matcher(line);
    Matcher formats = Pattern.compile("\\*\\*Format (\\d+): .*").matcher(line);
    Matcher title = Pattern.compile("\\*\\*([A-Z][^*:]*)\\*\\*").matcher(line);
    Matcher link = LINK.matcher(line);
    if (attribute.matches()) {
      readAttribute(attribute.group(1), attribute.group(2));
    } else if (nested.matches()) {
      container = nested.group(1);
    } else if (formats.matches()) {
      format = formats.group(1);
    } else if (line.startsWith("**Allowed values**")) {
      parameter.put("allowed", new ArrayList<>(codes(line)));
    } else if (title.matches() && chapter.equals("Request Parameters")) {
      section = request.computeIfAbsent(title.group(1), any -> new LinkedHashMap<>());
      container = "";
    } else if (link.matches()) {
      texts("links").put(link.group(1), link.group(2));
    } else if (line.startsWith("- `") && parameter.containsKey("allowed")) {
      String value = codes(line).get(0);
      names("allowed").add(value);
      names("explained").add(value);
    }
  }

  private void readAttribute(String label, String value) {
    boolean isOfFormat = !format.isEmpty() && !parameter.containsKey("alternative");
    boolean isPublishedOnly = value.endsWith("(published; not enforced)");
    String key = KEYS.getOrDefault(label, label.toLowerCase(Locale.ROOT));
    if (key.equals("path") ? isPublishedOnly : !(isOfFormat && key.equals("type"))) {
      String text = plain(value.replaceAll(" \\(published; .*\\)$", ""));
      parameter.put(key, key.equals("accepts") ? List.of(text.split(", ")) : text);
    }
  }

  private void readExample(String line) {
    Matcher media = Pattern.compile("\\[.*\\]\\((.*)\\)").matcher(line);
    if (media.matches()) {
      examples.get(examples.size() - 1).put("media", media.group(1));
    }
  }

  @SuppressWarnings("unchecked")
  private List<String> names(String key) {
    return (List<String>) parameter.computeIfAbsent(key, any -> new ArrayList<>());
  }

  @SuppressWarnings("unchecked")
  private Map<String, String> texts(String key) {
    return (Map<String, String>) parameter.computeIfAbsent(key, any -> new LinkedHashMap<>());
  }

  private static List<String> codes(String line) {
    return CODE.matcher(line).results().map(code -> code.group(1).replace("[]", "")).toList();
  }

  private static String plain(String value) {
    return unescaped(value.replaceAll("^`(.*)`$", "$1"));
  }

  private static String unescaped(String text) {
    return text.replaceAll("\\\\(.)", "$1").replace("&amp;", "&");
  }
}
