package dev.callsheet.generator.page;

import dev.callsheet.runtime.internal.messages.DisplayText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sentences for people, in which names and values are set as code.
 *
 * @param spans the parts of the text in order; empty for an empty text
 */
public record Prose(List<Span> spans) {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /** Copies the list, so that a text never changes. */
  public Prose {
    spans = List.copyOf(spans);
  }

  /** A part of a text; no invisible characters are in it. */
  public record Span(String text, boolean code) {}

  /** Reads a text of a spec, where code stands in backquotes. */
  public static Prose of(String source) {
    List<Span> spans = new ArrayList<>();
    String text = DisplayText.printable(source.strip().replaceAll("\\s+", " "));
    Matcher code = CODE.matcher(text);
    int end = 0;
    while (code.find()) {
      add(text.substring(end, code.start()), false, spans);
      add(code.group(1), true, spans);
      end = code.end();
    }
    add(text.substring(end), false, spans);
    return new Prose(spans);
  }

  /** Whether nothing is said. */
  public boolean isEmpty() {
    return spans.isEmpty();
  }

  /** The text with code in backquotes. */
  @Override
  public String toString() {
    return spans.stream()
        .map(span -> span.code() ? "`" + span.text() + "`" : span.text())
        .collect(Collectors.joining());
  }

  private static void add(String text, boolean code, List<Span> spans) {
    if (!text.isEmpty()) {
      spans.add(new Span(text, code));
    }
  }
}
