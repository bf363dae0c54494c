package dev.callsheet.generator.java.hostile;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a spec's texts are in the end: the hostile ones as they are, or a plain word for each, so
 * that there are two specs that differ in nothing else.
 */
sealed interface Dress {
  /** The text to use in place of this one. */
  String of(String text);

  /** The same for a regular expression. */
  String ofRegex(String regex);

  /** As they are. */
  record Hostile() implements Dress {
    @Override
    public String of(String text) {
      return text;
    }

    @Override
    public String ofRegex(String regex) {
      return regex;
    }
  }

  /**
   * Plain words.
   *
   * @param words by what they stand for
   * @param texts the other way round
   */
  record Tame(Map<String, String> words, Map<String, String> texts) implements Dress {
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

    Tame() {
      this(new HashMap<>(), new HashMap<>());
    }

    /** What a word stands for. */
    String textOf(String word) {
      return Objects.requireNonNull(texts.get(word), word);
    }

    @Override
    public String of(String text) {
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
    public String ofRegex(String regex) {
      return of(regex) + "(\\d+)";
    }
  }
}
