package dev.callsheet.spec.diff;

import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What to call a demand that one spec has and the other lacks, and how to say it. */
final class ChangeWording {
  private final Demand demand;
  private final boolean isTightening;
  private final ModelSpec given;
  private final ModelSpec demanding;

  /**
   * The wording of a demand.
   *
   * @param given the spec that does not demand it
   * @param isTightening whether {@code demanding} is the new spec
   */
  ChangeWording(Demand demand, boolean isTightening, ModelSpec given, ModelSpec demanding) {
    this.demand = demand;
    this.isTightening = isTightening;
    this.given = given;
    this.demanding = demanding;
  }

  ChangeKind kind() {
    return switch (demand.kind()) {
      case ABSENT -> isTightening ? ChangeKind.PARAMETER_REMOVED : ChangeKind.PARAMETER_ADDED;
      case PRESENT -> isTightening ? ChangeKind.PARAMETER_REQUIRED : ChangeKind.PARAMETER_OPTIONAL;
      case VALUE -> isTightening ? ChangeKind.VALUES_NARROWED : ChangeKind.VALUES_WIDENED;
      case RULE -> isInBoth() ? ofChangedRule() : ofRule();
    };
  }

  private ChangeKind ofRule() {
    return isTightening ? ChangeKind.RULE_ADDED : ChangeKind.RULE_REMOVED;
  }

  private ChangeKind ofChangedRule() {
    return isTightening ? ChangeKind.RULE_TIGHTENED : ChangeKind.RULE_LOOSENED;
  }

  private boolean isInBoth() {
    return given.rule(demand.subject()).isPresent();
  }

  /**
   * The change in a sentence.
   *
   * @param violation what is wrong with the request that shows it; null where none is known
   */
  String message(@Nullable Violation violation) {
    String subject = demand.subject();
    return switch (demand.kind()) {
      case ABSENT -> isTightening ? "`" + subject + "` is gone." : "`" + subject + "` is new.";
      case PRESENT ->
          "`" + subject + (isTightening ? "` is required now." : "` is not required any more.");
      case VALUE -> values(violation);
      case RULE -> "The rule '" + subject + "' " + ofRuleChange() + description();
    };
  }

  private String ofRuleChange() {
    if (isTightening) {
      return isInBoth() ? "forbids more: " : "is new: ";
    }
    return isInBoth() ? "forbids less; it was: " : "is gone: ";
  }

  private String description() {
    return demanding.rule(demand.subject()).map(Rule::description).orElse("");
  }

  private String values(@Nullable Violation violation) {
    List<JsonNode> lacking = lackingValues();
    String subject = "`" + demand.subject() + "`";
    if (!lacking.isEmpty()) {
      String values = ListedValues.text(lacking);
      return subject
          + (isTightening ? " may not be " + values + " any more." : " may be " + values + ".");
    }
    String which = violation == null ? "" : " " + violation.message();
    return isTightening
        ? subject + " may have fewer values." + which
        : subject
            + " may have more values."
            + (which.isEmpty() ? "" : " Of one, it said before:" + which);
  }

  /** The listed values that the one spec has and the other does not allow. */
  private List<JsonNode> lackingValues() {
    List<JsonNode> there = listed(demanding);
    return there.isEmpty() ? List.of() : ListedValues.lacking(listed(given), there);
  }

  private List<JsonNode> listed(ModelSpec spec) {
    return spec.parameter(ParameterPath.parse(demand.subject())).map(Parameter::shape).stream()
        .filter(Shape.Choice.class::isInstance)
        .flatMap(shape -> shape.listedValues().stream())
        .toList();
  }
}
