package dev.callsheet.spec.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** A YAML parser's complaint in words for people. */
final class YamlMistake {
  private static final String OPEN_QUOTE = "found unexpected end of stream";
  private static final Map<String, String> SENTENCES = new HashMap<>();

  static {
    SENTENCES.put("nested more than", "the file is %s; no spec needs that");
    SENTENCES.put(
        "mapping values are not allowed here",
        "a `:` is not allowed here; put the text before it in quotes, or start a new line");
    SENTENCES.put("\\t(TAB)", "there is a tab here; YAML is indented with spaces");
    SENTENCES.put("expected <block end>", "this line is not indented as the lines it belongs with");
    SENTENCES.put(
        "could not find expected ':'", "a `:` is missing after a key, here or in the line above");
    SENTENCES.put(OPEN_QUOTE, "this quote is not closed");
    SENTENCES.put("expected ',' or ']'", "a `,` or the closing `]` of a list is missing here");
    SENTENCES.put("expected ',' or '}'", "a `,` or the closing `}` of a mapping is missing here");
    SENTENCES.put("found undefined alias", "this alias names no anchor above it");
    SENTENCES.put(
        "but found another document", "one file holds one spec; a second document begins here");
  }

  private YamlMistake() {}

  /** Where it is wrong. */
  static Optional<Mark> mark(MarkedYamlEngineException mistake) {
    return OPEN_QUOTE.equals(mistake.getProblem())
        ? mistake.getContextMark()
        : mistake.getProblemMark().or(mistake::getContextMark);
  }

  /** What is wrong, in one sentence. */
  static String sentence(MarkedYamlEngineException mistake) {
    String problem = String.valueOf(mistake.getProblem());
    return SENTENCES.entrySet().stream()
        .filter(known -> problem.contains(known.getKey()))
        .map(known -> String.format(known.getValue(), problem))
        .findFirst()
        .orElse("this is not YAML: " + problem);
  }
}
