package dev.callsheet.spec.source;

import java.util.Optional;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.parser.Parser;

/**
 * A parser that refuses what the composer above it cannot take: more than so many levels, since it
 * recurses, and tags that are none, for which it has no error but a fault.
 */
final class CheckedParser implements Parser {
  private final Parser parser;
  private final int maxDepth;
  private int depth;

  CheckedParser(Parser parser, int maximum) {
    this.parser = parser;
    this.maxDepth = maximum;
  }

  @Override
  public boolean checkEvent(Event.ID choice) {
    return parser.checkEvent(choice);
  }

  @Override
  public Event peekEvent() {
    return parser.peekEvent();
  }

  @Override
  public boolean hasNext() {
    return parser.hasNext();
  }

  @Override
  public Event next() {
    Event event = parser.next();
    switch (event.getEventId()) {
      case MappingStart, SequenceStart -> depth++;
      case MappingEnd, SequenceEnd -> depth--;
      default -> {}
    }
    if (depth > maxDepth) {
      throw new ParserException(
          "nested more than " + maxDepth + " levels deep", event.getStartMark());
    }
    tag(event)
        .filter(tag -> tag.isEmpty() || !tag.equals(tag.trim()))
        .ifPresent(
            tag -> {
              throw new ParserException(
                  "the tag `" + tag + "` is not allowed in a spec", event.getStartMark());
            });
    return event;
  }

  private static Optional<String> tag(Event event) {
    if (event instanceof ScalarEvent scalar) {
      return scalar.getTag();
    }
    return event instanceof CollectionStartEvent collection
        ? collection.getTag()
        : Optional.empty();
  }
}
