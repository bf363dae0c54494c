package dev.callsheet.generator.internal.java.naming;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * Names as Java wants them. Every result is an identifier of Java 17 and later, never a keyword.
 */
public final class Identifiers {
  /** A number and the unit glued to it: {@code 1080p}, {@code 3d}, {@code 2x}. */
  private static final Pattern QUANTITY = Pattern.compile("(\\d+)(\\p{L}+)");

  /**
   * What {@code Object} and records have already, what cannot be the name of a method, and what
   * would stand before packages that code names in full.
   */
  private static final Set<String> TAKEN_MEMBERS =
      Set.of(
          "clone",
          "com",
          "dev",
          "equals",
          "finalize",
          "getClass",
          "hashCode",
          "java",
          "javax",
          "notify",
          "notifyAll",
          "org",
          "toString",
          "wait",
          "yield");

  private Identifiers() {}

  /** The name of a field, a parameter or a method, such as {@code positivePrompt}. */
  public static String memberName(String name) {
    List<String> words = WordSplitter.split(name);
    StringBuilder joined = new StringBuilder();
    for (String word : words) {
      joined.append(joined.isEmpty() ? uncapitalised(word) : capitalised(word));
    }
    return legalMemberName(joined.isEmpty() ? "value" : joined.toString());
  }

  /** The name of a type, such as {@code FrameImage}; words all in capitals keep only the first. */
  public static String typeName(String name) {
    String joined =
        WordSplitter.split(name).stream()
            .map(word -> capitalised(isAllUpperCase(word) ? lowerCase(word) : word))
            .collect(Collectors.joining());
    if (joined.isEmpty()) {
      return "Value";
    }
    return Character.isJavaIdentifierStart(joined.codePointAt(0)) ? joined : "Model" + joined;
  }

  /**
   * The name of a constant, such as {@code FIRST} or {@code P1080_16X9}: a unit goes before its
   * number.
   *
   * @param kind what it is a constant of, for values that are mere numbers: {@code FRAME_0}
   */
  public static String constantName(String value, String kind) {
    String sign = value.matches("-\\d.*") ? "MINUS_" : "";
    String joined =
        WordSplitter.split(value).stream()
            .map(word -> unitBeforeNumber(word).toUpperCase(Locale.ROOT))
            .collect(Collectors.joining("_"));
    String named = sign + joined;
    if (named.isEmpty()) {
      return constantName(kind, "VALUE") + "_" + (value.isEmpty() ? "EMPTY" : "OTHER");
    }
    return sign.isEmpty() && Character.isJavaIdentifierStart(named.codePointAt(0))
        ? named
        : constantName(kind, "VALUE") + "_" + named;
  }

  /** The last part of a package's name, such as {@code klingvideo30omnipro}. */
  public static String packageName(String name) {
    return legalMemberName(lowerCase(typeName(name)));
  }

  private static String legalMemberName(String name) {
    String started =
        Character.isJavaIdentifierStart(name.codePointAt(0)) ? name : "value" + capitalised(name);
    int first = started.codePointAt(0);
    // Without a capital to begin with, a type could have the same name.
    boolean isTaken =
        SourceVersion.isKeyword(started)
            || TAKEN_MEMBERS.contains(started)
            || Character.toUpperCase(first) == first;
    return isTaken ? started + "_" : started;
  }

  private static String unitBeforeNumber(String word) {
    Matcher quantity = QUANTITY.matcher(word);
    return quantity.matches() ? quantity.group(2) + quantity.group(1) : word;
  }

  private static String capitalised(String word) {
    int first = word.codePointAt(0);
    return new StringBuilder()
        .appendCodePoint(Character.toUpperCase(first))
        .append(word, Character.charCount(first), word.length())
        .toString();
  }

  /** {@code Prompt} begins with a small letter, {@code URL} as a whole is in small letters. */
  private static String uncapitalised(String word) {
    if (isAllUpperCase(word)) {
      return lowerCase(word);
    }
    int first = word.codePointAt(0);
    return new StringBuilder()
        .appendCodePoint(Character.toLowerCase(first))
        .append(word, Character.charCount(first), word.length())
        .toString();
  }

  private static boolean isAllUpperCase(String word) {
    return word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
  }

  private static String lowerCase(String word) {
    return word.codePoints()
        .map(Character::toLowerCase)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
