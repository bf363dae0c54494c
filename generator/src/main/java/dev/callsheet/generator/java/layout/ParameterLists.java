package dev.callsheet.generator.java.layout;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/** Gives a list of parameters that does not fit on a line lines of its own. */
final class ParameterLists {
  /** How the declaration of a method, a constructor or a record begins. */
  private static final Pattern DECLARATION =
      Pattern.compile(" *(public |private |static |record |[A-Z]\\w*\\().*\\(.*");

  private static final int LINE = 100;

  private ParameterLists() {}

  static String unfold(String source) {
    List<String> lines = new ArrayList<>();
    Iterator<String> folded = source.lines().iterator();
    while (folded.hasNext()) {
      String line = folded.next();
      if (!DECLARATION.matcher(line).matches() || Brackets.in(line).open() <= 0) {
        lines.add(line);
        continue;
      }
      StringBuilder whole = new StringBuilder(line);
      while (Brackets.in(whole.toString()).open() > 0 && folded.hasNext()) {
        whole.append(' ').append(folded.next().strip());
      }
      unfold(whole.toString(), lines);
    }
    return String.join("\n", lines) + "\n";
  }

  private static void unfold(String declaration, List<String> lines) {
    Brackets brackets = Brackets.in(declaration);
    String head = declaration.substring(0, brackets.first() + 1);
    String tail = declaration.substring(brackets.last());
    List<String> parameters =
        Brackets.split(declaration.substring(brackets.first() + 1, brackets.last()));
    String indent = " ".repeat(head.length() - head.stripLeading().length() + 4);
    String together = indent + String.join(", ", parameters) + tail;
    lines.add(head);
    if (together.length() <= LINE) {
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
