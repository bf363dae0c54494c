package dev.callsheet.runtime.internal.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A nondeterministic automaton in the manner of K. Thompson ("Regular expression search algorithm",
 * CACM 11(6), 1968): instructions, of which each leads to the next. Only {@link
 * Operation#CHARACTERS} passes a character.
 */
final class Program {
  /** What an instruction does, and what its argument is. */
  enum Operation {
    /** Passes a character of the set that the argument numbers. */
    CHARACTERS,
    /** Goes on at the next instruction and, if that leads to no match, at the argument. */
    SPLIT,
    /** Goes on where nothing is behind. */
    AT_FIRST,
    /** Goes on where nothing is ahead. */
    AT_LAST,
    /** Goes on between a character of a word and what is none. */
    AT_WORD_BOUNDARY,
    /** Goes on anywhere else. */
    NOT_AT_WORD_BOUNDARY,
    /** Goes on where the lookaround that the argument numbers holds. */
    LOOKAROUND,
    /** The first group begins. */
    OPEN_GROUP,
    /** The first group ends. */
    CLOSE_GROUP,
    /** What the first group matched is forgotten, since a loop around it begins anew. */
    FORGET_GROUP,
    /** An iteration of a loop begins, which is nested as deep as the argument says. */
    ENTER,
    /** It ends, and goes on if it has passed a character. */
    LEAVE,
    /** All of the expression has been matched. */
    MATCH
  }

  /**
   * What is looked for around a place.
   *
   * @param dfa looks for it at one place
   * @param isNegated whether it holds where the program does not match
   */
  record Lookaround(Program program, LazyDfa dfa, boolean isNegated) {}

  /** The number of the instruction that all others lead to. */
  static final int MATCH = 0;

  final Operation[] operations;
  final int[] next;
  final int[] arguments;
  final CodePointSet[] sets;
  final Lookaround[] lookarounds;
  final int start;

  /** Whether it reads from a place to the left, as the body of a lookbehind does. */
  final boolean isBackward;

  /** How deep those loops are nested of which an iteration may pass no character. */
  final int loops;

  private Program(Builder builder, int start) {
    this.operations = Arrays.copyOf(builder.operations, builder.size);
    this.next = Arrays.copyOf(builder.next, builder.size);
    this.arguments = Arrays.copyOf(builder.arguments, builder.size);
    this.sets = builder.sets.keySet().toArray(CodePointSet[]::new);
    this.lookarounds = builder.lookarounds.toArray(Lookaround[]::new);
    this.start = start;
    this.isBackward = builder.isBackward;
    this.loops = builder.loops;
  }

  int size() {
    return operations.length;
  }

  /** What an instruction passes that passes characters. */
  CodePointSet setOf(int instruction) {
    return sets[arguments[instruction]];
  }

  /** The code point that comes next, as this program reads; -1 where there is none. */
  int codePointAhead(String text, int at) {
    return isBackward ? before(text, at) : after(text, at);
  }

  /** The code point passed last, as this program reads; -1 where there is none. */
  int codePointBehind(String text, int at) {
    return isBackward ? after(text, at) : before(text, at);
  }

  private static int after(String text, int at) {
    return at < text.length() ? text.codePointAt(at) : -1;
  }

  private static int before(String text, int at) {
    return at > 0 ? text.codePointBefore(at) : -1;
  }

  /** Where the program is when it has passed a code point. */
  int advance(int at, int codePoint) {
    return isBackward ? at - Character.charCount(codePoint) : at + Character.charCount(codePoint);
  }

  /** Where it was before. */
  int retreat(int at, int codePoint) {
    return isBackward ? at + Character.charCount(codePoint) : at - Character.charCount(codePoint);
  }

  /** With what its lookarounds look for. */
  int totalSize() {
    return size() + Arrays.stream(lookarounds).mapToInt(each -> each.program().totalSize()).sum();
  }

  /** Whether it asks what kind of place it is at. */
  boolean hasBoundaries() {
    return Arrays.stream(operations).anyMatch(Program::isBoundary);
  }

  private static boolean isBoundary(Operation operation) {
    return switch (operation) {
      case AT_FIRST, AT_LAST, AT_WORD_BOUNDARY, NOT_AT_WORD_BOUNDARY -> true;
      default -> false;
    };
  }

  /** Collects instructions, the last ones first; the match is to be the first added. */
  static final class Builder {
    final boolean isBackward;
    private final Map<CodePointSet, Integer> sets = new LinkedHashMap<>();
    private final List<Lookaround> lookarounds = new ArrayList<>();
    private Operation[] operations = new Operation[16];
    private int[] next = new int[16];
    private int[] arguments = new int[16];
    private int size;
    private int loops;

    Builder(boolean isBackward) {
      this.isBackward = isBackward;
    }

    /** Adds an instruction, and returns its number. */
    int add(Operation operation, int argument, int nextInstruction) {
      if (size == next.length) {
        operations = Arrays.copyOf(operations, 2 * size);
        next = Arrays.copyOf(next, 2 * size);
        arguments = Arrays.copyOf(arguments, 2 * size);
      }
      operations[size] = operation;
      next[size] = nextInstruction;
      arguments[size] = argument;
      return size++;
    }

    int addCharacters(CodePointSet set, int nextInstruction) {
      Integer known = sets.putIfAbsent(set, sets.size());
      return add(Operation.CHARACTERS, known == null ? sets.size() - 1 : known, nextInstruction);
    }

    int addLookaround(Lookaround lookaround) {
      lookarounds.add(lookaround);
      return lookarounds.size() - 1;
    }

    /** Sets where a split leads, which was added before both were known. */
    void connect(int split, int first, int second) {
      next[split] = first;
      arguments[split] = second;
    }

    /** Notes that loops are nested at least so deep. */
    void noteLoops(int depth) {
      loops = Math.max(loops, depth);
    }

    int size() {
      return size;
    }

    Program build(int start) {
      return new Program(this, start);
    }
  }
}
