package dev.callsheet.generator.site;

import dev.callsheet.generator.page.Hyperlink;
import dev.callsheet.generator.page.ParameterAttribute;
import dev.callsheet.generator.page.ParameterEntry.AllowedValue;
import dev.callsheet.generator.page.Prose;
import dev.callsheet.runtime.internal.messages.DisplayText;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A document in Markdown (CommonMark with tables), block by block. */
final class MarkdownText {
  /** Attributes that pages do not set as code. */
  private static final Set<String> PLAIN = Set.of("required", "pairedWith");

  private final StringBuilder text = new StringBuilder();

  /** Whether the last line is an item, or a row, that the next may follow at once. */
  private char lastBlock;

  /** A heading; its text is Markdown. */
  void heading(int level, String markdown) {
    block('#').append("#".repeat(Math.min(level, 6))).append(' ').append(markdown).append('\n');
  }

  /** A paragraph of Markdown. */
  void paragraph(String markdown) {
    if (!markdown.isBlank()) {
      block('p').append(markdown.strip()).append('\n');
    }
  }

  /** A paragraph; none where the text is null or empty. */
  void paragraph(@Nullable Prose prose) {
    if (prose != null) {
      paragraph(of(prose));
    }
  }

  /** An item of a list; its text is Markdown. */
  void item(String markdown) {
    block('-').append("- ").append(markdown).append('\n');
  }

  /** A named value; both are Markdown. */
  void attribute(String name, String value) {
    item("**" + name + "**: " + value);
  }

  /** An attribute of a parameter: what is published, and in brackets what is enforced instead. */
  void attribute(ParameterAttribute attribute) {
    String published = attribute.published();
    String value = attribute.value();
    if (published == null) {
      attribute(escaped(attribute.label()), attributeValue(attribute, String.valueOf(value)));
      return;
    }
    String enforced = value == null ? "not enforced" : "enforced: " + code(value);
    attribute(
        escaped(attribute.label()),
        attributeValue(attribute, published) + " (published; " + enforced + ")");
  }

  private static String attributeValue(ParameterAttribute attribute, String value) {
    return PLAIN.contains(attribute.keyword()) ? escaped(value) : code(value);
  }

  /** The values that are allowed: in one line where none is explained. */
  void values(List<AllowedValue> values) {
    if (values.isEmpty()) {
      return;
    }
    if (values.stream()
        .allMatch(value -> value.description().isEmpty() && value.deprecation() == null)) {
      paragraph(
          "**Allowed values**: "
              + values.stream().map(value -> code(value.text())).collect(Collectors.joining(" ")));
      return;
    }
    paragraph("**Allowed values**:");
    for (AllowedValue value : values) {
      String deprecation = value.deprecation() == null ? "" : " " + of(value.deprecation());
      item((code(value.text()) + " " + of(value.description()) + deprecation).strip());
    }
  }

  /** A line between two parts. */
  void rule() {
    block('r').append("---\n");
  }

  /** Code of a language in lines; none where it is null. */
  void code(String language, @Nullable String code) {
    if (code != null) {
      block('j').append("```").append(language).append('\n').append(code).append("\n```\n");
    }
  }

  /** The first row of a table; cells are Markdown. */
  void tableHead(List<String> cells) {
    lastBlock = 't';
    text.append('\n');
    tableRow(cells);
    tableRow(cells.stream().map(cell -> "---").toList());
  }

  /** A row of a table that was begun. */
  void tableRow(List<String> cells) {
    text.append("| ")
        .append(
            cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ")))
        .append(" |\n");
  }

  private StringBuilder block(char kind) {
    boolean continues = kind == '-' && lastBlock == '-';
    lastBlock = kind;
    return text.isEmpty() || continues ? text : text.append('\n');
  }

  /** Sentences with code in them. */
  static String of(Prose prose) {
    return prose.spans().stream()
        .map(span -> span.code() ? code(span.text()) : escaped(span.text()))
        .collect(Collectors.joining());
  }

  /** A text in which nothing means anything to Markdown. */
  static String escaped(String text) {
    return DisplayText.printable(text)
        .replaceAll("([\\\\`*_\\[\\]<>#|~])", "\\\\$1")
        .replace("&", "&amp;");
  }

  /** A name or a value, set as code, whatever it holds. */
  static String code(String value) {
    String shown = DisplayText.printable(value);
    if (shown.isBlank()) {
      return "(blank)";
    }
    String fence = "`";
    while (shown.contains(fence)) {
      fence += "`";
    }
    String space = shown.startsWith("`") || shown.endsWith("`") ? " " : "";
    return fence + space + shown + space + fence;
  }

  /** A link, or the address as text where it is none of the web. */
  static String link(String title, Hyperlink link) {
    String name = title.isEmpty() ? link.address() : title;
    return link.web()
        ? "[" + escaped(name) + "](" + address(link.address()) + ")"
        : escaped(name) + " " + code(link.address());
  }

  /** An address as it may stand in the brackets of a link. */
  static String address(String address) {
    return address
        .replace("(", "%28")
        .replace(")", "%29")
        .replace("<", "%3C")
        .replace(">", "%3E")
        .replace(" ", "%20");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
