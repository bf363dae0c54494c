package dev.callsheet.generator.java.hostile;

import java.util.List;
import java.util.Random;

/** Texts that would leave a comment, a literal or a line, or pass for code, if they could. */
final class HostileTexts {
  /** Pieces that texts and some names are put together from. */
  private static final List<String> FRAGMENTS =
      List.of(
          "*/",
          "/*",
          "/**",
          "//",
          "\\u002a/",
          "\\\\u005c",
          "\\",
          "\\\"",
          "\\n",
          "$L",
          "$S",
          "$$",
          "$",
          "$>",
          "$[",
          "%s",
          "%n",
          "%",
          "@",
          " @param x y",
          "\n@throws Exception",
          "@Deprecated",
          "{@code",
          "{@link System#exit}",
          "{",
          "}",
          "{}",
          "(",
          ")",
          "((",
          "[",
          "]",
          "<b>",
          "</p>",
          "<script>",
          "<!--",
          "<",
          ">",
          "&nosuch;",
          "&amp;",
          "&",
          "\"",
          "\"\"\"",
          "'",
          "`",
          "`a*/b`",
          "`@`",
          "\n",
          "\r\n",
          "\r",
          "\t",
          "\f",
          "\u000b",
          "\u0085",
          "\u2028",
          "\u2029",
          "\u00a0",
          "\u202e",
          "\u2066",
          "\u200b",
          "\u200d",
          "\ufeff",
          "\ufffe",
          "\u00ad",
          "\0",
          "\b",
          "\u001a",
          "\u001b[31m",
          "\ud800",
          "\udc00",
          "\ud83d\ude00",
          "\u0301",
          "é",
          "可灵",
          "ß",
          "\u0130",
          "\u017f",
          "\u212a",
          "class",
          "3d",
          "16:9",
          "-1",
          "0",
          "-",
          "_",
          ".",
          "[]",
          "*",
          "~",
          "~1",
          "/",
          ";",
          ",",
          " ",
          "  ",
          "word",
          "Two words",
          "\"; System.exit(1); //",
          "*/ class Evil {} /*",
          "} static { System.exit(1); } {",
          "\n  public void evil() {}\n",
          ");\n    System.exit(1);\n    foo(");

  /** Names that mean something already, that collide, or that are no identifiers. */
  private static final List<String> NAMES =
      List.of(
          "class",
          "switch",
          "yield",
          "record",
          "sealed",
          "var",
          "this",
          "null",
          "true",
          "_",
          "3d",
          "2",
          "-1",
          "16:9",
          "a-b",
          "a_b",
          "aB",
          "AB",
          "ab",
          "a.b",
          "a..b",
          "a/b~c",
          "a b",
          "b",
          "images",
          "image",
          "request",
          "found",
          "violations",
          "provided",
          "given",
          "has",
          "all",
          "i",
          "j",
          "each",
          "inner",
          "teach",
          "form",
          "parent",
          "value",
          "values",
          "name",
          "names",
          "ordinal",
          "key",
          "list",
          "parts",
          "of",
          "other",
          "build",
          "builder",
          "toBuilder",
          "toString",
          "hashCode",
          "equals",
          "getClass",
          "additional",
          "check",
          "checker",
          "price",
          "bill",
          "modelType",
          "expectedResults",
          "MODEL",
          "ID",
          "next",
          "mediaURL",
          "videoURL",
          "imageUUID",
          "java",
          "com",
          "dev",
          "String",
          "Object",
          "Override",
          "Nullable",
          "Generated",
          "Map",
          "List",
          "UUID",
          "URI",
          "Objects",
          "Builder",
          "Violations",
          "Texts",
          "Request",
          "Mode",
          "Text",
          "Amount",
          "con",
          "aux",
          "é",
          "e\u0301",
          "可灵",
          "ß",
          "\u0130",
          "\u017f",
          "s",
          "\u212a",
          "k");

  private final Random random;

  HostileTexts(Random random) {
    this.random = random;
  }

  /** A text as it may stand in a sentence; now and then an empty one. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(5); left > 0; left--) {
      text.append(one(FRAGMENTS)).append(random.nextInt(3) == 0 ? " " : "");
    }
    return text.toString();
  }

  /** A text that is long enough to be broken into lines. */
  String sentence() {
    StringBuilder sentence = new StringBuilder("Do");
    for (int left = 3 + random.nextInt(20); left > 0; left--) {
      sentence.append(' ').append(random.nextInt(3) == 0 ? one(FRAGMENTS) : one(NAMES));
    }
    return sentence.append('.').toString();
  }

  /**
   * A key in JSON, or what something is called; never empty, and without the mark that in a path
   * stands for every item.
   */
  String name() {
    String name = random.nextInt(3) > 0 ? "" : text().replace("[]", "");
    return name.isEmpty() ? one(NAMES) : name;
  }

  /** A regular expression with one group, in which a text stands as it is. */
  String regex() {
    return text().replaceAll("[\\^$.*+?()\\[\\]{}|/\\\\]", "\\\\$0") + "(\\d+)";
  }

  private String one(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }
}
