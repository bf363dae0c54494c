package dev.callsheet.runtime.internal.secrets;

/** What characters can be a part of, by a table: every character of a text is asked. */
final class CharKinds {
  /** Letters and digits of ASCII. */
  static final int ALPHANUMERIC = 1;

  /**
   * Base64 in both alphabets. Padding is left out: it ends a run, and a decoder does without it.
   */
  static final int BASE64 = 1 << 1;

  /** What follows the well-known beginning of a token. */
  static final int TOKEN = 1 << 2;

  /** What follows the name of a scheme, as in {@code Bearer}. */
  static final int CREDENTIAL = 1 << 3;

  /** Names of parameters. */
  static final int NAME = 1 << 4;

  /** Between quotation marks, names of several words. */
  static final int QUOTED_NAME = 1 << 5;

  /** What ends the name and the password in front of a host. */
  static final int END_OF_USER_INFO = 1 << 6;

  private static final byte[] KINDS = new byte[128];

  static {
    int all = ALPHANUMERIC | BASE64 | TOKEN | CREDENTIAL | NAME | QUOTED_NAME;
    for (char c = '0'; c <= 'z'; c++) {
      if (c <= '9' || (c >= 'A' && c <= 'Z') || c >= 'a') {
        KINDS[c] = (byte) all;
      }
    }
    add("+/-_", BASE64);
    add("-_.", TOKEN | NAME | QUOTED_NAME);
    add("-_.~+/=", CREDENTIAL);
    add(" ", QUOTED_NAME);
    add("/?#\"'<> \t\r\n\\", END_OF_USER_INFO);
  }

  private CharKinds() {}

  /** Whether a character is of a kind. */
  static boolean is(int kind, char c) {
    return c < KINDS.length && (KINDS[c] & kind) != 0;
  }

  private static void add(String chars, int kinds) {
    for (int i = 0; i < chars.length(); i++) {
      KINDS[chars.charAt(i)] |= (byte) kinds;
    }
  }
}
