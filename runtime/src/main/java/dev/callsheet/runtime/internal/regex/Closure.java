package dev.callsheet.runtime.internal.regex;

/**
 * The instructions that a program can be at once it has passed a character: all that others lead to
 * without passing one more. Used again and again, by one thread at a time.
 */
final class Closure {
  private final Program program;
  private final int[] pending;

  /** The round in which an instruction was reached last. */
  private final int[] reachedIn;

  private final int[] characters;
  private int characterCount;
  private int round;
  private boolean isMatch;
  private long steps;

  Closure(Program program) {
    this.program = program;
    this.pending = new int[2 * program.size()];
    this.reachedIn = new int[program.size()];
    this.characters = new int[program.size()];
  }

  /** Follows instructions at a position. */
  void follow(int[] instructions, TextPosition position) {
    round++;
    characterCount = 0;
    isMatch = false;
    int size = 0;
    for (int i = instructions.length - 1; i >= 0; i--) {
      pending[size++] = instructions[i];
    }
    while (size > 0) {
      int instruction = pending[--size];
      if (reachedIn[instruction] == round) {
        continue;
      }
      reachedIn[instruction] = round;
      steps++;
      switch (program.operations[instruction]) {
        case CHARACTERS -> characters[characterCount++] = instruction;
        case MATCH -> {
          isMatch = true;
          return;
        }
        case SPLIT -> {
          pending[size++] = program.arguments[instruction];
          pending[size++] = program.next[instruction];
        }
        default -> {
          if (position.lets(instruction)) {
            pending[size++] = program.next[instruction];
          }
        }
      }
    }
  }

  /** Whether the match is among them. */
  boolean isMatch() {
    return isMatch;
  }

  /** Whether none of them is left that could lead to a match. */
  boolean isEmpty() {
    return characterCount == 0 && !isMatch;
  }

  /**
   * What comes after those that pass a character, each once.
   *
   * @param more one instruction to add; less than 0 for none
   */
  int[] pass(int codePoint, int more) {
    round++;
    int count = 0;
    for (int i = 0; i < characterCount; i++) {
      int instruction = characters[i];
      steps++;
      if (program.setOf(instruction).contains(codePoint)) {
        count = add(program.next[instruction], count);
      }
    }
    if (more >= 0) {
      count = add(more, count);
    }
    int[] passed = new int[count];
    System.arraycopy(pending, 0, passed, 0, count);
    return passed;
  }

  private int add(int instruction, int count) {
    if (reachedIn[instruction] == round) {
      return count;
    }
    reachedIn[instruction] = round;
    pending[count] = instruction;
    return count + 1;
  }

  /** How many instructions have been looked at so far. */
  long steps() {
    return steps;
  }
}
