package dev.callsheet.cli.lsp.spec;

import dev.callsheet.cli.lsp.text.DocumentText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Where the cursor is in a YAML file that may be incomplete: found by the indentation of the lines
 * above, and by the brackets before it in its own line. Flow values of several lines are not looked
 * into.
 *
 * @param path the keys around the cursor from the outside in, {@value #ITEM} for an item of a list;
 *     the key itself is left out where one is being written
 * @param isKey whether a key is being written, or can be
 * @param start where the word at the cursor begins
 * @param end where it ends
 */
record YamlCursor(List<String> path, boolean isKey, int start, int end) {
  static final String ITEM = "[]";

  /** The place of an offset. */
  static YamlCursor at(DocumentText text, int offset) {
    return new Search(text).at(offset);
  }

  /** A line without comment: where its dash is, if any, where its content, and its key. */
  private record Line(int dash, int content, String key) {
    static Line of(String line) {
      int at = indent(line, 0);
      int dash = -1;
      while (at < line.length() && line.charAt(at) == '-' && isBlank(line, at + 1)) {
        dash = at;
        at = indent(line, at + 1);
      }
      return new Line(dash, at, key(line, at));
    }

    boolean isEmpty(String line) {
      return content >= line.length() || line.charAt(content) == '#';
    }

    private static int indent(String line, int from) {
      int at = from;
      while (at < line.length() && line.charAt(at) == ' ') {
        at++;
      }
      return at;
    }

    private static String key(String line, int from) {
      for (int i = from; i < line.length(); i++) {
        if (line.charAt(i) == ':' && isBlank(line, i + 1)) {
          return line.substring(from, i).strip().replaceAll("^[\"']|[\"']$", "");
        }
        if ("{[#".indexOf(line.charAt(i)) >= 0) {
          return "";
        }
      }
      return "";
    }
  }

  private static boolean isBlank(String line, int at) {
    return at >= line.length() || line.charAt(at) == ' ';
  }

  /** The search in a text. */
  private record Search(DocumentText text) {
    YamlCursor at(int offset) {
      int number = text.lineOf(offset);
      int column = offset - text.lineStart(number);
      String whole = line(number);
      Line line = Line.of(whole);
      boolean isBelow = line.isEmpty(whole) || column <= line.content();
      int indent = isBelow ? Math.min(column, Math.max(line.content(), column)) : line.content();
      List<String> path = new ArrayList<>(outer(number, line.dash(), indent));
      return inLine(path, whole, number, isBelow ? column : line.content(), column);
    }

    private String line(int number) {
      return text.text().substring(text.lineStart(number), text.lineEnd(number));
    }

    /** The keys around a line, from the lines above it. */
    private List<String> outer(int number, int dash, int indent) {
      List<String> reversed = new ArrayList<>();
      boolean needsOwner = dash >= 0;
      int limit = needsOwner ? dash : indent;
      if (needsOwner) {
        reversed.add(ITEM);
      }
      for (int i = number - 1; i >= 0; i--) {
        String written = line(i);
        Line above = Line.of(written);
        if (above.isEmpty(written)) {
          continue;
        }
        boolean isOwner =
            !above.key().isEmpty()
                && ((needsOwner && above.dash() < limit)
                    ? above.content() <= limit
                    : above.content() < limit);
        if (isOwner) {
          reversed.add(above.key());
        }
        boolean isItem =
            above.dash() >= 0 && above.dash() < limit && (isOwner || above.content() == limit);
        if (isItem) {
          reversed.add(ITEM);
        }
        if (isOwner || isItem) {
          limit = isItem ? above.dash() : above.content();
          needsOwner = isItem;
        }
      }
      Collections.reverse(reversed);
      return reversed;
    }

    /** What is between the content of the cursor's own line and the cursor. */
    private YamlCursor inLine(List<String> path, String line, int number, int from, int column) {
      Deque<Character> open = new ArrayDeque<>();
      boolean isValue = false;
      int word = from;
      for (int i = from; i < column; i++) {
        char c = line.charAt(i);
        if (c == '"' || c == '\'') {
          int closing = line.indexOf(c, i + 1);
          i = closing < 0 || closing >= column ? column : closing;
        } else if (c == ':' && isBlank(line, i + 1)) {
          path.add(line.substring(word, i).strip().replaceAll("^[\"']|[\"']$", ""));
          isValue = true;
          word = i + 1;
        } else if (c == '{' || c == '[') {
          open.push(c);
          isValue = c == '[';
          if (c == '[') {
            path.add(ITEM);
          }
          word = i + 1;
        } else if (c == ',' && !open.isEmpty()) {
          if (open.peek() == '{' && isValue) {
            path.remove(path.size() - 1);
            isValue = false;
          }
          word = i + 1;
        } else if ((c == '}' || c == ']') && !open.isEmpty()) {
          if (open.pop() == '[' || isValue) {
            path.remove(path.size() - 1);
          }
          isValue = true;
          word = i + 1;
        }
      }
      while (word < column && line.charAt(word) == ' ') {
        word++;
      }
      int end = column;
      while (end < line.length() && isWordCharacter(line.charAt(end))) {
        end++;
      }
      int start = text.lineStart(number);
      return new YamlCursor(List.copyOf(path), !isValue, start + word, start + end);
    }

    private static boolean isWordCharacter(char c) {
      return Character.isLetterOrDigit(c) || "-_.[]".indexOf(c) >= 0;
    }
  }
}
