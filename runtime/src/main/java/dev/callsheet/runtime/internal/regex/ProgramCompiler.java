package dev.callsheet.runtime.internal.regex;

import dev.callsheet.runtime.internal.regex.Program.Operation;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Compiles an expression to a program. Repetitions with numbers are written out: {@code x{2,3}} is
 * {@code xx(x)?}, which is why the size of a program has a bound.
 *
 * <p>ECMA-262 lets an iteration beyond the least number of them not be empty: {@code (a*)?} leaves
 * its group unmatched in {@code "b"}. That does not change whether a text matches, only which part
 * of it does, so only a program that finds matches checks it.
 */
final class ProgramCompiler implements RegexNode.Visitor<Integer> {
  /** How many instructions an expression may have, so many steps a character takes at most. */
  static final int MAX_SIZE = 10_000;

  /** The same of a program that finds matches, which keeps a bit for each at every place. */
  static final int MAX_SIZE_TO_FIND = 500;

  private final Program.Builder program;
  private final boolean findsMatches;
  private final int maxSize;
  private final IdentityHashMap<RegexNode, Integer> lookarounds = new IdentityHashMap<>();

  /** How many instructions the expression has in other programs. */
  private int sizeElsewhere;

  private int loopDepth;

  /** Where to go on behind the node that is being compiled. */
  private int following;

  private ProgramCompiler(
      boolean isBackward, boolean findsMatches, int maxSize, int sizeElsewhere) {
    this.program = new Program.Builder(isBackward);
    this.findsMatches = findsMatches;
    this.maxSize = maxSize;
    this.sizeElsewhere = sizeElsewhere;
  }

  /** A program that decides whether there is a match. */
  static Program compile(RegexNode expression) {
    return new ProgramCompiler(false, false, MAX_SIZE, 0).toProgram(expression);
  }

  /** A program that finds where matches are, and what their first groups are. */
  static Program compileToFind(RegexNode expression) {
    return new ProgramCompiler(false, true, MAX_SIZE_TO_FIND, 0).toProgram(expression);
  }

  private Program toProgram(RegexNode expression) {
    int match = add(Operation.MATCH, 0, -1);
    return program.build(emit(expression, match));
  }

  /** Adds the instructions of a node, and returns the first of them. */
  private int emit(RegexNode node, int next) {
    int before = following;
    following = next;
    int first = node.accept(this);
    following = before;
    return first;
  }

  private int add(Operation operation, int argument, int next) {
    checkSize();
    return program.add(operation, argument, next);
  }

  private int size() {
    return program.size() + sizeElsewhere;
  }

  private void checkSize() {
    if (size() >= maxSize) {
      throw RegexException.unsupported(
          "with its repetitions written out it has more than " + maxSize + " states", 0);
    }
  }

  @Override
  public Integer visitCharacters(RegexNode.Characters characters) {
    checkSize();
    return program.addCharacters(characters.set(), following);
  }

  @Override
  public Integer visitSequence(RegexNode.Sequence sequence) {
    List<RegexNode> parts = sequence.parts();
    int first = following;
    for (int i = 0; i < parts.size(); i++) {
      first = emit(parts.get(program.isBackward ? i : parts.size() - 1 - i), first);
    }
    return first;
  }

  @Override
  public Integer visitAlternation(RegexNode.Alternation alternation) {
    List<RegexNode> alternatives = alternation.alternatives();
    int end = following;
    int first = emit(alternatives.get(alternatives.size() - 1), end);
    for (int i = alternatives.size() - 2; i >= 0; i--) {
      int preferred = emit(alternatives.get(i), end);
      first = add(Operation.SPLIT, first, preferred);
    }
    return first;
  }

  @Override
  public Integer visitRepetition(RegexNode.Repetition repetition) {
    int end = following;
    int first = end;
    int required = repetition.minimum();
    if (repetition.maximum() == RegexNode.UNLIMITED) {
      int loop = add(Operation.SPLIT, end, end);
      int iteration = emitIteration(repetition, loop);
      connect(loop, iteration, end, repetition.isGreedy());
      // Once or more often is once, and then again from before the end of it.
      boolean isEntered = required > 0 && !checksEmptiness(repetition);
      first = isEntered ? iteration : loop;
      required -= isEntered ? 1 : 0;
    } else {
      for (int i = repetition.minimum(); i < repetition.maximum(); i++) {
        int split = add(Operation.SPLIT, end, end);
        connect(split, emitIteration(repetition, first), end, repetition.isGreedy());
        first = split;
      }
    }
    for (int i = 0; i < required; i++) {
      int after = first;
      first = emitBody(repetition, after);
      if (first == after) {
        break; // a body without instructions is the same any number of times
      }
    }
    return first;
  }

  private void connect(int split, int iteration, int end, boolean isGreedy) {
    program.connect(split, isGreedy ? iteration : end, isGreedy ? end : iteration);
  }

  /** An iteration beyond the least number of them. */
  private int emitIteration(RegexNode.Repetition repetition, int next) {
    if (!checksEmptiness(repetition)) {
      return emitBody(repetition, next);
    }
    int depth = loopDepth++;
    program.noteLoops(loopDepth);
    int first = emitBody(repetition, add(Operation.LEAVE, depth, next));
    loopDepth--;
    return add(Operation.ENTER, depth, first);
  }

  private int emitBody(RegexNode.Repetition repetition, int next) {
    int first = emit(repetition.body(), next);
    return findsMatches && repetition.body().hasGroup(1)
        ? add(Operation.FORGET_GROUP, 0, first)
        : first;
  }

  private boolean checksEmptiness(RegexNode.Repetition repetition) {
    return findsMatches && repetition.body().accept(MayBeEmpty.INSTANCE);
  }

  @Override
  public Integer visitGroup(RegexNode.Group group) {
    int end = following;
    if (!findsMatches || group.number() != 1) {
      return emit(group.body(), end);
    }
    int close = add(Operation.CLOSE_GROUP, 0, end);
    return add(Operation.OPEN_GROUP, 0, emit(group.body(), close));
  }

  @Override
  public Integer visitBoundary(RegexNode.Boundary boundary) {
    Operation operation =
        switch (boundary.kind()) {
          case START -> program.isBackward ? Operation.AT_LAST : Operation.AT_FIRST;
          case END -> program.isBackward ? Operation.AT_FIRST : Operation.AT_LAST;
          case WORD -> Operation.AT_WORD_BOUNDARY;
          case NOT_WORD -> Operation.NOT_AT_WORD_BOUNDARY;
        };
    return add(operation, 0, following);
  }

  @Override
  public Integer visitLookaround(RegexNode.Lookaround lookaround) {
    Integer index = lookarounds.get(lookaround);
    if (index == null) {
      checkSize();
      Program body =
          new ProgramCompiler(!lookaround.isAhead(), false, maxSize, size())
              .toProgram(lookaround.body());
      sizeElsewhere += body.totalSize();
      index =
          program.addLookaround(
              new Program.Lookaround(body, LazyDfa.anchored(body), lookaround.isNegated()));
      lookarounds.put(lookaround, index);
    }
    return add(Operation.LOOKAROUND, index, following);
  }
}
