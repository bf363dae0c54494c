package dev.callsheet.generator.java;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.diff.SpecChange;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.SpecParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A model that gains something breaks no caller: what was written for the classes of before
 * compiles with those of now, and what was compiled with them runs.
 */
class EvolutionTest {
  private static final String SPEC =
      """
      callsheet: 1
      model: {id: "acme:sketch@1", name: Acme Sketch, status: live}
      required: [prompt]
      parameters:
        model: {const: "acme:sketch@1"}
        prompt: {type: string, maxLength: 100, description: What to draw.}
        style: {enum: [ink, chalk], description: How it looks.}
        seed: {type: integer, minimum: 0, maximum: 1000, description: Where chance begins.}
        strokes:
          type: array
          maxItems: 3
          description: What is drawn first.
          items:
            type: object
            required: [colour]
            properties:
              colour: {type: string, description: Of the stroke.}
              width: {type: integer, minimum: 1, maximum: 9, description: Of the stroke.}
        paper:
          description: What it is drawn on.
          oneOf:
            - {title: named, type: string}
            - title: made
              type: object
              properties: {grain: {type: integer, minimum: 1, maximum: 5, description: Roughness.}}
      response:
        properties:
          taskUUID: {type: string, description: The task.}
          imageURL: {type: string, description: Where it is.}
      """;

  /** What a model may gain, as edits of its spec. */
  private static final List<Gain> GAINS =
      List.of(
          new Gain(
              "  prompt: {",
              "  border: {type: integer, minimum: 0, maximum: 8, description: A parameter.}\n"
                  + "  frame: {type: object, description: One with members., properties:"
                  + " {depth: {type: integer, minimum: 1, maximum: 2, description: New.}}}\n"
                  + "  prompt: {"),
          new Gain("[ink, chalk]", "[charcoal, ink, chalk, oil]"),
          new Gain(
              "        colour: {",
              "        angle: {type: number, description: A member of items.}\n        colour: {"),
          new Gain(
              "{grain: ",
              "{age: {type: integer, minimum: 1, maximum: 8, description: Of a form.}, grain: "),
          new Gain("- {title: named,", "- {title: plain, type: boolean}\n      - {title: named,"),
          new Gain(
              "    taskUUID: {",
              "    cost: {type: number, description: A field.}\n    taskUUID: {"),
          new Gain("maximum: 9,", "maximum: 90,"),
          new Gain("maxItems: 3", "maxItems: 30"),
          new Gain("required: [prompt]\n", ""));

  /** A piece of the spec, and what stands in its place later. */
  private record Gain(String before, String after) {}

  @TempDir private Path directory;

  @Test
  void breaksNoCaller() throws Exception {
    Path old = Files.createDirectories(directory.resolve("old"));
    Path current = Files.createDirectories(directory.resolve("current"));
    var caller =
        new GeneratedFile(
            "com/caller/Caller.java",
            Files.readString(Path.of("src/test/resources/evolution/Caller.java")));
    String result = "{\"taskUUID\": \"a\", \"imageURL\": \"https://x.example/a.png\"}";
    var callerThen = CompiledSources.of(old, generated(SPEC), caller);
    String said = callerThen.run("com.caller.Caller", result);
    assertThat(said).isEqualTo("true 0 1 blue chalk https://x.example/a.png b");

    String spec = SPEC;
    for (var gain : GAINS) {
      assertThat(spec).containsOnlyOnce(gain.before());
      spec = spec.replace(gain.before(), gain.after());
    }
    var now = CompiledSources.of(current, generated(spec));
    assertThat(CompiledSources.compilerMessages(current, caller)).isEmpty();
    Path compiled = Path.of("classes/com/caller/Caller.class");
    Files.copy(old.resolve(compiled), current.resolve(compiled), REPLACE_EXISTING);
    assertThat(now.run("com.caller.Caller", result)).isEqualTo(said);
  }

  @Test
  void comparisonOfJavaSaysSoOfEachGain() throws Exception {
    for (var gain : GAINS) {
      String spec = SPEC.replace(gain.before(), gain.after());
      assertThat(changes(SPEC, spec)).as(gain.after()).isEmpty();
    }
  }

  @Test
  void comparisonOfJavaNamesWhatCallersLose() throws Exception {
    assertThat(changes(SPEC.replace("seed:", "chance:"), SPEC))
        .contains("`chance()` is gone, or gives something else, in `AcmeSketchRequest`.");
    assertThat(changes(SPEC, SPEC.replace("seed: {type: integer", "seed: {type: number")))
        .contains(
            "`seed()` is gone, or gives something else, in `AcmeSketchRequest`.",
            "`seed(Integer)` is gone, or gives something else, in `AcmeSketchRequest.Builder`.");
    assertThat(changes(SPEC, SPEC.replace("[ink, chalk]", "[ink, oil]")))
        .containsExactly("`CHALK` is gone, or gives something else, in `Style`.");
    assertThat(changes(SPEC, SPEC.replace("style: {enum: [ink, chalk]", "style: {type: string")))
        .contains("The generated class `Style` is gone.");
    assertThat(changes(SPEC, SPEC.replace("title: made", "title: pressed")))
        .anyMatch(
            message -> message.startsWith("The generated class `") && message.contains("Made"));
    assertThat(changes(SPEC, SPEC.replace("name: Acme Sketch", "name: Acme Drawing")))
        .containsExactly("The generated package is called `acmedrawing`; it was `acmesketch`.");
    assertThat(changes(SPEC, SPEC.replace("imageURL: {", "pictureURL: {")))
        .contains("`imageURL()` is gone, or gives something else, in `AcmeSketchResult`.");
  }

  private static List<String> changes(String before, String after) throws SpecException {
    return JavaChanges.ofThisJava().orElseThrow().between(spec(before), spec(after)).stream()
        .map(SpecChange::message)
        .toList();
  }

  private static ModelSpec spec(String text) throws SpecException {
    return new SpecParser(IncludeResolver.NONE).parse("sketch.yaml", text);
  }

  private static List<GeneratedFile> generated(String spec) throws SpecException {
    return new JavaGenerator("com.acme.models").generate(spec(spec));
  }
}
