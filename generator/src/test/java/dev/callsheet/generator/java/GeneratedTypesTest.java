package dev.callsheet.generator.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.SpecParser;
import dev.callsheet.spec.validation.ModelValidator;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What types parameters have, what they are called, and what their builders insist on. */
class GeneratedTypesTest {
  private static final String SPEC =
      """
      callsheet: 1
      model: {id: "acme:clip@1", name: Clip, status: live}
      required: [model]
      parameters:
        model: {const: "acme:clip@1"}
        prompt: {type: string, minLength: 1, description: What to show.}
        video: {type: string, accepts: [url], media: video, description: What to edit.}
        duration: {enum: [5, 10], unit: s, description: How long.}
        mode: {enum: [fast, good], description: How hard to try.}
        safety: {type: object, description: S., properties: {mode: {enum: [none, full], description: M.}}}
        rates: {type: array, items: {enum: [8000, 44100]}, description: R.}
        turns: {type: integer, minimum: 3, maximum: 3, description: T.}
        elements:
          type: array
          description: Things to show.
          items:
            type: object
            required: [id, tags]
            properties:
              id: {type: string, minLength: 1, description: Its name.}
              tags: {type: array, items: {type: string}, description: Words.}
              type: {enum: [thing, person], description: What it is.}
      modes:
        make: {provides: [prompt], description: From words.}
        edit: {provides: [video], description: Of a video.}
      rules:
        - {id: source, description: One source., exactlyOneOf: [prompt, video]}
        - {id: edits-are-as-long-as-their-video, description: No duration., when: video, forbid: [duration]}
      response: {properties: {}}
      """;

  private static final GeneratedFile PROGRAM =
      new GeneratedFile(
          "a/Program.java",
          """
          package a;

          import com.acme.clip.Clip;
          import com.acme.clip.Element;
          import com.acme.clip.ElementType;
          import com.acme.clip.Mode;
          import com.acme.clip.SafetyMode;
          import java.util.List;

          /** Builds requests. */
          public final class Program implements java.util.function.Function<String, String> {
            /** Nothing to do. */
            public Program() {}

            @Override
            public String apply(String input) {
              return switch (input) {
                case "whole" -> {
                  var request =
                      Clip.make("Waves")
                          .duration(10)
                          .mode(Mode.FAST)
                          .safety(safety -> safety.mode(SafetyMode.FULL))
                          .rates(8000, 44100)
                          .elements(
                              element -> element.id("keeper").tags("a").type(ElementType.PERSON))
                          .build();
                  Element element = request.elements().get(0);
                  yield request.check() + " " + element.id().length();
                }
                case "without id" -> Clip.make("Waves").elements(e -> e.tags("a")).build().toString();
                case "without tags" ->
                    Clip.make("Waves").elements(e -> e.id("keeper")).build().toString();
                case "null tag" ->
                    Clip.make("Waves").elements(e -> e.id("keeper").tags("a", null)).build().toString();
                case "record" -> new Element(null, List.of(), null, java.util.Map.of()).toString();
                case "forbidden" ->
                    Clip.edit("https://example.com/a.mp4").additional("duration", 5).build().toString();
                case "settled" ->
                    Clip.make("Waves").additional("prompt", "Rocks").build().toString();
                case "known" -> Clip.make("Waves").additional("mode", "fast").build().toString();
                default -> throw new IllegalStateException(input);
              };
            }
          }
          """);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private static Path directory;
  private static List<GeneratedFile> generated;
  private static CompiledSources sources;
  private static ModelValidator validator;

  @BeforeAll
  static void compile() throws SpecException {
    ModelSpec model = new SpecParser(IncludeResolver.NONE).parse("clip.yaml", SPEC);
    generated = new JavaGenerator("com.acme").generate(model);
    sources = CompiledSources.of(directory, generated, PROGRAM);
    validator = new ModelValidator(model, RuleInterpretation.ENFORCED);
  }

  @Test
  void aRequestIsWrittenWithNumbersAndWithNamesThatSayWhatTheyAreOf() {
    assertThat(sources.run("a.Program", "whole")).isEqualTo("[] 6");
    assertThat(generated)
        .extracting(file -> file.path().replaceFirst(".*/", ""))
        .contains("Mode.java", "SafetyMode.java", "ElementType.java")
        .doesNotContain("Duration.java", "Rate.java");
  }

  @Test
  void whatIntegersThereAreIsDocumented() {
    assertThat(source("ClipRequest"))
        .contains("How long. 5 or 10 s.", "T. Always 3.")
        .doesNotContain("3 to 3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'duration': 5",
        "'duration': 10, 'video': 'https://example.com/a.mp4'",
        "'duration': 7",
        "'rates': [8000, 44100]",
        "'rates': [8000, 9000, 1]",
      })
  void listedIntegersAreCheckedAsTheValidatorDoes(String members) throws Exception {
    String json =
        "{'model': 'acme:clip@1', 'prompt': 'Waves', %s}".formatted(members).replace('\'', '"');
    Object read = JSON.readValue(json, sources.type("com.acme.clip.ClipRequest"));

    assertThat(((ModelRequest<?>) read).check())
        .extracting(Violation::toString)
        .isEqualTo(
            validator.validate(JSON.readTree(json)).stream().map(Violation::toString).toList());
  }

  @Test
  void whatAnItemRequiresIsNeverNull() {
    assertThat(source("Element"))
        .contains(
            "@JsonProperty(\"id\") String id,",
            "@JsonProperty(\"tags\") List<String> tags,",
            "@Nullable ElementType type,");
  }

  @ParameterizedTest
  @CsvSource({
    "without id, `id` is missing; Element requires it",
    "without tags, `tags` is missing; Element requires it",
    "record, `id` is missing; Element requires it",
  })
  void anItemIsNotMadeWithoutWhatItRequires(String program, String message) {
    assertThatThrownBy(() -> sources.run("a.Program", program))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void anItemWithoutWhatItRequiresIsNotReadFromJson() {
    assertThatThrownBy(
            () ->
                JSON.readValue(
                    "{\"elements\": [{\"tags\": []}]}", sources.type("com.acme.clip.ClipRequest")))
        .isInstanceOf(JacksonException.class)
        .hasMessageContaining("`id` is missing; Element requires it");
  }

  @Test
  void aNullAmongTheItemsIsNamed() {
    assertThatThrownBy(() -> sources.run("a.Program", "null tag")).hasMessage("`tags[1]` is null");
  }

  @ParameterizedTest
  @CsvSource({
    "forbidden, duration is a parameter that a request in mode edit may not have",
    "settled, 'prompt is decided by how this builder began, and cannot be set later'",
    "known, mode is a parameter of its own; set it with the method named after it",
  })
  void whatIsNoAdditionalParameterIsToldApart(String program, String message) {
    assertThatThrownBy(() -> sources.run("a.Program", program))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static String source(String type) {
    return generated.stream()
        .filter(file -> file.path().endsWith("/" + type + ".java"))
        .findFirst()
        .orElseThrow()
        .content();
  }
}
