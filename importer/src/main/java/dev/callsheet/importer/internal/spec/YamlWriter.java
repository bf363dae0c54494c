package dev.callsheet.importer.internal.spec;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Writes JSON as YAML that reads as if written by hand: what fits a line and is simple stands in
 * one line, and only what would be read as something else is quoted.
 */
final class YamlWriter {
  private static final int WIDTH = 120;

  /** How deep what stands in one line may be nested. */
  private static final int MAX_FLOW_DEPTH = 5;

  /** Numbers longer than this are written with an exponent. */
  private static final int MAX_PLAIN_SCALE = 40;

  private static final Pattern PLAIN =
      Pattern.compile(
          "(https://)?[A-Za-z0-9$_/][A-Za-z0-9$_/.+@()=~%-]*( [A-Za-z0-9$_/.+@()=~%-]+)*");
  private static final Pattern NUMBER =
      Pattern.compile("0x[0-9a-fA-F]+|0o[0-7]+|[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]+)?");

  /** What may stand without quotes where no list or mapping is written in one line. */
  private static final Pattern PLAIN_SENTENCE =
      Pattern.compile("[A-Za-z][^\"\\\\:#]*[^\"\\\\:#\\s]");

  private static final Set<String> WORDS =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  /** Mappings whose entries are described one below the other. */
  private static final Set<String> DESCRIBED = Set.of("parameters", "properties", "modes");

  private final StringBuilder out = new StringBuilder();

  /** The text so far. */
  String text() {
    return out.toString();
  }

  /** A blank line. */
  void blank() {
    out.append('\n');
  }

  /** A line that is only for people. */
  void comment(String text) {
    String safe =
        text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\uFEFF\\uFFFE\\uFFFF]|[\\uD800-\\uDFFF]", "?");
    out.append(safe.isEmpty() ? "#" : "# ").append(safe).append('\n');
  }

  /** A key and its value, as far inside. */
  void entry(String key, JsonNode value, int indent) {
    out.append(" ".repeat(indent));
    keyed(key, value, indent, false);
  }

  /** Entries with a blank line between each two. */
  void spaced(String key, JsonNode mapping) {
    out.append(key).append(":\n");
    boolean first = true;
    for (var entry : mapping.properties()) {
      if (!first && mapping.size() > 1) {
        out.append('\n');
      }
      first = false;
      out.append("  ");
      keyed(entry.getKey(), entry.getValue(), 2, true);
    }
  }

  /** A key and a list whose items have a blank line between each two. */
  void list(String key, JsonNode items) {
    out.append(key).append(":\n");
    boolean first = true;
    for (JsonNode item : items) {
      if (!first) {
        out.append('\n');
      }
      first = false;
      item(item, 2);
    }
  }

  /** An item of a list. */
  void item(JsonNode value, int indent) {
    String flow = flow(value);
    if (!value.isObject() || (isSimple(value) && indent + 2 + flow.length() <= WIDTH)) {
      out.append(" ".repeat(indent)).append("- ").append(flow).append('\n');
      return;
    }
    String lead = " ".repeat(indent) + "- ";
    for (var entry : value.properties()) {
      out.append(lead);
      keyed(entry.getKey(), entry.getValue(), indent + 2, false);
      lead = " ".repeat(indent + 2);
    }
  }

  /**
   * A key and its value.
   *
   * @param isDescribed whether it is an entry of a mapping whose entries are described one below
   *     the other: only a single keyword stands in its line then
   */
  private void keyed(String key, JsonNode value, int indent, boolean isDescribed) {
    out.append(scalar(key)).append(':');
    if (key.equals("description") && isLongSentence(value, indent)) {
      folded(value.stringValue(), indent + 2);
      return;
    }
    if (value.isString() && isPlainSentence(value.stringValue())) {
      out.append(' ').append(value.stringValue()).append('\n');
      return;
    }
    boolean describes = key.equals("rows") || (DESCRIBED.contains(key) && value.isObject());
    boolean mayFlow =
        !value.isContainer()
            || value.isEmpty()
            || (!describes && (!isDescribed || isSingleKeyword(value)) && isSimple(value));
    String flow = mayFlow ? flow(value) : "";
    boolean fits = indent + key.length() + 2 + flow.length() <= WIDTH;
    if (mayFlow && (fits || !value.isContainer())) {
      out.append(' ').append(flow).append('\n');
      return;
    }
    out.append('\n');
    if (value.isArray()) {
      value.forEach(item -> item(item, indent + 2));
    } else {
      for (var entry : value.properties()) {
        out.append(" ".repeat(indent + 2));
        keyed(entry.getKey(), entry.getValue(), indent + 2, describes);
      }
    }
  }

  private static boolean isSingleKeyword(JsonNode value) {
    return value.size() == 1 && !value.has("properties");
  }

  private static boolean isPlainSentence(String text) {
    boolean isWord = WORDS.contains(text.toLowerCase(Locale.ROOT));
    return !isWord
        && PLAIN_SENTENCE.matcher(text).matches()
        && !text.contains("  ")
        && text.codePoints().allMatch(YamlWriter::isPrinted);
  }

  private static boolean isLongSentence(JsonNode value, int indent) {
    return value.isString()
        && value.stringValue().length() > WIDTH - indent - 15
        && !value.stringValue().contains("  ")
        && value.stringValue().codePoints().allMatch(YamlWriter::isPrinted);
  }

  /** A long sentence over several lines. */
  private void folded(String text, int indent) {
    out.append(" >-\n");
    StringBuilder line = new StringBuilder(" ".repeat(indent));
    for (String word : text.split(" ", -1)) {
      if (line.length() > indent && line.length() + 1 + word.length() > WIDTH) {
        out.append(line).append('\n');
        line = new StringBuilder(" ".repeat(indent));
      }
      line.append(line.length() > indent ? " " : "").append(word);
    }
    out.append(line).append('\n');
  }

  /** Whether it can be read in one line: not nested deep, and no sentence or rows inside. */
  private static boolean isSimple(JsonNode value) {
    return isSimple(value, 0);
  }

  private static boolean isSimple(JsonNode value, int depth) {
    boolean isWordy =
        value.has("description") || value.has("rows") || value.has("rates") || value.has("rules");
    return depth <= MAX_FLOW_DEPTH
        && !isWordy
        && value.valueStream().allMatch(inner -> isSimple(inner, depth + 1));
  }

  private static String flow(JsonNode value) {
    StringBuilder text = new StringBuilder();
    if (value.isArray()) {
      value.forEach(item -> text.append(text.isEmpty() ? "" : ", ").append(flow(item)));
      return "[" + text + "]";
    }
    if (value.isObject()) {
      value
          .properties()
          .forEach(
              entry ->
                  text.append(text.isEmpty() ? "" : ", ")
                      .append(scalar(entry.getKey()))
                      .append(": ")
                      .append(flow(entry.getValue())));
      return "{" + text + "}";
    }
    return value.isString() ? scalar(value.stringValue()) : number(value);
  }

  private static String number(JsonNode value) {
    if (!value.isNumber()) {
      return value.toString();
    }
    BigDecimal number = value.decimalValue();
    boolean isPlain = Math.abs(number.scale()) <= MAX_PLAIN_SCALE;
    return isPlain ? number.toPlainString() : number.toString();
  }

  private static String scalar(String text) {
    boolean isOther =
        WORDS.contains(text.toLowerCase(Locale.ROOT)) || NUMBER.matcher(text).matches();
    return !isOther && PLAIN.matcher(text).matches() ? text : quoted(text);
  }

  /** In double quotes, with everything escaped that YAML does not print. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
              } else if (c == '\n') {
                quoted.append("\\n");
              } else if (c == '\t') {
                quoted.append("\\t");
              } else if (isPrinted(c)) {
                quoted.appendCodePoint(c);
              } else {
                quoted.append("\\u%04X".formatted(c));
              }
            });
    return quoted.append('"').toString();
  }

  private static boolean isPrinted(int c) {
    boolean isControl = c < 0x20 || (c >= 0x7F && c < 0xA0);
    boolean isSeparator = c == 0x2028 || c == 0x2029;
    boolean isNoCharacter =
        (c >= 0xD800 && c <= 0xDFFF) || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
    return !isControl && !isSeparator && !isNoCharacter;
  }
}
