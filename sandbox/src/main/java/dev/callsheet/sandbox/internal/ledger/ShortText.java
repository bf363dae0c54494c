package dev.callsheet.sandbox.internal.ledger;

/** A text that a caller can make as long as a request, as far as it is kept. */
public final class ShortText {
  private ShortText() {}

  /** The text, or its beginning of so many characters and an ellipsis; no pair is cut in two. */
  static String of(String text, int longest) {
    return text.length() <= longest ? text : beginning(text, longest) + "…";
  }

  /** At most so many characters of a text, from its beginning; no pair is cut in two. */
  public static String beginning(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean cutsPair = Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, cutsPair ? longest - 1 : longest);
  }
}
