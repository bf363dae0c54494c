package dev.callsheet.runtime.internal.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a program matches, by the subset construction: a state stands for all instructions
 * that the program may be at, and leads to another state by each symbol of the alphabet. States are
 * made when a text first needs them and kept until there are many of them; from then on new ones
 * are made for each use, so that memory has a bound, and a character never takes more steps than
 * the program has instructions. This is the manner of R. Cox, "Regular expression matching in the
 * wild" (2010), https://swtch.com/~rsc/regexp/regexp3.html.
 *
 * <p>What comes next decides whether a boundary such as {@code $} lies here. So a state holds the
 * instructions as they are right behind a character, together with what that character was, and
 * those that pass none are followed once the next symbol is known. Where a lookaround holds depends
 * on the rest of the text, so what a state leads to is not kept where one was looked at.
 *
 * <p>May be used by several threads: states do not change but for their transitions, and what two
 * threads find for one of these is the same.
 */
final class LazyDfa {
  /** How many numbers the states that are kept may have, all together. */
  static final int MAX_KEPT = 1 << 18;

  private static final State MATCHED = new State(new int[0], Neighbour.NOTHING, new State[0]);
  private static final State DEAD = new State(new int[0], Neighbour.NOTHING, new State[0]);

  private final Program program;
  private final boolean isSearch;
  private final boolean hasBoundaries;
  private final Alphabet alphabet;
  private final Neighbour[] neighbours;
  private final State[] unkept;
  private final Map<Neighbour, State> starts = new EnumMap<>(Neighbour.class);
  private final ConcurrentMap<StateKey, State> states = new ConcurrentHashMap<>();
  private final AtomicInteger kept = new AtomicInteger();
  private final AtomicReference<@Nullable Closure> idleClosure = new AtomicReference<>();

  private LazyDfa(Program program, boolean isSearch) {
    this.program = program;
    this.isSearch = isSearch;
    this.hasBoundaries = program.hasBoundaries();
    List<CodePointSet> sets = new ArrayList<>(List.of(program.sets));
    if (hasBoundaries) {
      sets.add(EscapeParser.WORD);
    }
    this.alphabet = new Alphabet(sets);
    this.neighbours = new Neighbour[alphabet.end() + 1];
    for (int symbol = 0; symbol < alphabet.end(); symbol++) {
      neighbours[symbol] = Neighbour.of(alphabet.example(symbol));
    }
    neighbours[alphabet.end()] = Neighbour.NOTHING;
    this.unkept = new State[alphabet.end() + 1];
    for (Neighbour behind : Neighbour.values()) {
      starts.put(behind, state(new int[] {program.start}, behind));
    }
  }

  /** Looks for a match that begins at a given position. */
  static LazyDfa anchored(Program program) {
    return new LazyDfa(program, false);
  }

  /** Looks for a match that begins there or farther on. */
  static LazyDfa searching(Program program) {
    return new LazyDfa(program, !startsAtFirstOnly(program));
  }

  /** Whether no match can begin behind another character. */
  private static boolean startsAtFirstOnly(Program program) {
    Closure closure = new Closure(program);
    TextPosition position = new TextPosition(program, null);
    for (Neighbour behind : List.of(Neighbour.WORD_CHARACTER, Neighbour.OTHER_CHARACTER)) {
      for (Neighbour ahead : Neighbour.values()) {
        position.set(behind, ahead, 0);
        closure.follow(new int[] {program.start}, position);
        if (!closure.isEmpty()) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether there is a match, seen from a position in a text. */
  boolean matches(String text, int from) {
    TextPosition position = null;
    State state =
        Objects.requireNonNull(starts.get(Neighbour.of(program.codePointBehind(text, from))));
    int at = from;
    while (true) {
      int codePoint = program.codePointAhead(text, at);
      int symbol = codePoint < 0 ? alphabet.end() : alphabet.symbol(codePoint);
      State next = state.transitions[symbol];
      if (next == null) {
        position =
            position == null ? new TextPosition(program, new Lookarounds(program, text)) : position;
        position.set(state.behind, neighbours[symbol], at);
        next = transition(state, symbol, position);
      }
      if (next == MATCHED || next == DEAD) {
        return next == MATCHED;
      }
      state = next;
      at = program.advance(at, codePoint);
    }
  }

  /** How many steps have been taken so far, by one thread. */
  long steps() {
    Closure closure = idleClosure.get();
    return closure == null ? 0 : closure.steps();
  }

  /** How many numbers are kept. */
  int kept() {
    return kept.get();
  }

  private State transition(State from, int symbol, TextPosition position) {
    Closure idle = idleClosure.getAndSet(null);
    Closure closure = idle == null ? new Closure(program) : idle;
    closure.follow(from.instructions, position);
    State next = stateAfter(closure, symbol);
    idleClosure.set(closure);
    if (from.transitions != unkept && !position.wasAskedForLookarounds()) {
      from.transitions[symbol] = next;
    }
    return next;
  }

  private State stateAfter(Closure closure, int symbol) {
    if (closure.isMatch()) {
      return MATCHED;
    }
    if (symbol == alphabet.end()) {
      return DEAD;
    }
    int[] instructions = closure.pass(alphabet.example(symbol), isSearch ? program.start : -1);
    return instructions.length == 0
        ? DEAD
        : state(instructions, hasBoundaries ? neighbours[symbol] : Neighbour.NOTHING);
  }

  private State state(int[] instructions, Neighbour behind) {
    Arrays.sort(instructions);
    StateKey key = new StateKey(instructions, behind);
    State known = states.get(key);
    if (known != null) {
      return known;
    }
    int size = instructions.length + unkept.length;
    if (kept.addAndGet(size) > MAX_KEPT) {
      kept.addAndGet(-size);
      return new State(instructions, behind, unkept);
    }
    State made = new State(instructions, behind, new State[unkept.length]);
    State first = states.putIfAbsent(key, made);
    return first == null ? made : first;
  }

  /** Instructions that the program may be at, and what is behind it. */
  private static final class State {
    final int[] instructions;
    final Neighbour behind;
    final @Nullable State[] transitions;

    State(int[] instructions, Neighbour behind, @Nullable State[] transitions) {
      this.instructions = instructions;
      this.behind = behind;
      this.transitions = transitions;
    }
  }

  /** What makes a state the same as another. */
  private static final class StateKey {
    private final int[] instructions;
    private final Neighbour behind;

    StateKey(int[] instructions, Neighbour behind) {
      this.instructions = instructions;
      this.behind = behind;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof StateKey key
          && behind == key.behind
          && Arrays.equals(instructions, key.instructions);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(instructions) + behind.hashCode();
    }
  }
}
