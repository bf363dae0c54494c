package dev.callsheet.generator.java.hostile;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a spec's texts are in the end: the hostile ones as they are, or a plain word for each, so
 * that there are two specs that differ in nothing else.
 */
sealed interface TextSubstitution {
  /** The text to use in place of this one. */
  String textFor(String text);

  /** The same for a regular expression. */
  String regexFor(String regex);

  /** As they are. */
  record Unchanged() implements TextSubstitution {
    @Override
    public String textFor(String text) {
      return text;
    }

    @Override
    public String regexFor(String regex) {
      return regex;
    }
  }

  /**
   * Plain words.
   *
   * @param words by what they stand for
   * @param texts the other way round
   */
  record PlainWords(Map<String, String> words, Map<String, String> texts)
      implements TextSubstitution {
    /** Texts that decide what is generated; nothing is hostile about them. */
    private static final Set<String> KEPT =
        Set.of(
            "",
            "taskUUID",
            "taskType",
            "width",
            "height",
            "numberResults",
            "size",
            "mediaURL",
            "videoURL",
            "imageUUID");

    PlainWords() {
      this(new HashMap<>(), new HashMap<>());
    }

    /** What a word stands for. */
    String textOf(String word) {
      return Objects.requireNonNull(texts.get(word), word);
    }

    @Override
    public String textFor(String text) {
      if (KEPT.contains(text)) {
        return text;
      }
      return words.computeIfAbsent(
          text,
          hostile -> {
            String word = "t" + texts.size() + "q";
            texts.put(word, hostile);
            return word;
          });
    }

    @Override
    public String regexFor(String regex) {
      return textFor(regex) + "(\\d+)";
    }
  }
}
