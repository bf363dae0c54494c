package dev.callsheet.generator.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.generator.RepresentativeModels;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.SpecParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mode requires must be given, and what it forbids does not exist. */
class StagedBuilderTest {
  @TempDir private static Path directory;

  /** A model whose modes are told by a value. */
  private static final String BY_VALUE =
      """
      callsheet: 1
      model: {id: "acme:page@1", name: Page, status: live}
      required: [settings, panels]
      parameters:
        settings:
          type: object
          required: [operation]
          properties:
            operation: {enum: [draw, redraw]}
            paper: {enum: [smooth, rough]}
        exact: {type: boolean}
        panels: {type: integer, minimum: 1, maximum: 9}
        picture: {type: string}
      modes:
        draw: {provides: [{settings.operation: {const: draw}}], description: Anew.}
        redraw: {provides: [{settings.operation: {const: redraw}}], description: Over a picture.}
      rules:
        - {id: picture, description: Give one., when: {settings.operation: {const: redraw}}, require: [picture, {exact: {const: true}}]}
        - {id: no-picture, description: Give none., when: {settings.operation: {const: draw}}, forbid: [picture]}
      response: {properties: {}}
      """;

  @BeforeAll
  static void compileTheBundledModels() throws SpecException {
    List<GeneratedFile> files = new ArrayList<>();
    for (ModelSpec spec : RepresentativeModels.list()) {
      files.addAll(new JavaGenerator("com.acme").generate(spec));
    }
    files.addAll(
        new JavaGenerator("com.acme")
            .generate(new SpecParser(IncludeResolver.NONE).parse("page.yaml", BY_VALUE)));
    CompiledSources.of(directory, files);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "KlingVideo30OmniPro.textToVideo(Size.P1080_16X9).positivePrompt(\"Waves\").duration(8)",
        "KlingVideo30OmniPro.textToVideo(Size.P1080_1X1)"
            + ".multiPrompt(one -> one.prompt(\"A\").duration(2), two -> two.prompt(\"B\"))"
            + ".inputs(in -> in.referenceImages(\"QQ==\").elements(e -> e.id(\"hero\")))"
            + ".providerSettings(s -> s.klingai(k -> k.sound(true)))",
        "KlingVideo30OmniPro.edit(\"https://a.b/c\").positivePrompt(\"By night\")"
            + ".resolution(Resolution.P1080)"
            + ".providerSettings(s -> s.klingai(k -> k.keepOriginalSound(true)))"
            + ".additional(\"newer\", 1)",
        "KlingVideo30OmniPro.imageToVideo(FrameImage.of(\"QQ==\")).positivePrompt(\"Pan\")",
        "KlingVideo30OmniPro.request().duration(8).inputs(in -> in.video(\"https://a.b/c\"))",
      })
  void buildsWhatAModeAllows(String code) {
    assertThat(compilerError(code + ".build()")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          edit("v").positivePrompt("By night").duration(8) | method duration(int)      | class Edit
          edit("v").build()                                | method build()            | class NeedsPromptSource
          edit("v").resolution(Resolution.P1080)           | method resolution         | class NeedsPromptSource
          edit("v").positivePrompt("A").positivePrompt("B")| method positivePrompt     | class Edit
          edit("v").positivePrompt("A").inputs(in -> in.elements())      | method elements() | variable in of type InputsParts
          edit("v").positivePrompt("A").inputs(in -> in.video("w"))      | method video      | variable in of type InputsParts
          edit("v").positivePrompt("A").providerSettings(s -> s.klingai(k -> k.sound(true))) | method sound(boolean) | variable k of type KlingaiParts
          edit("v").positivePrompt("A").inputs(Inputs.builder().build()) | incompatible types | cannot be converted to Consumer<InputsParts>
          textToVideo(Size.P1080_16X9).positivePrompt("A").resolution(Resolution.P1080) | method resolution | class TextToVideo
          textToVideo(1920, 1080)                          | cannot be applied         | required: Size
          textToVideo()                                    | cannot be applied         | required: Size
          imageToVideo(FrameImage.of("f")).positivePrompt("A").width(1920) | method width(int) | class ImageToVideo
          """)
  void refusesWhatAModeForbids(String code, String missing, String where) {
    assertThat(compilerError("KlingVideo30OmniPro." + code)).contains(missing).contains(where);
  }

  @Test
  void stagesFollowTheOrderOfRequiredParameters() {
    String begun = "com.acme.flux1dev.Flux1Dev.textToImage()";
    assertThat(compilerError(begun + ".positivePrompt(\"A\").size(1024, 1024).build()")).isEmpty();
    assertThat(compilerError(begun + ".build()")).contains("class NeedsPositivePrompt");
    assertThat(compilerError(begun + ".positivePrompt(\"A\").build()")).contains("class NeedsSize");
  }

  @Test
  void aModeThatIsToldByAValueSetsIt() throws Exception {
    GeneratedFile program =
        new GeneratedFile(
            "a/Program.java",
            """
            package a;

            public final class Program implements java.util.function.Function<String, String> {
              @Override
              public String apply(String input) {
                return com.acme.page.Page.redraw().panels(2).picture("p").build()
                    + " "
                    + com.acme.page.Page.draw().panels(1).settings(s -> s.paper(com.acme.page.Paper.ROUGH)).build();
              }
            }
            """);
    CompiledSources sources =
        CompiledSources.of(
            directory.resolve("by-value"),
            new JavaGenerator("com.acme")
                .generate(new SpecParser(IncludeResolver.NONE).parse("page.yaml", BY_VALUE)),
            program);
    assertThat(sources.run("a.Program", ""))
        .contains("operation=REDRAW", "exact=true", "operation=DRAW, paper=ROUGH");
    assertThat(compilerError("com.acme.page.Page.redraw().panels(2).picture(\"p\").exact(false)"))
        .contains("method exact");
  }

  private static String compilerError(String code) {
    return CompiledSources.compilerMessages(
        directory,
        new GeneratedFile(
            "program/Snippet.java",
            """
            package program;

            import com.acme.klingvideo30omnipro.*;

            public class Snippet {
              public static Object of() {
                return %s;
              }
            }
            """
                .formatted(code)));
  }
}
