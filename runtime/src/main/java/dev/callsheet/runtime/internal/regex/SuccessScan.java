package dev.callsheet.runtime.internal.regex;

import dev.callsheet.runtime.internal.regex.Program.Operation;
import java.util.BitSet;
import java.util.function.IntConsumer;

/**
 * Finds which instructions of a program lead to a match from which position of a text: one pass
 * against the direction of the program, from the position where it must have matched at the latest.
 * From one position to the one before it goes along the program's edges backward, so that a
 * position takes at most as many steps as there are edges.
 */
final class SuccessScan {
  private final Program program;
  private final String text;
  private final TextPosition position;

  /** By instruction, those that lead to it. */
  private final int[][] sources;

  private final boolean[] isReached;
  private final int[] reached;
  private int reachedCount;

  /** Those that lead to a match if they pass the next character. */
  private final int[] candidates;

  private int candidateCount;

  SuccessScan(Program program, String text) {
    this.program = program;
    this.text = text;
    this.position = new TextPosition(program, new Lookarounds(program, text));
    this.sources = sources(program);
    this.isReached = new boolean[program.size()];
    this.reached = new int[program.size()];
    this.candidates = new int[program.size()];
  }

  /** The places where a program matches. */
  static BitSet starts(Program program, String text) {
    BitSet starts = new BitSet(text.length() + 1);
    SuccessScan scan = new SuccessScan(program, text);
    scan.run(-1, at -> starts.set(at, scan.isReached[program.start]));
    return starts;
  }

  /**
   * By position, the instructions that lead to a match from there, as bits.
   *
   * @param first the first position that counts
   */
  static long[][] successes(Program program, String text, int first) {
    long[][] successes = new long[text.length() + 1][];
    SuccessScan scan = new SuccessScan(program, text);
    scan.run(first, at -> successes[at] = scan.reachedBits());
    return successes;
  }

  /** Visits all places, or those down to one. */
  private void run(int last, IntConsumer onPlace) {
    int at = program.isBackward ? 0 : text.length();
    while (true) {
      visit(at);
      onPlace.accept(at);
      int behind = program.codePointBehind(text, at);
      if (behind < 0 || at == last) {
        return;
      }
      at = program.retreat(at, behind);
    }
  }

  private long[] reachedBits() {
    long[] bits = new long[(program.size() + Long.SIZE - 1) / Long.SIZE];
    for (int i = 0; i < reachedCount; i++) {
      bits[reached[i] / Long.SIZE] |= 1L << reached[i];
    }
    return bits;
  }

  private static int[][] sources(Program program) {
    int[] counts = new int[program.size()];
    for (int i = 0; i < program.size(); i++) {
      if (program.operations[i] != Operation.MATCH) {
        counts[program.next[i]]++;
        if (program.operations[i] == Operation.SPLIT) {
          counts[program.arguments[i]]++;
        }
      }
    }
    int[][] sources = new int[program.size()][];
    for (int i = 0; i < program.size(); i++) {
      sources[i] = new int[counts[i]];
    }
    for (int i = 0; i < program.size(); i++) {
      if (program.operations[i] != Operation.MATCH) {
        sources[program.next[i]][--counts[program.next[i]]] = i;
        if (program.operations[i] == Operation.SPLIT) {
          sources[program.arguments[i]][--counts[program.arguments[i]]] = i;
        }
      }
    }
    return sources;
  }

  /** Visits a position: the last one at first, then each before the one visited. */
  private void visit(int at) {
    for (int i = 0; i < reachedCount; i++) {
      isReached[reached[i]] = false;
    }
    reachedCount = 0;
    int ahead = program.codePointAhead(text, at);
    position.set(Neighbour.of(program.codePointBehind(text, at)), Neighbour.of(ahead), at);
    reach(Program.MATCH);
    for (int i = 0; i < candidateCount; i++) {
      if (program.setOf(candidates[i]).contains(ahead)) {
        reach(candidates[i]);
      }
    }
    candidateCount = 0;
    for (int i = 0; i < reachedCount; i++) {
      for (int source : sources[reached[i]]) {
        if (program.operations[source] == Operation.CHARACTERS) {
          candidates[candidateCount++] = source;
        } else if (position.lets(source)) {
          reach(source);
        }
      }
    }
  }

  private void reach(int instruction) {
    if (!isReached[instruction]) {
      isReached[instruction] = true;
      reached[reachedCount++] = instruction;
    }
  }
}
