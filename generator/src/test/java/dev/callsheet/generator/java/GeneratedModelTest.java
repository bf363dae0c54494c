package dev.callsheet.generator.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.validation.ModelValidator;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class GeneratedModelTest {
  private static final ModelSpec SPEC =
      ModelCatalogue.bundled().find("klingai:kling-video@o3-pro").orElseThrow();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private static Path directory;
  private static CompiledSources compiled;

  @BeforeAll
  static void compile() {
    compiled =
        CompiledSources.of(
            directory,
            new JavaGenerator("com.acme.models").generate(SPEC),
            program("RoundTrip2", ROUND_TRIP.replace("MAPPER", JACKSON_2)),
            program("RoundTrip3", ROUND_TRIP.replace("MAPPER", JACKSON_3)),
            program("Check", CHECK),
            program("Result", RESULT),
            program("Build", BUILD));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RoundTrip2", "RoundTrip3"})
  void readsAndWritesEveryParameterInTheOrderOfTheSpec(String program) {
    String task =
        """
        {"taskType":"videoInference","taskUUID":"0d7c1f6e-6c2a-4f0f-9a57-3c1f5a3b9d10",\
        "outputType":"URL","outputFormat":"WEBM","outputQuality":80,\
        "webhookURL":"https://example.com/hook","deliveryMethod":"async",\
        "uploadEndpoint":"https://example.com/put",\
        "safety":{"checkContent":true,"mode":"fast"},"ttl":60,"includeCost":true,\
        "inputs":{"referenceImages":["https://example.com/a.png"],\
        "frameImages":["https://example.com/b.png",{"image":"https://example.com/c.png","frame":-1},\
        {"image":"https://example.com/d.png","frame":"last"}],\
        "elements":[{"id":"hero","frontalImage":"y","images":["x"],"newer":{"a":[1,null]}}]},\
        "numberResults":2,"model":"klingai:kling-video@o3-pro",\
        "positivePrompt":"A lighthouse","width":1920,"height":1080,"resolution":"1080p",\
        "duration":8,"providerSettings":{"klingai":{"multiPrompt":[{"prompt":"One","duration":8}],\
        "sound":true}},"later":null,"seed":5}""";
    assertThat(compiled.run("program." + program, task)).isEqualTo(task);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RoundTrip2", "RoundTrip3"})
  void refusesARequestForAnotherModel(String program) {
    assertThat(compiled.run("program." + program, "{\"model\":\"other:model@1\"}"))
        .contains("other:model@1")
        .contains("always klingai:kling-video@o3-pro");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "3"})
  void readsAResultWithUnknownFields(String jackson) {
    assertThat(compiled.run("program.Result", jackson))
        .isEqualTo(
            "https://vm.example.com/v.mp4 0.56 9223372036854775807 {status=success, extra={a=1}}");
  }

  @Test
  void buildsARequestAsAUserWritesIt() {
    String task = compiled.run("program.Build", "");
    assertThat(task.replaceAll("\"taskUUID\":\"[-0-9a-f]{36}\"", "\"taskUUID\":\"*\""))
        .isEqualTo(
            """
            {"taskType":"videoInference","taskUUID":"*",\
            "inputs":{"referenceImages":["https://example.com/r.png"],\
            "frameImages":[{"image":"https://example.com/f.png","frame":"first"}],\
            "elements":[{"id":"hero"}]},\
            "model":"klingai:kling-video@o3-pro","positivePrompt":"Waves","duration":8}""");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'positivePrompt':'A lighthouse','width':1920,'height':1080",
        "'positivePrompt':'A lighthouse','inputs':{'video':'https://example.com/v.mp4'}",
        "'positivePrompt':'A lighthouse'",
        "'positivePrompt':'A','width':1920,'height':1080",
        "'width':1920,'height':1080",
        "'positivePrompt':'Ab','width':1920",
        "'positivePrompt':'Ab','width':1920,'height':1000",
        "'positivePrompt':'Ab','width':1920,'height':1080,'duration':99",
        "'positivePrompt':'Ab','width':1920,'height':1080,'duration':2,'numberResults':9,'ttl':3",
        "'positivePrompt':'Ab','inputs':{'video':'https://a.b/c'},'duration':8",
        "'positivePrompt':'Ab','inputs':{'video':'no media'}",
        "'positivePrompt':'Ab','inputs':{'video':'https://a.b/c','elements':[{'id':'x'}],"
            + "'referenceVideos':['https://a.b/c'],'referenceImages':['QQ==','QQ==','QQ==','QQ==','QQ==']}",
        "'positivePrompt':'Ab','width':1920,'height':1080,'inputs':{'elements':[{'id':'x',"
            + "'images':['a','b','c','d'],'videos':['v'],'voices':['w']},{'id':'y','description':'y'}]}",
        "'positivePrompt':'Ab <<<element_1>>> <<<element_2>>>','width':1920,'height':1080,"
            + "'inputs':{'elements':[{'id':'x'}]}",
        "'positivePrompt':'Ab','width':1920,'height':1080,'resolution':'1080p'",
        "'width':1920,'height':1080,'providerSettings':{'klingai':{'multiPrompt':["
            + "{'prompt':'One','duration':3},{'prompt':'Two','duration':4}]}}",
        "'width':1920,'height':1080,'duration':7,'providerSettings':{'klingai':{'multiPrompt':["
            + "{'prompt':'One','duration':3},{'prompt':'Two <<<element_1>>>','duration':4}]}}",
        "'width':1920,'height':1080,'providerSettings':{'klingai':{'multiPrompt':["
            + "{'prompt':'O','duration':0},{'prompt':'Two','duration':4}]}}",
        "'positivePrompt':'Ab','inputs':{'video':'https://a.b/c'},"
            + "'providerSettings':{'klingai':{'sound':true,'keepOriginalSound':true}}",
        "'positivePrompt':'Ab','inputs':{'video':'https://a.b/c'},"
            + "'providerSettings':{'klingai':{'keepOriginalSound':true}}",
        "'positivePrompt':'Ab','inputs':{'frameImages':['https://a.b/c',"
            + "{'image':'no media'}]},'providerSettings':{'klingai':{'keepOriginalSound':true}}",
      })
  void findsWhatTheLinterFinds(String members) {
    String task =
        "{'taskType':'videoInference','taskUUID':'0d7c1f6e-6c2a-4f0f-9a57-3c1f5a3b9d10',"
            + "'model':'klingai:kling-video@o3-pro',"
            + members
            + "}";
    String json = task.replace('\'', '"');
    List<Violation> linted =
        new ModelValidator(SPEC, RuleInterpretation.ENFORCED).validate(JSON.readTree(json));
    assertThat(compiled.run("program.Check", json)).isEqualTo(shown(linted));
  }

  private static String shown(List<Violation> violations) {
    return violations.stream()
        .map(violation -> violation + " " + violation.related())
        .collect(Collectors.joining("\n"));
  }

  private static GeneratedFile program(String name, String body) {
    return new GeneratedFile(
        "program/" + name + ".java",
        """
        package program;

        import com.acme.models.klingvideo30omnipro.*;
        import java.util.function.Function;
        import java.util.stream.Collectors;

        public class %s implements Function<String, String> {
          public %s() {}

          @Override
          public String apply(String input) {
            try {
        %s
            } catch (Exception e) {
              return String.valueOf(e.getMessage());
            }
          }
        }
        """
            .formatted(name, name, body));
  }

  private static final String JACKSON_2 = "new com.fasterxml.jackson.databind.ObjectMapper()";
  private static final String JACKSON_3 =
      "tools.jackson.databind.json.JsonMapper.builder().build()";

  private static final String ROUND_TRIP =
      """
      var mapper = MAPPER;
      var request = mapper.readValue(input, KlingVideo30OmniProRequest.class);
      String written = mapper.writeValueAsString(request);
      var again = mapper.readValue(written, KlingVideo30OmniProRequest.class);
      return again.equals(request) && again.hashCode() == request.hashCode()
          ? written
          : "not the same: " + again;
      """;

  private static final String CHECK =
      """
      var mapper = tools.jackson.databind.json.JsonMapper.builder().build();
      return mapper.readValue(input, KlingVideo30OmniProRequest.class).check().stream()
          .map(violation -> violation + " " + violation.related())
          .collect(Collectors.joining("\\n"));
      """;

  private static final String RESULT =
      """
      String json =
          "{\\"taskType\\":\\"videoInference\\",\\"taskUUID\\":\\"0d7c1f6e-6c2a-4f0f-9a57-3c1f5a3b9d10\\","
              + "\\"status\\":\\"success\\",\\"videoURL\\":\\"https://vm.example.com/v.mp4\\","
              + "\\"cost\\":0.56,\\"seed\\":9223372036854775807,\\"extra\\":{\\"a\\":1}}";
      KlingVideo30OmniProResult result =
          input.equals("2")
              ? new com.fasterxml.jackson.databind.ObjectMapper()
                  .readValue(json, KlingVideo30OmniProResult.class)
              : tools.jackson.databind.json.JsonMapper.builder().build()
                  .readValue(json, KlingVideo30OmniProResult.class);
      return result.mediaURL() + " " + result.cost() + " " + result.seed() + " "
          + result.additional();
      """;

  private static final String BUILD =
      """
      var request =
          KlingVideo30OmniPro.imageToVideo(
                  FrameImage.of(image -> image.image("https://example.com/f.png").frame(Frame.FIRST)))
              .positivePrompt("Waves")
              .inputs(in -> in.referenceImages("https://example.com/r.png").elements(e -> e.id("hero")))
              .duration(8)
              .build();
      if (request.equals(request.toBuilder().build())) {
        throw new IllegalStateException("the same taskUUID twice");
      }
      return tools.jackson.databind.json.JsonMapper.builder().build().writeValueAsString(request);
      """;
}
