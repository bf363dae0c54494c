package dev.callsheet.runtime.internal.secrets;

import java.util.List;
import java.util.Locale;
import java.util.Set;

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

  /** Longer names are taken for none of these. */
  static final int MAX_LENGTH = 64;

  private SecretNames() {}

  /** Whether what stands under a name is a secret, whatever it looks like. */
  public static boolean isSecretName(String name) {
    return name.length() <= MAX_LENGTH && endsWithAny(normalized(name), MEMBER_ENDINGS);
  }

  /** The same for a name in quotation marks, such as {@code "token": }. */
  static boolean isSecretQuoted(String name) {
    String normalized = normalized(name);
    return endsWithAny(normalized, MEMBER_ENDINGS) || endsWithAny(normalized, PARAMETER_ENDINGS);
  }

  /** The same for a name in front of an equals sign, as in the query of an address. */
  static boolean isSecretParameter(String name) {
    return isSecretQuoted(name) || PARAMETERS.contains(normalized(name));
  }

  private static boolean endsWithAny(String normalized, List<String> endings) {
    return endings.stream().anyMatch(normalized::endsWith);
  }

  private static String normalized(String name) {
    StringBuilder normalized = new StringBuilder(name.length());
    for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
      if (c != '-' && c != '_' && c != ' ' && c != '.') {
        normalized.append(c);
      }
    }
    return normalized.toString();
  }
}
