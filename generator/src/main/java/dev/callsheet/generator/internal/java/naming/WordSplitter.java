package dev.callsheet.generator.internal.java.naming;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Takes a name apart into its words, whichever way it joins them. */
final class WordSplitter {
  private WordSplitter() {}

  /**
   * The words of a name, as written: {@code positivePrompt}, {@code positive_prompt} and {@code
   * positive-prompt} have the same two. A point or a colon between digits belongs to the number
   * ({@code 3.0} is {@code 30}, {@code 16:9} is {@code 16x9}); any other character separates.
   * Letters that only look otherwise ({@code ﬁ}, {@code Ｋ}) are taken for those they stand for.
   */
  static List<String> split(String name) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int[] codePoints = Normalizer.normalize(name, Normalizer.Form.NFKC).codePoints().toArray();
    for (int i = 0; i < codePoints.length; i++) {
      int c = codePoints[i];
      boolean betweenDigits =
          i > 0
              && i + 1 < codePoints.length
              && isDigit(codePoints[i - 1])
              && isDigit(codePoints[i + 1]);
      if (betweenDigits && c == '.') {
        continue;
      }
      if (betweenDigits && (c == ':' || c == '×')) {
        word.append('x');
        continue;
      }
      if (!isWordCharacter(c) || (word.length() > 0 && startsWord(codePoints, i))) {
        finishWord(word, words);
      }
      if (isWordCharacter(c)) {
        word.appendCodePoint(c);
      }
    }
    finishWord(word, words);
    return words;
  }

  /** A capital starts a word after a small letter, or before one: {@code webhookURL, URLPath}. */
  private static boolean startsWord(int[] name, int i) {
    return Character.isUpperCase(name[i])
        && (Character.isLowerCase(name[i - 1])
            || ((Character.isUpperCase(name[i - 1]) || isDigit(name[i - 1]))
                && i + 1 < name.length
                && Character.isLowerCase(name[i + 1])));
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** Javadoc cannot read names with letters beyond the basic plane. */
  private static boolean isWordCharacter(int c) {
    return Character.isBmpCodePoint(c)
        && Character.isLetterOrDigit(c)
        && Character.isJavaIdentifierPart(c)
        && !Character.isIdentifierIgnorable(c);
  }

  private static void finishWord(StringBuilder word, List<String> words) {
    if (word.length() > 0) {
      words.add(word.toString());
      word.setLength(0);
    }
  }
}
