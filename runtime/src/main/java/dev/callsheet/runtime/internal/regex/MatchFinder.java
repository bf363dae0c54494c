package dev.callsheet.runtime.internal.regex;

import dev.callsheet.runtime.internal.regex.Program.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Finds the matches in a text, one after the other, and what their first groups matched: those that
 * ECMA-262 says, which tries alternatives in order and goes back when one leads nowhere. This never
 * goes back.
 *
 * <p>A walk begins where a match may begin, and takes the first instruction, in that order, which
 * passes the next character. As long as there is only one, as in most expressions, nothing else
 * could have been taken. Where there are two, or walks have led nowhere too often, the text is read
 * once from its end to learn which instructions lead to a match from where ({@link SuccessScan});
 * from then on a walk takes the first that does, and so leads to a match without fail. This is the
 * manner of A. Frisch and L. Cardelli, "Greedy regular expression matching" (ICALP 2004). All
 * matches together take time that is linear in the length of the text.
 *
 * <p>Used again and again, by one thread at a time.
 */
public final class MatchFinder {
  private static final int NONE = -1;

  /** How many steps walks may take that lead nowhere, for each character of the text. */
  private static final int MAX_WASTED_STEPS = 4;

  private final Program program;

  /** What every match begins with; may be empty. */
  private final String prefix;

  /** What comes behind that. */
  private final int startInstruction;

  private String text = "";
  private TextPosition position;

  /** By position, the instructions that lead to a match, as bits; null while that is not known. */
  private long @Nullable [][] successes;

  private long steps;
  private long wastedSteps;
  private int from;

  private int matchStart;
  private int matchEnd;
  private int groupStart;
  private int groupEnd;

  // What is to be followed at the position that a walk has come to: instructions, and what is known
  // on
  // the way to each, in the order in which alternatives are tried.
  private final int[] instructions;
  private final int[] depths;
  private final int[] groupStarts;
  private final int[] groupEnds;
  private int size;

  /** The instruction that passes the next character, and the first group on the way to it. */
  private int taken;

  private int takenGroupStart;
  private int takenGroupEnd;

  /** The round in which an instruction was followed last, by the loops that have advanced. */
  private final int[] followedIn;

  private int round;

  /** Finds the matches of a program that was compiled for it. */
  MatchFinder(Program program, String prefix) {
    this.program = program;
    this.prefix = prefix;
    this.position = new TextPosition(program, null);
    this.startInstruction = afterCharacters(program, prefix.codePointCount(0, prefix.length()));
    int reachable = program.size() * (program.loops + 1);
    this.followedIn = new int[reachable];
    this.instructions = new int[2 * reachable + 1];
    this.depths = new int[instructions.length];
    this.groupStarts = new int[instructions.length];
    this.groupEnds = new int[instructions.length];
  }

  private static int afterCharacters(Program program, int count) {
    int instruction = program.start;
    for (int i = 0; i < count; i++) {
      instruction = program.next[instruction];
    }
    return instruction;
  }

  /** Begins with a text. */
  public void reset(String newText) {
    text = newText;
    from = 0;
    successes = null;
    wastedSteps = 0;
    if (program.lookarounds.length > 0) {
      position = new TextPosition(program, new Lookarounds(program, newText));
    }
  }

  /** Goes on to the next match; false when there is none. */
  public boolean find() {
    int start = nextStart(from);
    while (start >= 0) {
      long before = steps;
      boolean isDecided = walk(start);
      if (isDecided && matchEnd >= 0) {
        matchStart = start;
        from = matchEnd > start ? matchEnd : afterCharacter(start);
        return true;
      }
      wastedSteps += steps - before;
      boolean isWasteful = wastedSteps > (long) MAX_WASTED_STEPS * (text.length() + 1);
      if (isDecided && (successes != null || !isWasteful)) {
        start = nextStart(afterCharacter(start));
      } else {
        successes = SuccessScan.successes(program, text, start);
        start = nextStart(start);
      }
    }
    return false;
  }

  /** Where the match begins that was found. */
  public int start() {
    return matchStart;
  }

  /** Where it ends. */
  public int end() {
    return matchEnd;
  }

  /** Where its first group begins; -1 where that matched nothing. */
  public int groupStart() {
    return groupEnd < 0 ? NONE : groupStart;
  }

  /** Where its first group ends; -1 where that matched nothing. */
  public int groupEnd() {
    return groupEnd;
  }

  /** How many instructions have been followed so far. */
  long steps() {
    return steps;
  }

  /** The first position from one on where a match may begin; less than 0 when there is none. */
  private int nextStart(int first) {
    if (first > text.length()) {
      return NONE;
    }
    long[][] known = successes;
    if (known == null) {
      return text.indexOf(prefix, first);
    }
    int start = first;
    while (start <= text.length() && !isIn(known[start], program.start)) {
      start++;
    }
    return start > text.length() ? NONE : start;
  }

  private static boolean isIn(long @Nullable [] bits, int instruction) {
    return bits != null && (bits[instruction / Long.SIZE] & (1L << instruction)) != 0;
  }

  private int afterCharacter(int at) {
    return at < text.length() ? at + Character.charCount(text.codePointAt(at)) : at + 1;
  }

  /**
   * Walks from a position, and notes the match that it leads to, if any.
   *
   * @return whether it is known where to go; false when that takes {@link #successes}
   */
  private boolean walk(int start) {
    matchEnd = NONE;
    takenGroupStart = NONE;
    takenGroupEnd = NONE;
    int instruction = startInstruction;
    int at = start + prefix.length();
    while (true) {
      int ahead = program.codePointAhead(text, at);
      if (program.operations[instruction] != Operation.CHARACTERS) {
        position.set(Neighbour.of(program.codePointBehind(text, at)), Neighbour.of(ahead), at);
        size = 0;
        push(instruction, program.loops, takenGroupStart, takenGroupEnd);
        if (!follow(at, ahead)) {
          return false;
        }
        if (taken == NONE) {
          return true;
        }
        instruction = taken;
      } else if (!passes(instruction, at, ahead)) {
        return true;
      }
      instruction = program.next[instruction];
      at = program.advance(at, ahead);
      steps++;
    }
  }

  /**
   * Follows instructions at a position until one passes the next character, which is taken, or none
   * is left. A match on the way is noted; what passes a character before it comes first, and the
   * match is what remains if that leads nowhere.
   *
   * @return whether it is known what to take
   */
  private boolean follow(int at, int ahead) {
    round++;
    taken = NONE;
    while (size > 0) {
      int instruction = instructions[--size];
      int depth = depths[size];
      int start = groupStarts[size];
      int end = groupEnds[size];
      int reached = instruction * (program.loops + 1) + depth;
      if (followedIn[reached] == round) {
        continue;
      }
      followedIn[reached] = round;
      steps++;
      int next = program.next[instruction];
      int argument = program.arguments[instruction];
      switch (program.operations[instruction]) {
        case CHARACTERS -> {
          if (instruction != taken && passes(instruction, at, ahead)) {
            if (taken != NONE) {
              return false;
            }
            taken = instruction;
            takenGroupStart = start;
            takenGroupEnd = end;
            size = successes == null ? size : 0;
          }
        }
        case MATCH -> {
          matchEnd = at;
          groupStart = start;
          groupEnd = end;
          size = 0;
        }
        case SPLIT -> {
          push(argument, depth, start, end);
          push(next, depth, start, end);
        }
        case OPEN_GROUP -> push(next, depth, at, NONE);
        case CLOSE_GROUP -> push(next, depth, start, at);
        case FORGET_GROUP -> push(next, depth, NONE, NONE);
        case ENTER -> push(next, Math.min(depth, argument), start, end);
        case LEAVE -> {
          if (depth > argument) {
            push(next, depth, start, end);
          }
        }
        default -> {
          if (position.lets(instruction)) {
            push(next, depth, start, end);
          }
        }
      }
    }
    return true;
  }

  private boolean passes(int instruction, int at, int ahead) {
    return ahead >= 0
        && program.setOf(instruction).contains(ahead)
        && (successes == null || isIn(successes[at], instruction));
  }

  private void push(int instruction, int depth, int start, int end) {
    instructions[size] = instruction;
    depths[size] = depth;
    groupStarts[size] = start;
    groupEnds[size] = end;
    size++;
  }
}
