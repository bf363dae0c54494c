package dev.callsheet.generator.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.Checker;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.SpecParser;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is deprecated is so in Java, and the checker asks its clock whether it is still accepted.
 */
class DeprecatedJavaTest {
  private static final String SPEC =
      """
      callsheet: 1
      model: {id: "acme:still@1", name: Still, status: live, sunset: 2026-12-01}
      required: [model]
      parameters:
        model: {const: "acme:still@1"}
        strength: {type: number, deprecated: Its scale was odd., replacedBy: intensity, sunset: 2026-06-01}
        intensity: {type: number}
        settings: {type: object, deprecated: true, properties: {steps: {type: integer, clampedTo: {maximum: 50}}}}
        kind:
          oneOf:
            - {const: paint, description: Paints.}
            - {const: draw, description: Draws., deprecated: true}
        tags:
          type: array
          items: {oneOf: [{const: a, description: A.}, {const: b, description: B., sunset: 2026-06-01}]}
      modes:
        one: {provides: [intensity]}
        other: {provides: []}
      rules:
        - id: draw-needs-intensity
          description: Drawing needs an `intensity`.
          when: {kind: {const: draw}}
          require: intensity
      response: {properties: {}}
      """;

  @TempDir private static Path directory;
  private static CompiledSources sources;

  @BeforeAll
  static void compile() throws SpecException {
    ModelSpec model = new SpecParser(IncludeResolver.NONE).parse("still.yaml", SPEC);
    sources = CompiledSources.of(directory, new JavaGenerator("com.acme").generate(model));
  }

  @Test
  void settersOfDeprecatedParametersAreDeprecated() throws Exception {
    assertThat(deprecatedMethods("com.acme.still.StillRequest$Builder"))
        .containsOnly("strength", "settings");
    assertThat(deprecatedMethods("com.acme.still.One")).containsOnly("strength", "settings");
  }

  @Test
  void constantsOfDeprecatedValuesAndTheModelAreDeprecated() throws Exception {
    Class<?> kind = sources.type("com.acme.still.Kind");
    assertThat(kind.getField("DRAW").isAnnotationPresent(Deprecated.class)).isTrue();
    assertThat(kind.getField("PAINT").isAnnotationPresent(Deprecated.class)).isFalse();
    assertThat(sources.type("com.acme.still.Still").isAnnotationPresent(Deprecated.class)).isTrue();
  }

  @Test
  void theCheckerJudgesByItsClock() throws Exception {
    String request = "{\"model\": \"acme:still@1\", \"strength\": 1, \"tags\": [\"b\"]}";
    assertThat(check(request, "2026-05-31"))
        .containsExactly(
            "warning deprecated-model", "warning deprecated-strength", "warning deprecated-tags-b");
    assertThat(check(request, "2026-06-01"))
        .containsExactly(
            "warning deprecated-model", "error deprecated-strength", "error deprecated-tags-b");
    assertThat(check(request, "2026-12-01")).contains("error deprecated-model");
  }

  @Test
  void whatHasNoSunsetAndWhatIsClampedAreWarnings() throws Exception {
    String request =
        "{\"model\": \"acme:still@1\", \"intensity\": 1, \"kind\": \"draw\", \"settings\":"
            + " {\"steps\": 51}}";
    assertThat(check(request, "2099-01-01"))
        .containsExactly(
            "error deprecated-model",
            "warning deprecated-settings",
            "warning clamped-settings-steps",
            "warning deprecated-kind-draw");
  }

  private static List<String> deprecatedMethods(String type) throws Exception {
    return Arrays.stream(sources.type(type).getMethods())
        .filter(method -> method.isAnnotationPresent(Deprecated.class))
        .map(Method::getName)
        .toList();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static List<String> check(String request, String today) throws Exception {
    Clock clock =
        Clock.fixed(
            LocalDate.parse(today).atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
    Checker checker =
        (Checker)
            sources
                .type("com.acme.still.StillChecker")
                .getConstructor(Clock.class)
                .newInstance(clock);
    Object typed =
        JsonMapper.builder()
            .build()
            .readValue(request, sources.type("com.acme.still.StillRequest"));
    List<Violation> violations = checker.check(typed);
    return violations.stream()
        .map(violation -> violation.severity().id() + " " + violation.rule())
        .toList();
  }
}
