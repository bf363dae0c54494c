package dev.callsheet.runtime.internal.regex;

import java.util.List;

/** A regular expression, parsed. */
public sealed interface RegexNode {
  /** As often as one likes. */
  int UNLIMITED = Integer.MAX_VALUE;

  /** Calls the visitor's method for this kind of node. */
  <R> R accept(Visitor<R> visitor);

  /** The nodes that this one is made of. */
  List<RegexNode> children();

  /** Whether the group of a number is in it. */
  default boolean hasGroup(int number) {
    return (this instanceof Group group && group.number() == number)
        || children().stream().anyMatch(child -> child.hasGroup(number));
  }

  /** One code point of a set. */
  record Characters(CodePointSet set) implements RegexNode {
    @Override
    public List<RegexNode> children() {
      return List.of();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitCharacters(this);
    }
  }

  /** One part after the other; none is the empty text. */
  record Sequence(List<RegexNode> parts) implements RegexNode {
    @Override
    public List<RegexNode> children() {
      return parts;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSequence(this);
    }
  }

  /** One of several; where more than one fits, the first that leads to a match. */
  record Alternation(List<RegexNode> alternatives) implements RegexNode {
    @Override
    public List<RegexNode> children() {
      return alternatives;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAlternation(this);
    }
  }

  /**
   * The body several times.
   *
   * @param maximum {@link #UNLIMITED} for as often as one likes
   * @param isGreedy whether more times are tried before fewer
   */
  record Repetition(RegexNode body, int minimum, int maximum, boolean isGreedy)
      implements RegexNode {
    @Override
    public List<RegexNode> children() {
      return List.of(body);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitRepetition(this);
    }
  }

  /**
   * A group whose match is kept.
   *
   * @param number counted from 1 by opening parentheses
   */
  record Group(int number, RegexNode body) implements RegexNode {
    @Override
    public List<RegexNode> children() {
      return List.of(body);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitGroup(this);
    }
  }

  /** A place of a certain kind. */
  record Boundary(BoundaryKind kind) implements RegexNode {
    @Override
    public List<RegexNode> children() {
      return List.of();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitBoundary(this);
    }
  }

  /**
   * A place after or before which the body matches, or does not.
   *
   * @param isAhead whether the text after the place is looked at
   * @param isNegated whether there must be no match
   */
  record Lookaround(RegexNode body, boolean isAhead, boolean isNegated) implements RegexNode {
    @Override
    public List<RegexNode> children() {
      return List.of(body);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitLookaround(this);
    }
  }

  /** The kinds of places. */
  enum BoundaryKind {
    /** The start of the text. */
    START,
    /** The end of the text. */
    END,
    /** Between a character of a word and what is none. */
    WORD,
    /** Any other place than {@link #WORD}. */
    NOT_WORD
  }

  /** One method for each kind of node. */
  interface Visitor<R> {
    /** Visits a set of characters. */
    R visitCharacters(Characters characters);

    /** Visits a sequence. */
    R visitSequence(Sequence sequence);

    /** Visits an alternation. */
    R visitAlternation(Alternation alternation);

    /** Visits a repetition. */
    R visitRepetition(Repetition repetition);

    /** Visits a group. */
    R visitGroup(Group group);

    /** Visits a boundary. */
    R visitBoundary(Boundary boundary);

    /** Visits a lookaround. */
    R visitLookaround(Lookaround lookaround);
  }
}
