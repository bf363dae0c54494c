package dev.callsheet.generator.internal.java.formatting;

import java.util.ArrayList;
import java.util.List;

/**
 * The round brackets of a piece of code, those in literals not counted.
 *
 * @param unclosed how many are not closed
 * @param firstOpening where the first opens; -1 when none does
 * @param lastClosing where the last closes; -1 when none does
 */
record Parentheses(int unclosed, int firstOpening, int lastClosing) {

  static Parentheses scan(String code) {
    int open = 0;
    int first = -1;
    int last = -1;
    boolean inText = false;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (inText && c == '\\') {
        i++;
      } else if (c == '"') {
        inText = !inText;
      } else if (!inText && c == '(') {
        first = first < 0 ? i : first;
        open++;
      } else if (!inText && c == ')') {
        last = i;
        open--;
      }
    }
    return new Parentheses(open, first, last);
  }

  /** The parts between the commas that stand in no brackets and in no literal. */
  static List<String> splitArguments(String list) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    boolean inText = false;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      if (inText && c == '\\') {
        i++;
      } else if (c == '"') {
        inText = !inText;
      } else if (!inText) {
        depth += "<(".indexOf(c) >= 0 ? 1 : 0;
        depth -= ">)".indexOf(c) >= 0 ? 1 : 0;
        if (c == ',' && depth == 0) {
          parts.add(list.substring(start, i).strip());
          start = i + 1;
        }
      }
    }
    parts.add(list.substring(start).strip());
    return parts;
  }
}
