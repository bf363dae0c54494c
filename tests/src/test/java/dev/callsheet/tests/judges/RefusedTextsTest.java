package dev.callsheet.tests.judges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.Severity;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** Texts that a platform takes and texts that it refuses, by the word of all judges. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedTextsTest {
  private static final Path REQUEST = Path.of("requests/bfl/flux-1-dev/valid/image-to-image.json");

  private static final String ADDRESS = "\"https://assets.example.com/images/sketch.png\"";

  private static final String PROMPT = "\"A botanist's greenhouse on Mars, cutaway view, gouache\"";

  private final ModelCatalogue catalogue = ModelCatalogue.bundled();
  private Sandbox sandbox;
  private List<Judge> judges;

  @TempDir private static Path directory;

  @BeforeAll
  void prepareJudges() throws IOException {
    ModelSpec model = catalogue.find("runware:101@1").orElseThrow();
    sandbox =
        Sandbox.start(
            SandboxOptions.builder().renderTime(RenderTime.fixed(Duration.ofDays(1))).build());
    judges =
        List.of(
            new LinterJudge(catalogue),
            new SandboxJudge(sandbox),
            new CheckerJudge(GeneratedClasses.of(model, directory).requestType()));
  }

  @AfterAll
  void stopSandbox() {
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shots/fox",
        "harbour",
        "/home/ada/fox",
        "abcde",
        "0b6c1a528a394c469a0e5d0f3c7be1a4",
        "",
        "=",
        "iVBORw0K=",
        "data:image/png;base64,abcde",
        "data:image/png;base64,aGFyYm91cg==",
        "data:application/pdf;base64,iVBORw0KGgowMDAw",
        "data:video/mp4;base64,iVBORw0KGgowMDAw",
        "data:image/png;base64,AAAAIGZ0eXBpc29tAAACAGlzb21pc28y",
        "data:image/png;base64,JVBERi0xLjcK",
        "AAAAIGZ0eXBpc29tAAACAGlzb21pc28yYXZj",
        "SUQzBAAAAAAAI1RTU0UAAAAP",
        "PCFkb2N0eXBlIGh0bWw+"
      })
  void isNoImage(String text) throws Exception {
    assertFound(ADDRESS, quoted(text), "wrong-format");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0b6c1a52-8a39-4c46-9a0e-5d0f3c7be1a4",
        "https://example.com/harbour",
        "iVBORw0KGgowMDAw",
        "iVBORw0KGgo=",
        "iVBORw0KGgo",
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2w==",
        "UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoB",
        "data:image/png;base64,iVBORw0KGgowMDAw",
        "data:image/jpeg;base64,iVBORw0KGgowMDAw",
        "data:image/webp;charset=x;base64,UklGRiQAAABXRUJQVlA4"
      })
  void canBeAnImage(String text) throws Exception {
    assertFound(ADDRESS, quoted(text), null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"A fox \\ud83e\"",
        "\"A fox \\udd8a\"",
        "\"\\ud83e and \\udd8a\"",
        "\"\\udd8a\\ud83e\"",
        "\"\\ud83e\\ud83e\\udd8a\""
      })
  void halfOfASurrogatePairIsNoText(String prompt) throws Exception {
    assertFound(PROMPT, prompt, "wrong-format");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"A fox \\ud83e\\udd8a\"", "\"\\u0041 fox \ud83e\udd8a\""})
  void aWholePairIsText(String prompt) throws Exception {
    assertFound(PROMPT, prompt, null);
  }

  private static String quoted(String text) {
    return JsonNodeFactory.instance.stringNode(text).toString();
  }

  private void assertFound(String value, String replacement, @Nullable String rule)
      throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("request.json"),
            Files.readString(REQUEST).replace(value, replacement));
    JudgedRequest request = new JudgedRequest("request.json", file, List.of());
    for (Judge judge : judges) {
      JudgeFindings expected = JudgeFindings.none();
      if (rule != null) {
        expected.add(Severity.ERROR, rule);
      }
      assertThat(judge.judge(request))
          .as(judge.getClass().getSimpleName())
          .matches(judge.detectable(expected)::agreesWith, "is " + expected);
    }
  }
}
