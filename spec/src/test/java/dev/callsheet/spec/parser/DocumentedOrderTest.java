package dev.callsheet.spec.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.source.SourceText;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentedOrderTest {
  private static final String MODEL =
      """
      callsheet: 1
      model: {id: "acme:paint@1", name: Paint, status: live}
      include: [platforms/runware/task]
      parameters:
        prompt: {type: string}
        model: {const: "acme:paint@1"}
        seed: {type: integer}
      response:
        properties:
          imageURL: {type: string}
      """;

  @Test
  void putsNamedParametersBeforeAndAfterTheRest() throws SpecException {
    ModelSpec model = parse("order: [format, model, '*', cost]");

    assertThat(model.request().members())
        .extracting(Parameter::name)
        .containsExactly("format", "model", "taskUUID", "prompt", "seed");
    assertThat(model.response().members())
        .extracting(Parameter::name)
        .containsExactly("taskUUID", "imageURL", "cost");
  }

  @Test
  void putsTheRestLastWithoutAStar() throws SpecException {
    assertThat(parse("order: [seed, nothingOfThatName]").request().members())
        .extracting(Parameter::name)
        .containsExactly("seed", "taskUUID", "format", "model", "prompt");
  }

  @Test
  void keepsTheOrderOfTheFilesWithoutAnOrder() throws SpecException {
    assertThat(parse("").request().members())
        .extracting(Parameter::name)
        .containsExactly("taskUUID", "format", "model", "prompt", "seed");
  }

  private static ModelSpec parse(String order) throws SpecException {
    String task =
        """
        callsheet: 1
        fragment: {name: task}
        %s
        parameters:
          taskUUID: {type: string}
          format: {type: string}
          model: {type: string}
        response:
          properties:
            cost: {type: number}
            taskUUID: {type: string}
        """
            .formatted(order);
    return new SpecParser(
            includesFrom(Map.of("platforms/runware/task", new SourceText("task.yaml", task))))
        .parse("paint.yaml", MODEL);
  }

  private static IncludeResolver includesFrom(Map<String, SourceText> files) {
    return new IncludeResolver() {
      @Override
      public Optional<SourceText> find(String name) {
        return Optional.ofNullable(files.get(name));
      }

      @Override
      public Collection<String> names() {
        return List.copyOf(files.keySet());
      }
    };
  }
}
