package dev.callsheet.spec.source;

import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.parser.Parser;

/** A parser that refuses to go deeper than so many levels; the composer above it recurses. */
final class BoundedDepth implements Parser {
  private final Parser parser;
  private final int maximum;
  private int depth;

  BoundedDepth(Parser parser, int maximum) {
    this.parser = parser;
    this.maximum = maximum;
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
    if (depth > maximum) {
      throw new ParserException(
          "nested more than " + maximum + " levels deep", event.getStartMark());
    }
    return event;
  }
}
