package dev.callsheet.sandbox.internal.ledger;

/** A text that a caller can make as long as a request, as far as it is kept. */
final class ShortText {
  private ShortText() {}

  /** The text, or its beginning of so many characters and an ellipsis; no pair is cut in two. */
  static String of(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end) + "…";
  }
}
