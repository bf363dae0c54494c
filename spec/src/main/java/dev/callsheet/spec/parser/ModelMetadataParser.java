package dev.callsheet.spec.parser;

import dev.callsheet.spec.model.ModelMetadata;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.source.YamlNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Parses the identity and description of a model. */
final class ModelMetadataParser {
  private final ProblemCollector problems;

  ModelMetadataParser(ProblemCollector problems) {
    this.problems = problems;
  }

  /** Parses them, and checks that requests name the same model. */
  ModelMetadata parse(YamlNode.Mapping model, Shape.Structure request) {
    String id = model.text("id").orElse("");
    checkModelParameter(model, id, request);
    return new ModelMetadata(
        id,
        model.text("name").orElse(""),
        model.text("creator").orElse(null),
        model.text("status").orElse(""),
        releaseDate(model).orElse(null),
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

  private Optional<LocalDate> releaseDate(YamlNode.Mapping model) {
    Optional<String> text = model.text("released").filter(t -> t.matches("\\d{4}-\\d{2}-\\d{2}"));
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeParseException noSuchDay) {
      problems.report(
          model.get("released").orElse(model).location(),
          "there is no such day as `" + text.orElse("") + "`");
      return Optional.empty();
    }
  }
}
