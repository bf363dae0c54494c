package dev.callsheet.spec.parser;

import dev.callsheet.spec.model.Deprecation;
import dev.callsheet.spec.model.ModelMetadata;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Platform;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.source.YamlNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parses the identity and description of a model. */
final class ModelMetadataParser {
  private final ProblemCollector problems;
  private final DeprecationParser dates;

  ModelMetadataParser(ProblemCollector problems) {
    this.problems = problems;
    this.dates = new DeprecationParser(problems);
  }

  /** Parses them, and checks that requests name the same model. */
  ModelMetadata parse(
      YamlNode.Mapping model, @Nullable Platform platform, Shape.Structure request) {
    String id = model.text("id").orElse("");
    checkModelParameter(model, id, request);
    if (platform != null) {
      checkIdentity(model, platform, request);
    }
    return new ModelMetadata(
        id,
        model.text("name").orElse(""),
        platform,
        model.text("creator").orElse(null),
        model.text("status").orElse(""),
        deprecation(model).orElse(null),
        dates.date(model, "released").orElse(null),
        model.texts("capabilities"),
        new UriParser(problems).parse(model, "documentation").orElse(null),
        model.text("summary").orElse(""),
        model.text("description").orElse(""));
  }

  private void checkModelParameter(YamlNode.Mapping model, String id, Shape.Structure request) {
    request
        .member("model")
        .ifPresent(
            parameter -> {
              if (!id.isEmpty()
                  && parameter.shape() instanceof Shape.Choice choice
                  && choice.values().stream().noneMatch(value -> value.asString().equals(id))) {
                problems.report(
                    model.get("id").orElse(model).location(),
                    "the model's id is `"
                        + id
                        + "`, yet the parameter `model` is "
                        + choice.values().get(0)
                        + " at "
                        + parameter.location());
              }
            });
  }

  /** What a platform knows requests by, every request to it has to have. */
  private void checkIdentity(YamlNode.Mapping model, Platform platform, Shape.Structure request) {
    for (String name : platform.identifyingMembers()) {
      if (request.member(name).filter(Parameter::required).isEmpty()) {
        problems.report(
            model.get("id").orElse(model).location(),
            platform.title()
                + " knows a request by `"
                + name
                + "`, which is not a required parameter of this model");
      }
    }
  }

  /** The status says that a model is deprecated, if nothing else does. */
  private Optional<Deprecation> deprecation(YamlNode.Mapping model) {
    return dates
        .parse(model)
        .or(
            () ->
                model
                    .text("status")
                    .filter("deprecated"::equals)
                    .map(status -> new Deprecation("", null, null)));
  }
}
