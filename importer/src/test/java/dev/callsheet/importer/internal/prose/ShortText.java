package dev.callsheet.importer.internal.prose;

import dev.callsheet.importer.internal.condition.Condition;
import dev.callsheet.importer.internal.condition.ConditionVisitor;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Conditions as short formulas. */
final class ShortText implements ConditionVisitor<String> {
  private String joined(List<Condition> parts, String separator) {
    return parts.stream().map(part -> part.accept(this)).collect(Collectors.joining(separator));
  }

  @Override
  public String visitConstant(Condition.Constant condition) {
    return "" + condition.holds();
  }

  @Override
  public String visitProvided(Condition.Provided condition) {
    return condition.path().toString();
  }

  @Override
  public String visitMatches(Condition.Matches condition) {
    JsonNode fragment = condition.fragment();
    return condition.path()
        + (fragment.has("const")
            ? " = " + fragment.get("const").asString()
            : " in "
                + fragment
                    .path("enum")
                    .valueStream()
                    .map(JsonNode::asString)
                    .collect(Collectors.joining(", ")));
  }

  @Override
  public String visitRows(Condition.Rows condition) {
    return condition.toString();
  }

  @Override
  public String visitAll(Condition.All condition) {
    return "(" + joined(condition.parts(), " & ") + ")";
  }

  @Override
  public String visitAny(Condition.Any condition) {
    return "(" + joined(condition.parts(), " | ") + ")";
  }

  @Override
  public String visitExactlyOne(Condition.ExactlyOne condition) {
    return "one of " + joined(condition.parts(), ", ");
  }

  @Override
  public String visitNot(Condition.Not condition) {
    return "!" + condition.part().accept(this);
  }

  @Override
  public String visitImplies(Condition.Implies condition) {
    return condition.condition().accept(this) + " => " + condition.consequence().accept(this);
  }
}
