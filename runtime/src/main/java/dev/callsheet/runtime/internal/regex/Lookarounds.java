package dev.callsheet.runtime.internal.regex;

import java.util.BitSet;

/**
 * Where the lookarounds of a program hold in one text. The first few places are looked at one by
 * one; when more are asked for, all of them are found in one pass over the text, so that an
 * expression takes linear time however often it looks around. The passes are those of A. Barrière
 * and C. Pit-Claudel, "Linear matching of JavaScript regular expressions" (PLDI 2024).
 */
final class Lookarounds {
  private static final int MAX_SINGLE_PLACES = 8;

  private final Program program;
  private final String text;
  private final BitSet[] places;
  private final int[] asked;

  Lookarounds(Program program, String text) {
    this.program = program;
    this.text = text;
    this.places = new BitSet[program.lookarounds.length];
    this.asked = new int[program.lookarounds.length];
  }

  /** Whether one of them holds at a place in the text. */
  boolean holds(int lookaround, int place) {
    Program.Lookaround wanted = program.lookarounds[lookaround];
    return matches(lookaround, wanted, place) != wanted.isNegated();
  }

  private boolean matches(int lookaround, Program.Lookaround wanted, int place) {
    BitSet known = places[lookaround];
    if (known == null) {
      if (asked[lookaround]++ < MAX_SINGLE_PLACES) {
        return wanted.dfa().matches(text, place);
      }
      known = SuccessScan.starts(wanted.program(), text);
      places[lookaround] = known;
    }
    return known.get(place);
  }
}
