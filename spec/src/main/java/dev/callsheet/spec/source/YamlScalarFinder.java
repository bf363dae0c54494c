package dev.callsheet.spec.source;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Finds one text in a YAML document without parsing all of it, so that thousands of files can be
 * told apart by what stands near their beginning.
 *
 * <p>The document's events are read until the text has come; the first {@value #HEAD} characters
 * are tried alone, since most of the time is spent on turning characters into tokens. What the head
 * says counts only when another key of the same mapping follows in it: then nothing behind the head
 * can belong to the text any more. The answer is that of {@link YamlParser} for every document that
 * it parses; of a document that is not YAML, errors behind the text are not found.
 */
public final class YamlScalarFinder {
  /** How much is read first, in characters. */
  private static final int HEAD = 1024;

  private static final LoadSettings HEAD_SETTINGS = settings(HEAD);

  private final List<String> path;
  private final ParserImpl parser;
  private final boolean isWhole;

  private YamlScalarFinder(String text, List<String> path, boolean isWhole) {
    LoadSettings settings = isWhole ? settings(text.length()) : HEAD_SETTINGS;
    this.path = path;
    this.parser = new ParserImpl(settings, new StreamReader(settings, text));
    this.isWhole = isWhole;
  }

  private static LoadSettings settings(int length) {
    return LoadSettings.builder()
        .setCodePointLimit(YamlParser.MAX_CODE_POINTS)
        .setBufferSize(length + 2) // read at once, as by YamlParser
        .build();
  }

  /**
   * The text under nested keys; empty when it is not there, is an alias or no text, or when what is
   * before it is not YAML.
   *
   * @param path the keys, the outermost first
   */
  public static Optional<String> find(SourceText source, String... path) {
    String text = source.text();
    int end = text.length() > HEAD ? text.lastIndexOf('\n', HEAD) : -1;
    Optional<String> early =
        end < 0 ? Optional.empty() : find(text.substring(0, end + 1), List.of(path), false);
    return early.isPresent() ? early : find(text, List.of(path), true);
  }

  private static Optional<String> find(String text, List<String> path, boolean isWhole) {
    try {
      return new YamlScalarFinder(text, path, isWhole).inDocument();
    } catch (YamlEngineException notYaml) {
      return Optional.empty();
    }
  }

  private Optional<String> inDocument() {
    parser.next(); // the stream
    if (!parser.checkEvent(Event.ID.DocumentStart)) {
      return Optional.empty();
    }
    parser.next();
    return inValue(0);
  }

  /** In the value of the first so many keys of the path. */
  private Optional<String> inValue(int depth) {
    Event value = parser.next();
    if (depth == path.size()) {
      return value instanceof ScalarEvent scalar && (isWhole || parser.checkEvent(Event.ID.Scalar))
          ? Optional.of(scalar.getValue())
          : Optional.empty();
    }
    if (value.getEventId() != Event.ID.MappingStart) {
      return Optional.empty();
    }
    while (!parser.checkEvent(Event.ID.MappingEnd)) {
      Event key = parser.next();
      if (key instanceof ScalarEvent name && name.getValue().equals(path.get(depth))) {
        return inValue(depth + 1);
      }
      skipRest(key);
      skipRest(parser.next());
    }
    return Optional.empty();
  }

  /** Skips what belongs to the value that an event begins. */
  private void skipRest(Event first) {
    int depth = levels(first);
    while (depth > 0) {
      depth += levels(parser.next());
    }
  }

  private static int levels(Event event) {
    return switch (event.getEventId()) {
      case MappingStart, SequenceStart -> 1;
      case MappingEnd, SequenceEnd -> -1;
      default -> 0;
    };
  }
}
