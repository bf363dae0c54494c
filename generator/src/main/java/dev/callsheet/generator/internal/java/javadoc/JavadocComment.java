package dev.callsheet.generator.internal.java.javadoc;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;

/** A documentation comment in the making: paragraphs, a list or a table, then tags. */
public final class JavadocComment {
  private static final int LINE_LENGTH = 100;

  private final int width;
  private final List<String> blocks = new ArrayList<>();
  private final List<String> tags = new ArrayList<>();

  private JavadocComment(int depth) {
    width = LINE_LENGTH - 2 * depth - " * ".length();
  }

  /** For something that stands {@code depth} levels inside its file: 0 for a top-level type. */
  public static JavadocComment at(int depth) {
    return new JavadocComment(depth);
  }

  /**
   * Adds a paragraph of Javadoc's HTML, such as {@link JavadocHtml} makes; an empty one is left
   * out.
   */
  public JavadocComment paragraph(String html) {
    if (!html.isBlank()) {
      blocks.add(wrapped(blocks.isEmpty() ? html : "<p>" + html, ""));
    }
    return this;
  }

  /** Adds a list of short texts; an empty one is left out. */
  public JavadocComment list(List<String> items) {
    if (!items.isEmpty()) {
      StringBuilder list = new StringBuilder("<ul>\n");
      items.forEach(item -> list.append(wrapped("  <li>" + item, "      ")).append('\n'));
      blocks.add(list.append("</ul>").toString());
    }
    return this;
  }

  /** Adds a tag such as {@code @param} with its text; later lines are set in. */
  public JavadocComment tag(String tag, String html) {
    tags.add(wrapped("@" + tag + " " + html, "    "));
    return this;
  }

  /** The text for JavaPoet, without the comment's own marks. */
  public CodeBlock toCodeBlock() {
    return CodeBlock.of("$L\n", text());
  }

  /** The whole comment. */
  public String toComment() {
    String text = text();
    return text.indexOf('\n') < 0 && text.length() < width - 3
        ? "/** " + text + " */"
        : "/**\n * " + text.replace("\n", "\n * ") + "\n */";
  }

  private String text() {
    StringBuilder text = new StringBuilder(String.join("\n\n", blocks));
    if (!tags.isEmpty()) {
      text.append(blocks.isEmpty() ? "" : "\n\n").append(String.join("\n", tags));
    }
    return text.toString();
  }

  private String wrapped(String text, String indent) {
    StringBuilder lines = new StringBuilder();
    int column = 0;
    String leading = text.substring(0, text.length() - text.stripLeading().length());
    for (String word : text.strip().split(" +", -1)) {
      if (column == 0) {
        lines.append(leading).append(word);
        column = leading.length() + word.length();
      } else if (column + 1 + word.length() > width) {
        lines.append('\n').append(indent).append(word);
        column = indent.length() + word.length();
      } else {
        lines.append(' ').append(word);
        column += 1 + word.length();
      }
    }
    return lines.toString();
  }
}
