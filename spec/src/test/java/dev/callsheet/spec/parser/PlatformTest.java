package dev.callsheet.spec.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Platform;
import dev.callsheet.spec.source.SourceText;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A platform says by which members it knows a request, and its models have these. */
class PlatformTest {
  private static final IncludeResolver BUNDLED = new TestIncludeResolver(Path.of(""));

  @Test
  void theBundledPlatformsSayHowTheyAreAsked() {
    assertThat(ModelCatalogue.bundled().platforms())
        .extracting(platform -> platform.name() + " " + platform.identity().members())
        .containsExactly(
            "fal []",
            "openai [model]",
            "replicate []",
            "runware [taskType, taskUUID, model]",
            "runway [model]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fal", "openai", "replicate", "runware", "runway"})
  void whatIsNotValidatedWhenABundledPlatformIsReadIsHere(String name) throws Exception {
    assertThat(PlatformParser.parse(name, BUNDLED.find("platforms/" + name).orElseThrow()))
        .isEqualTo(ModelCatalogue.bundled().platform(name));
  }

  @Test
  void aModelOfRunwareHasWhatItKnowsRequestsBy() {
    assertThatThrownBy(
            () ->
                parse(
                    """
                    callsheet: 1
                    model: {id: "acme:still@1", name: Still, status: live}
                    platform: runware
                    required: [taskType, taskUUID]
                    parameters:
                      taskType: {const: imageInferense}
                      taskUUID: {type: string}
                      model: {const: "acme:still@1"}
                    response: {properties: {}}
                    """))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining(
            "still.yaml:2:13: Runware knows a request by `model`, which is not a required parameter"
                + " of this model")
        .hasMessageContaining(
            "still.yaml:6:3: Runware has no task `imageInferense`; did you mean `imageInference`?")
        .hasMessageContaining(
            "still.yaml:7:3: Runware knows a task by `taskUUID`, so its `format` has to be"
                + " `uuid4`");
  }

  @Test
  void aModelOfFalNeedsNoneAndMayHaveAParameterCalledModel() throws SpecException {
    ModelSpec spec =
        parse(
            """
            callsheet: 1
            model: {id: fal-ai/still, name: Still, status: live}
            platform: fal
            required: [prompt]
            parameters: {prompt: {type: string}, model: {enum: [small, large]}}
            response: {properties: {}}
            """);
    assertThat(spec.qualifiedId()).isEqualTo("fal/fal-ai/still");
    assertThat(spec.isNamedInRequests()).isFalse();
  }

  @Test
  void aModelOfOpenAiIsNamedByItsRequests() {
    String spec =
        """
        callsheet: 1
        model: {id: still-1, name: Still, status: live}
        platform: openai
        required: [model]
        parameters: {model: {const: still-2}}
        response: {properties: {}}
        """;
    assertThatThrownBy(() -> parse(spec))
        .hasMessageContaining(
            "the model's id is `still-1`, yet the parameter `model` is \"still-2\"");
  }

  @Test
  void aMistakeInAPlatformIsToldWithItsPlace() {
    assertThatThrownBy(
            () ->
                platform(
                    """
                    callsheet: 1
                    platform:
                      name: acne
                      title: Acme
                      identify: {modle: model}
                      tasks: {withModel: [draw, draw], witoutModel: [ping]}
                    """))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("acme.yaml:5:14: `modle` is not a key of `identify`; did you mean")
        .hasMessageContaining("`withModel` holds the same item twice")
        .hasMessageContaining("`witoutModel` is not a key of `tasks`; did you mean `withoutModel`");
    assertThatThrownBy(
            () ->
                platform(
                    """
                    callsheet: 1
                    platform:
                      name: acne
                      title: Acme
                      identify: {model: model}
                      tasks: {withModel: [draw], withoutModel: [draw]}
                    """))
        .hasMessageContaining("acme.yaml:3:9: this file is found by the name `acme`, not `acne`")
        .hasMessageContaining(
            "acme.yaml:6:3: there are tasks only where `identify` has a `task`, the member that"
                + " names one")
        .hasMessageContaining("acme.yaml:6:45: the task `draw` is named twice");
  }

  @Test
  void anOldNameInAListIsInTheSameItemToday() {
    assertThatThrownBy(
            () ->
                platform(
                    """
                    callsheet: 1
                    platform:
                      name: acme
                      title: Acme
                      legacy: {parameters: {"frames[].picture": pictures, "a..b": c}}
                    """))
        .hasMessageContaining(
            "acme.yaml:5:45: `frames[].picture` cannot leave its list: name a place in the same"
                + " item")
        .hasMessageContaining("acme.yaml:5:55: a name is missing in the path 'a..b'");
  }

  private static List<Platform> platform(String text) throws SpecException {
    return PlatformParser.parse("acme", new SourceText("acme.yaml", text)).stream().toList();
  }

  private static ModelSpec parse(String text) throws SpecException {
    return new SpecParser(BUNDLED).parse("still.yaml", text);
  }
}
