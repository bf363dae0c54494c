package dev.callsheet.runtime.internal.regex;

/** Whether an expression may match the empty text. */
final class MayBeEmpty implements RegexNode.Visitor<Boolean> {
  static final MayBeEmpty INSTANCE = new MayBeEmpty();

  private MayBeEmpty() {}

  @Override
  public Boolean visitCharacters(RegexNode.Characters characters) {
    return false;
  }

  @Override
  public Boolean visitSequence(RegexNode.Sequence sequence) {
    return sequence.parts().stream().allMatch(part -> part.accept(this));
  }

  @Override
  public Boolean visitAlternation(RegexNode.Alternation alternation) {
    return alternation.alternatives().stream().anyMatch(each -> each.accept(this));
  }

  @Override
  public Boolean visitRepetition(RegexNode.Repetition repetition) {
    return repetition.minimum() == 0 || repetition.body().accept(this);
  }

  @Override
  public Boolean visitGroup(RegexNode.Group group) {
    return group.body().accept(this);
  }

  @Override
  public Boolean visitBoundary(RegexNode.Boundary boundary) {
    return true;
  }

  @Override
  public Boolean visitLookaround(RegexNode.Lookaround lookaround) {
    return true;
  }
}
