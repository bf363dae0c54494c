package dev.callsheet.linter.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.linter.finding.Finding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where every key and every value of a text begins, found by Jackson's own parser, which knows
 * nothing of the linter: what its places are held against.
 */
public final class ReferencePositions {
  private static final JsonMapper JSON = new JsonMapper();

  private final List<String> lines;
  private final Map<Integer, Map<String, Set<Integer>>> places = new HashMap<>();

  private ReferencePositions(List<String> lines) {
    this.lines = lines;
  }

  /** The places in a text that is one value, or in one with a value on every line. */
  public static ReferencePositions of(String text, boolean lineByLine) {
    ReferencePositions tokens = new ReferencePositions(List.of(text.split("\r\n|\r|\n", -1)));
    if (lineByLine) {
      for (int line = 0; line < tokens.lines.size(); line++) {
        tokens.read(line, tokens.lines.get(line));
      }
    } else {
      tokens.read(-1, text);
    }
    return tokens;
  }

  /** The finding stands in the text, and at the key or the value that it names. */
  public void assertNamed(Finding finding) {
    int line = finding.location().line() - 1;
    int column = finding.location().column() - 1;
    assertThat(line).as("line of %s", finding).isBetween(0, lines.size() - 1);
    String text = lines.get(line);
    assertThat(column)
        .as("column of %s", finding)
        .isBetween(0, text.codePointCount(0, text.length()));
    Map<String, Set<Integer>> document = places.getOrDefault(line, places.get(-1));
    if (document == null || finding.rule().equals("malformed-json")) {
      return;
    }
    int offset = text.offsetByCodePoints(0, column);
    for (int before = 0; places.containsKey(-1) && before < line; before++) {
      offset += lines.get(before).length();
    }
    assertThat(named(document, finding)).as("places of %s", finding).contains(offset);
  }

  /** Of a parameter that is missing, or not known by that name, where its owner begins. */
  private static Set<Integer> named(Map<String, Set<Integer>> document, Finding finding) {
    String pointer = finding.pointer();
    Set<Integer> named = new HashSet<>(document.getOrDefault(pointer, Set.of()));
    if (named.isEmpty() && finding.rule().equals("missing-parameter")) {
      named.addAll(document.getOrDefault(pointer.substring(0, pointer.lastIndexOf('/')), Set.of()));
    }
    return named;
  }

  /** Offsets are counted without the ends of lines, which are of three kinds. */
  private void read(int line, String text) {
    Map<String, Set<Integer>> found = new HashMap<>();
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
        ends.add(i);
      }
    }
    try (JsonParser parser = JSON.createParser(text)) {
      Deque<Step> steps = new ArrayDeque<>();
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        int at = (int) parser.currentTokenLocation().getCharOffset();
        int offset = at - before(ends, at);
        if (token == JsonToken.PROPERTY_NAME) {
          steps.element().name = escaped(parser.currentName());
          found.computeIfAbsent(pointer(steps), key -> new HashSet<>()).add(offset);
        } else if (token.isStructEnd()) {
          steps.pop();
        } else {
          if (!steps.isEmpty()) {
            steps.element().index++;
          }
          found.computeIfAbsent(pointer(steps), key -> new HashSet<>()).add(offset);
          if (token.isStructStart()) {
            steps.push(new Step());
          }
        }
      }
      places.put(line, found);
    } catch (JacksonException malformed) {
      // Then its findings only have to stand in the text.
    }
  }

  private static int before(List<Integer> ends, int offset) {
    int count = 0;
    for (int end : ends) {
      count += end < offset ? 1 : 0;
    }
    return count;
  }

  private static String pointer(Deque<Step> steps) {
    StringBuilder pointer = new StringBuilder();
    steps.descendingIterator().forEachRemaining(step -> pointer.append('/').append(step));
    return pointer.toString();
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static final class Step {
    int index = -1;
    @Nullable String name;

    @Override
    public String toString() {
      String member = name;
      return member == null ? String.valueOf(index) : member;
    }
  }
}
