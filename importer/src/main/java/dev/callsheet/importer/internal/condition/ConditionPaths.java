package dev.callsheet.importer.internal.condition;

import dev.callsheet.spec.logic.ParameterPath;
import java.util.List;
import java.util.stream.Stream;

/** The parameters that a condition names, in its order. */
public final class ConditionPaths implements ConditionVisitor<Stream<ParameterPath>> {
  private static final ConditionPaths INSTANCE = new ConditionPaths();

  /** These parameters. */
  public static List<ParameterPath> of(Condition condition) {
    return condition.accept(INSTANCE).distinct().toList();
  }

  private ConditionPaths() {}

  private Stream<ParameterPath> in(List<Condition> parts) {
    return parts.stream().flatMap(part -> part.accept(this));
  }

  @Override
  public Stream<ParameterPath> visitConstant(Condition.Constant condition) {
    return Stream.empty();
  }

  @Override
  public Stream<ParameterPath> visitProvided(Condition.Provided condition) {
    return Stream.of(condition.path());
  }

  @Override
  public Stream<ParameterPath> visitMatches(Condition.Matches condition) {
    return Stream.of(condition.path());
  }

  @Override
  public Stream<ParameterPath> visitRows(Condition.Rows condition) {
    return condition.parameters().stream();
  }

  @Override
  public Stream<ParameterPath> visitAll(Condition.All condition) {
    return in(condition.parts());
  }

  @Override
  public Stream<ParameterPath> visitAny(Condition.Any condition) {
    return in(condition.parts());
  }

  @Override
  public Stream<ParameterPath> visitExactlyOne(Condition.ExactlyOne condition) {
    return in(condition.parts());
  }

  @Override
  public Stream<ParameterPath> visitNot(Condition.Not condition) {
    return condition.part().accept(this);
  }

  @Override
  public Stream<ParameterPath> visitImplies(Condition.Implies condition) {
    return in(List.of(condition.condition(), condition.consequence()));
  }
}
