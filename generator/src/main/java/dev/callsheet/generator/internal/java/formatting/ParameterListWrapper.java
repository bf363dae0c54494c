package dev.callsheet.generator.internal.java.formatting;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/** Gives a list of parameters that does not fit on a line lines of its own. */
final class ParameterListWrapper {
  /** How the declaration of a method, a constructor or a record begins. */
  private static final Pattern DECLARATION =
      Pattern.compile(" *(public |private |static |record |[A-Z]\\w*\\().*\\(.*");

  private static final int LINE_LENGTH = 100;

  private ParameterListWrapper() {}

  static String wrap(String source) {
    List<String> lines = new ArrayList<>();
    Iterator<String> folded = source.lines().iterator();
    while (folded.hasNext()) {
      String line = folded.next();
      if (!DECLARATION.matcher(line).matches() || Parentheses.scan(line).unclosed() <= 0) {
        lines.add(line);
        continue;
      }
      StringBuilder whole = new StringBuilder(line);
      while (Parentheses.scan(whole.toString()).unclosed() > 0 && folded.hasNext()) {
        whole.append(' ').append(folded.next().strip());
      }
      wrap(whole.toString(), lines);
    }
    return String.join("\n", lines) + "\n";
  }

  private static void wrap(String declaration, List<String> lines) {
    Parentheses brackets = Parentheses.scan(declaration);
    String head = declaration.substring(0, brackets.firstOpening() + 1);
    String tail = declaration.substring(brackets.lastClosing());
    List<String> parameters =
        Parentheses.splitArguments(
            declaration.substring(brackets.firstOpening() + 1, brackets.lastClosing()));
    String indent = " ".repeat(head.length() - head.stripLeading().length() + 4);
    String together = indent + String.join(", ", parameters) + tail;
    lines.add(head);
    if (together.length() <= LINE_LENGTH) {
      lines.add(together);
      return;
    }
    for (int i = 0; i < parameters.size() - 1; i++) {
      lines.add(indent + parameters.get(i) + ",");
    }
    String last = indent + parameters.get(parameters.size() - 1);
    if (tail.startsWith(") implements ")) {
      lines.add(last + ")");
      lines.add(indent + tail.substring(2));
    } else {
      lines.add(last + tail);
    }
  }
}
