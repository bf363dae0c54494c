package dev.callsheet.spec.diff;

import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RequestIdentity;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.validation.ModelValidator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A spec that is compared, with its validator. */
final class ComparedSpec {
  private final ModelSpec spec;
  private final ModelValidator validator;

  ComparedSpec(ModelSpec spec, RuleInterpretation interpretation) {
    this.spec = spec;
    this.validator = new ModelValidator(spec, interpretation);
  }

  ModelSpec spec() {
    return spec;
  }

  /** What makes a request invalid; empty where it is valid. */
  List<Violation> errors(JsonNode request) {
    return validator.validate(request).stream()
        .filter(violation -> violation.severity() == Severity.ERROR)
        .toList();
  }

  boolean isValid(JsonNode request) {
    return errors(request).isEmpty();
  }

  /** The member in which requests name the model, where it is a constant; empty for none. */
  Optional<String> modelMember() {
    RequestIdentity identity = spec.metadata().identity();
    return Optional.ofNullable(identity.model())
        .filter(
            name ->
                spec.request()
                    .member(name)
                    .filter(
                        member ->
                            member.shape() instanceof Shape.Choice choice && choice.isConstant())
                    .isPresent());
  }

  /** A request of another spec, as a request of this one: it names this model, if it names one. */
  JsonNode adopted(JsonNode request) {
    String name = modelMember().orElse("");
    if (name.isEmpty() || !request.has(name) || !request.isObject()) {
      return request;
    }
    JsonNode own = spec.request().member(name).orElseThrow().shape().listedValues().get(0);
    return ((ObjectNode) request.deepCopy()).set(name, own);
  }
}
