package dev.callsheet.runtime.internal.regex;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The groups of an expression that is being read, and the references back to them. */
final class References {
  private final PatternCursor cursor;
  private final EscapeParser escapes;
  private final Set<String> names = new HashSet<>();
  private final List<Reference> references = new ArrayList<>();
  private int groups;

  /**
   * A reference to a group, which may be one that comes later.
   *
   * @param group its number or its name
   */
  private record Reference(int offset, String text, Object group) {}

  References(PatternCursor cursor, EscapeParser escapes) {
    this.cursor = cursor;
    this.escapes = escapes;
  }

  /** Counts a group, whose parenthesis has been read, and returns its number. */
  int openGroup() {
    return ++groups;
  }

  /** Counts a group, whose name comes next, and returns its number. */
  int openNamedGroup() {
    int start = cursor.offset();
    String name = name(start);
    if (!names.add(name)) {
      throw RegexException.syntax("two groups are named `" + name + "`", start);
    }
    return openGroup();
  }

  /**
   * Passes a reference, if one comes next.
   *
   * @param start where its backslash stands
   */
  boolean skipBackReference(int start) {
    if (cursor.skip("k")) {
      if (!cursor.skip("<")) {
        throw RegexException.syntax("`\\k` needs the name of a group, such as `\\k<name>`", start);
      }
      String name = name(cursor.offset());
      references.add(new Reference(start, cursor.textFrom(start), name));
      return true;
    }
    if (cursor.isAt("0")) {
      return false;
    }
    String digits = cursor.digits();
    if (digits.isEmpty()) {
      return false;
    }
    int number = digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    references.add(new Reference(start, cursor.textFrom(start), number));
    return true;
  }

  /** Refuses the expression, which has been read to its end, if it refers back to a group. */
  void refuse() {
    for (Reference reference : references) {
      boolean exists =
          reference.group instanceof Integer number
              ? number <= groups
              : names.contains(reference.group);
      if (!exists) {
        throw RegexException.syntax(
            "`" + reference.text + "` refers to a group that is not there", reference.offset);
      }
    }
    if (!references.isEmpty()) {
      Reference first = references.get(0);
      throw RegexException.unsupported(
          "`" + first.text + "` refers back to what a group matched", first.offset);
    }
  }

  /** Reads a name and its closing bracket. */
  private String name(int start) {
    StringBuilder name = new StringBuilder();
    while (!cursor.isAtEnd() && !cursor.isAt(">")) {
      int codePoint = cursor.next();
      if (codePoint == '\\' && cursor.skip("u")) {
        codePoint = escapes.unicode(cursor.offset() - 1);
      }
      CodePointSet allowed = name.length() == 0 ? NameCharacters.START : NameCharacters.PART;
      if (!allowed.contains(codePoint)) {
        break;
      }
      name.appendCodePoint(codePoint);
    }
    if (name.length() == 0 || !cursor.skip(">")) {
      throw RegexException.syntax(
          "the name of a group is letters and digits, as in `(?<name>...)`", start);
    }
    return name.toString();
  }

  /** What names are made of; read from the table of properties by the first expression with one. */
  private static final class NameCharacters {
    static final CodePointSet START = identifier("ID_Start", '$', '_');
    static final CodePointSet PART = identifier("ID_Continue", '$', 0x200C, 0x200D);

    private static CodePointSet identifier(String property, int... more) {
      CodePointSet.Builder set = new CodePointSet.Builder();
      set.addAll(Objects.requireNonNull(UnicodeProperties.find(property)));
      for (int codePoint : more) {
        set.add(codePoint, codePoint);
      }
      return set.build();
    }
  }
}
