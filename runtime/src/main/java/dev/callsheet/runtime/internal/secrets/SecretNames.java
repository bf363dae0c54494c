package dev.callsheet.runtime.internal.secrets;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names whose values are secrets. Case does not count, nor do hyphens, underscores and spaces. */
public final class SecretNames {
  /** What stands under such a name is a secret wherever the name stands. */
  private static final List<String> MEMBER_ENDINGS =
      List.of(
          "apikey",
          "secretkey",
          "privatekey",
          "accesstoken",
          "authtoken",
          "bearertoken",
          "refreshtoken",
          "clientsecret",
          "authorization",
          "password",
          "passwd");

  /** In a query or between quotation marks these are secrets, too; in prose they are words. */
  private static final List<String> PARAMETER_ENDINGS =
      List.of("accesskey", "token", "secret", "signature", "credential", "credentials");

  private static final Set<String> PARAMETERS = Set.of("auth", "key", "pwd", "sas", "sig");

  /** These by their last letters, since every name of a text is looked at. */
  private static final String[][] MEMBERS_BY_LETTER = byLastLetter(MEMBER_ENDINGS);

  private static final String[][] ALL_BY_LETTER =
      byLastLetter(Stream.of(MEMBER_ENDINGS, PARAMETER_ENDINGS).flatMap(List::stream).toList());

  /** Longer names are taken for none of these. */
  static final int MAX_LENGTH = 64;

  private SecretNames() {}

  /** Whether what stands under a name is a secret, whatever it looks like. */
  public static boolean isSecretName(String name) {
    int length = name.length();
    return length <= MAX_LENGTH
        && length > 0
        && mayBeLast(name.charAt(length - 1))
        && isSecretName(name.toCharArray(), 0, length);
  }

  /** Whether a name that ends so may be a secret's. */
  private static boolean mayBeLast(char c) {
    char letter = Character.toLowerCase(c);
    return isSeparator(c)
        || (letter < MEMBERS_BY_LETTER.length && MEMBERS_BY_LETTER[letter].length > 0);
  }

  /** The same for a name inside a text. */
  static boolean isSecretName(char[] text, int from, int to) {
    return endsWithAny(text, from, to, MEMBERS_BY_LETTER);
  }

  /** The same for a name in quotation marks, such as {@code "token": }. */
  static boolean isSecretQuoted(char[] text, int from, int to) {
    return endsWithAny(text, from, to, ALL_BY_LETTER);
  }

  /** The same for a name in front of an equals sign, as in the query of an address. */
  static boolean isSecretParameter(char[] text, int from, int to) {
    return isSecretQuoted(text, from, to)
        || PARAMETERS.stream()
            .anyMatch(name -> withoutSeparators(text, from, beginOf(name, text, from, to)) == from);
  }

  private static boolean endsWithAny(char[] text, int from, int to, String[][] byLetter) {
    int end = withoutSeparators(text, from, to);
    if (end == from) {
      return false;
    }
    char last = Character.toLowerCase(text[end - 1]);
    if (last >= byLetter.length) {
      return false;
    }
    for (String ending : byLetter[last]) {
      if (beginOf(ending, text, from, to) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static String[][] byLastLetter(Collection<String> names) {
    return byLetter(names, name -> name.charAt(name.length() - 1));
  }

  /** Texts by one of their characters, which is ASCII; an empty array where none has it. */
  static String[][] byLetter(Collection<String> texts, ToIntFunction<String> letter) {
    return IntStream.range(0, 128)
        .mapToObj(
            wanted ->
                texts.stream()
                    .filter(text -> letter.applyAsInt(text) == wanted)
                    .toArray(String[]::new))
        .toArray(String[][]::new);
  }

  /** Where the ending begins that a name ends with; negative where it ends with another. */
  private static int beginOf(String ending, char[] text, int from, int to) {
    int at = to;
    for (int i = ending.length() - 1; i >= 0; i--) {
      at = withoutSeparators(text, from, at) - 1;
      if (at < from || Character.toLowerCase(text[at]) != ending.charAt(i)) {
        return -1;
      }
    }
    return at;
  }

  /** The end of a name when separators behind its last letter do not count. */
  private static int withoutSeparators(char[] text, int from, int to) {
    int end = to;
    while (end > from && isSeparator(text[end - 1])) {
      end--;
    }
    return end;
  }

  private static boolean isSeparator(char c) {
    return c == '-' || c == '_' || c == ' ' || c == '.';
  }
}
