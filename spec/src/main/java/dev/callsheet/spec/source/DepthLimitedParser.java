package dev.callsheet.spec.source;

import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.parser.Parser;

/** A parser that refuses to go deeper than so many levels; the composer above it recurses. */
final class DepthLimitedParser implements Parser {
  private final Parser parser;
  private final int maxDepth;
  private int depth;

  DepthLimitedParser(Parser parser, int maximum) {
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
    return event;
  }
}
