package dev.callsheet.spec.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Turns the YAML parser's syntax errors into messages for the author of a spec. */
final class YamlErrorMessage {
  private static final String UNCLOSED_QUOTE = "found unexpected end of stream";
  private static final Map<String, String> MESSAGES = new HashMap<>();

  static {
    MESSAGES.put("nested more than", "the file is %s; no spec needs that");
    MESSAGES.put(
        "mapping values are not allowed here",
        "a `:` is not allowed here; put the text before it in quotes, or start a new line");
    MESSAGES.put("\\t(TAB)", "there is a tab here; YAML is indented with spaces");
    MESSAGES.put("expected <block end>", "this line is not indented as the lines it belongs with");
    MESSAGES.put(
        "could not find expected ':'", "a `:` is missing after a key, here or in the line above");
    MESSAGES.put(UNCLOSED_QUOTE, "this quote is not closed");
    MESSAGES.put("expected ',' or ']'", "a `,` or the closing `]` of a list is missing here");
    MESSAGES.put("expected ',' or '}'", "a `,` or the closing `}` of a mapping is missing here");
    MESSAGES.put("found undefined alias", "this alias names no anchor above it");
    MESSAGES.put(
        "but found another document", "one file holds one spec; a second document begins here");
  }

  private YamlErrorMessage() {}

  /** The position of the error. */
  static Optional<Mark> position(MarkedYamlEngineException error) {
    return UNCLOSED_QUOTE.equals(error.getProblem())
        ? error.getContextMark()
        : error.getProblemMark().or(error::getContextMark);
  }

  /** What is wrong, in one sentence. */
  static String message(MarkedYamlEngineException error) {
    String problem = String.valueOf(error.getProblem());
    return MESSAGES.entrySet().stream()
        .filter(known -> problem.contains(known.getKey()))
        .map(known -> String.format(known.getValue(), problem))
        .findFirst()
        .orElse("this is not YAML: " + problem);
  }
}
