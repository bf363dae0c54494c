package dev.callsheet.runtime.internal.regex;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression that texts can be matched with, by several threads at once. */
public final class CompiledRegex {
  private final RegexNode expression;

  /** What every match begins with, which is found faster than a match; may be empty. */
  private final String prefix;

  private final LazyDfa dfa;
  private volatile @Nullable Program findingProgram;

  private CompiledRegex(RegexNode expression) {
    this.expression = expression;
    this.prefix = prefix(expression);
    this.dfa = LazyDfa.searching(ProgramCompiler.compile(expression));
  }

  /**
   * The expression.
   *
   * @param ecma by ECMA-262, with the flag {@code u}
   * @throws RegexException when it is none, or cannot be evaluated in bounded time
   */
  public static CompiledRegex of(String ecma) {
    return new CompiledRegex(PatternParser.parse(ecma));
  }

  /** Whether a text contains a match. */
  public boolean isFoundIn(String text) {
    int start = text.indexOf(prefix);
    return start >= 0 && dfa.matches(text, start);
  }

  /** Whether it is worth looking for a match. */
  public boolean canBeFoundIn(String text) {
    return text.contains(prefix);
  }

  /**
   * Finds the matches and what their first groups matched; for one thread.
   *
   * @throws RegexException when the expression is too large for that
   */
  public MatchFinder newFinder() {
    Program program = findingProgram;
    if (program == null) {
      program = ProgramCompiler.compileToFind(expression);
      findingProgram = program;
    }
    return new MatchFinder(program, prefix);
  }

  /** Whether there is a first group that is found: not within a lookaround. */
  public boolean hasFindableGroup() {
    return hasFindableGroup(expression);
  }

  private static boolean hasFindableGroup(RegexNode node) {
    if (node instanceof RegexNode.Group group && group.number() == 1) {
      return true;
    }
    return !(node instanceof RegexNode.Lookaround)
        && node.children().stream().anyMatch(CompiledRegex::hasFindableGroup);
  }

  private static String prefix(RegexNode expression) {
    List<RegexNode> parts =
        expression instanceof RegexNode.Sequence sequence ? sequence.parts() : List.of(expression);
    StringBuilder prefix = new StringBuilder();
    for (RegexNode part : parts) {
      if (!(part instanceof RegexNode.Characters characters)
          || !characters.set().isSingle()
          || isSurrogate(characters.set().first())) {
        break;
      }
      prefix.appendCodePoint(characters.set().first());
    }
    return prefix.toString();
  }

  /** Half of a pair is a character only where its other half does not stand beside it. */
  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
