package dev.callsheet.generator.java.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives a list of parameters that does not fit on a line lines of its own. */
final class ParameterLists {
  /** A declaration whose parameters go on in the next line. */
  private static final Pattern FOLDED =
      Pattern.compile(
          "(?m)^( *)((?:public|private|protected|static|[A-Z]\\w*\\()[^;{}=\n]*?\\()((?:[^;{}\n]*\n)+?[^;{}\n]*)\\)([^()\n]*[;{])$");

  private static final int LINE = 100;

  private ParameterLists() {}

  static String unfold(String source) {
    return FOLDED.matcher(source).replaceAll(found -> Matcher.quoteReplacement(unfolded(found)));
  }

  private static String unfolded(MatchResult declaration) {
    String indent = declaration.group(1);
    List<String> parameters = split(declaration.group(3).replaceAll("\\s*\n\\s*", " "));
    String tail = ")" + declaration.group(4);
    String inner = indent + "    ";
    String together = inner + String.join(", ", parameters) + tail;
    String list =
        together.length() <= LINE
            ? together
            : inner
                + String.join(",\n" + inner, parameters)
                + closed(parameters, inner, indent, tail);
    return indent + declaration.group(2) + "\n" + list;
  }

  /** What follows the list: on its last line, or on the next where it does not fit. */
  private static String closed(List<String> parameters, String inner, String indent, String tail) {
    int last = inner.length() + parameters.get(parameters.size() - 1).length();
    if (last + tail.length() <= LINE || !tail.startsWith(") ")) {
      return tail;
    }
    return ")\n" + indent + "    " + tail.substring(2);
  }

  /** The parameters between the commas that stand in no brackets. */
  private static List<String> split(String list) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      if (c == '<' || c == '(') {
        depth++;
      } else if (c == '>' || c == ')') {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(list.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(list.substring(start).strip());
    return parts;
  }
}
