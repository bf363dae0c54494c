package dev.callsheet.importer.internal.condition;

/** Whether a condition holds where no parameter that it names is provided. */
public final class AbsentParameters implements ConditionVisitor<Boolean> {
  private static final AbsentParameters INSTANCE = new AbsentParameters();

  private AbsentParameters() {}

  /** Whether it holds then. */
  public static boolean satisfy(Condition condition) {
    return condition.accept(INSTANCE);
  }

  @Override
  public Boolean visitConstant(Condition.Constant condition) {
    return condition.holds();
  }

  @Override
  public Boolean visitProvided(Condition.Provided condition) {
    return false;
  }

  @Override
  public Boolean visitMatches(Condition.Matches condition) {
    return false;
  }

  @Override
  public Boolean visitRows(Condition.Rows condition) {
    return true;
  }

  @Override
  public Boolean visitAll(Condition.All condition) {
    return condition.parts().stream().allMatch(part -> part.accept(this));
  }

  @Override
  public Boolean visitAny(Condition.Any condition) {
    return condition.parts().stream().anyMatch(part -> part.accept(this));
  }

  @Override
  public Boolean visitExactlyOne(Condition.ExactlyOne condition) {
    return condition.parts().stream().filter(part -> part.accept(this)).count() == 1;
  }

  @Override
  public Boolean visitNot(Condition.Not condition) {
    return !condition.part().accept(this);
  }

  @Override
  public Boolean visitImplies(Condition.Implies condition) {
    return !condition.condition().accept(this) || condition.consequence().accept(this);
  }
}
