package dev.callsheet.spec.parser;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.model.Deprecation;
import dev.callsheet.spec.model.ModelMetadata;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Platform;
import dev.callsheet.spec.model.RequestIdentity;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SpellingSuggestion;
import dev.callsheet.spec.source.YamlNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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
    if (platform != null) {
      checkIdentity(model, platform, request);
    }
    ModelMetadata metadata =
        new ModelMetadata(
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
    String member = metadata.identity().model();
    if (member != null) {
      checkModelParameter(model, id, member, request);
    }
    return metadata;
  }

  /** Where requests name the model, they must be able to name this one. */
  private void checkModelParameter(
      YamlNode.Mapping model, String id, String member, Shape.Structure request) {
    request
        .member(member)
        .ifPresent(
            parameter -> {
              if (!id.isEmpty()
                  && parameter.shape() instanceof Shape.Choice choice
                  && choice.values().stream().noneMatch(value -> value.asString().equals(id))) {
                problems.report(
                    model.get("id").orElse(model).location(),
                    "the model's id is `"
                        + id
                        + "`, yet the parameter `"
                        + member
                        + "` is "
                        + choice.values().get(0)
                        + " at "
                        + parameter.location());
              }
            });
  }

  /** What a platform knows requests by, every request to it has to have. */
  private void checkIdentity(YamlNode.Mapping model, Platform platform, Shape.Structure request) {
    SourceLocation location = model.get("id").orElse(model).location();
    RequestIdentity identity = platform.identity();
    for (String name : identity.members()) {
      Parameter member = request.member(name).filter(Parameter::required).orElse(null);
      if (member == null) {
        problems.report(
            location,
            platform.title()
                + " knows a request by `"
                + name
                + "`, which is not a required parameter of this model");
      } else if (name.equals(identity.id()) && !isUuid(member.shape())) {
        problems.report(
            member.location(),
            platform.title()
                + " knows a task by `"
                + name
                + "`, so its `format` has to be `uuid4`");
      } else if (name.equals(identity.task())) {
        checkTask(member, platform);
      }
    }
  }

  private static boolean isUuid(Shape shape) {
    return shape instanceof Shape.Scalar scalar
        && scalar.facets().stream()
            .anyMatch(
                facet -> facet instanceof Facet.Format format && format.name().startsWith("uuid"));
  }

  /** A model does tasks that the platform has. */
  private void checkTask(Parameter task, Platform platform) {
    List<String> known = platform.tasks().all();
    if (!known.isEmpty() && task.shape() instanceof Shape.Choice choice) {
      choice.values().stream()
          .map(JsonNode::asString)
          .filter(kind -> !known.contains(kind))
          .forEach(
              kind ->
                  problems.report(
                      task.location(),
                      platform.title()
                          + " has no task `"
                          + kind
                          + "`"
                          + SpellingSuggestion.hint(kind, known)));
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
