package dev.callsheet.runtime.internal.regex;

import dev.callsheet.runtime.internal.regex.Program.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A position between two characters of a text, and which instructions that pass no character hold
 * there.
 */
final class TextPosition {
  private final Program program;
  private final @Nullable Lookarounds lookarounds;
  private Neighbour behind = Neighbour.NOTHING;
  private Neighbour ahead = Neighbour.NOTHING;
  private int index;
  private boolean wasAskedForLookarounds;

  /** Without lookarounds of a text, all of them hold. */
  TextPosition(Program program, @Nullable Lookarounds lookarounds) {
    this.program = program;
    this.lookarounds = lookarounds;
  }

  /** Moves to a place of the text, between two of its characters. */
  void set(Neighbour newBehind, Neighbour newAhead, int newIndex) {
    behind = newBehind;
    ahead = newAhead;
    index = newIndex;
    wasAskedForLookarounds = false;
  }

  /** Whether an instruction, which passes no character, goes on here. */
  boolean lets(int instruction) {
    Operation operation = program.operations[instruction];
    return switch (operation) {
      case AT_FIRST -> behind == Neighbour.NOTHING;
      case AT_LAST -> ahead == Neighbour.NOTHING;
      case AT_WORD_BOUNDARY -> isWordBoundary();
      case NOT_AT_WORD_BOUNDARY -> !isWordBoundary();
      case LOOKAROUND -> holds(program.arguments[instruction]);
      default -> true;
    };
  }

  private boolean holds(int lookaround) {
    wasAskedForLookarounds = true;
    return lookarounds == null || lookarounds.holds(lookaround, index);
  }

  /** Whether what has been said of this place depends on the rest of the text. */
  boolean wasAskedForLookarounds() {
    return wasAskedForLookarounds;
  }

  private boolean isWordBoundary() {
    return (behind == Neighbour.WORD_CHARACTER) != (ahead == Neighbour.WORD_CHARACTER);
  }
}
