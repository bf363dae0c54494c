package dev.callsheet.runtime.internal.regex;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The engine says what Node.js says, of every expression and text that {@code
 * tests/regex/ecma-corpus.mjs} wrote. With {@code -Dcallsheet.regex.corpus=FILE} it reads another
 * file of that form, such as one of a million expressions.
 */
class EcmaCorpusTest {
  private static final Pattern BACK_REFERENCE = Pattern.compile("\\\\[1-9k]");

  @Test
  void acceptsRefusesAndMatchesAsNodeDoes() throws IOException {
    List<String> differences = new ArrayList<>();
    int lines = 0;
    try (BufferedReader corpus = corpus()) {
      for (String line = corpus.readLine(); line != null; line = corpus.readLine()) {
        compare(JsonMapper.shared().readTree(line), differences);
        lines++;
      }
    }
    assertThat(differences).map(EcmaCorpusTest::inAscii).isEmpty();
    assertThat(lines).isGreaterThan(1_500);
  }

  /** Texts have halves of pairs, which no report could hold. */
  private static String inAscii(String text) {
    StringBuilder ascii = new StringBuilder();
    text.chars()
        .forEach(
            c ->
                ascii.append(
                    c >= ' ' && c < 127 ? Character.toString(c) : String.format("\\u%04x", c)));
    return ascii.toString();
  }

  private static BufferedReader corpus() throws IOException {
    String file = System.getProperty("callsheet.regex.corpus");
    return file == null
        ? new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    EcmaCorpusTest.class.getResourceAsStream("ecma-corpus.jsonl")),
                StandardCharsets.UTF_8))
        : Files.newBufferedReader(Path.of(file));
  }

  private static void compare(JsonNode expected, List<String> differences) {
    String pattern = expected.path("pattern").stringValue();
    boolean isValid = expected.path("valid").booleanValue();
    CompiledRegex regex;
    try {
      regex = CompiledRegex.of(pattern);
    } catch (RegexException e) {
      boolean isBackReference = e.isEcmaScript() && BACK_REFERENCE.matcher(pattern).find();
      if (isValid != e.isEcmaScript() || (isValid && !isBackReference)) {
        differences.add(pattern + ": " + e.getMessage());
      }
      return;
    }
    if (!isValid) {
      differences.add(pattern + ": is accepted");
      return;
    }
    for (JsonNode text : expected.path("matches")) {
      String given = text.get(0).stringValue();
      if (regex.isFoundIn(given) != text.size() > 1) {
        differences.add(pattern + " in " + text + ": found is " + regex.isFoundIn(given));
      }
      String wanted = wantedMatches(text, regex.hasFindableGroup());
      try {
        String found = matches(regex, given);
        if (!found.equals(wanted)) {
          differences.add(pattern + " in " + text + ": " + found);
        }
      } catch (RegexException tooLargeToFind) {
        assertThat(tooLargeToFind.isEcmaScript()).isTrue();
      }
    }
  }

  private static String wantedMatches(JsonNode text, boolean hasGroup) {
    StringBuilder wanted = new StringBuilder();
    for (int i = 1; i < text.size(); i++) {
      JsonNode match = text.get(i);
      wanted.append(match.get(0)).append('-').append(match.get(1));
      if (hasGroup && match.size() > 2) {
        wanted.append(':').append(match.get(2)).append('-').append(match.get(3));
      }
      wanted.append(' ');
    }
    return wanted.toString();
  }

  private static String matches(CompiledRegex regex, String text) {
    MatchFinder finder = regex.newFinder();
    finder.reset(text);
    StringBuilder found = new StringBuilder();
    while (finder.find()) {
      found.append(finder.start()).append('-').append(finder.end());
      if (finder.groupEnd() >= 0) {
        found.append(':').append(finder.groupStart()).append('-').append(finder.groupEnd());
      }
      found.append(' ');
    }
    return found.toString();
  }
}
