package dev.callsheet.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.callsheet.importer.finding.ImportFinding;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.diff.SpecChange;
import dev.callsheet.spec.diff.SpecChanges;
import dev.callsheet.spec.diff.SpecDiff;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.parser.SpecParser;
import dev.callsheet.spec.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The page of the first model, imported, is its spec up to what the page leaves to prose. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageImportTest {
  private static final Path PAGE =
      Path.of("src/test/resources/pages/klingai-video-3-0-omni-pro.md");

  private ImportedSpec imported = new ImportedSpec("", "", "", List.of());
  private final List<ModelSpec> specs = new ArrayList<>();

  @BeforeAll
  void importThePage() throws Exception {
    imported =
        new SpecImporter(ModelFile.bundledFragments(), "runware")
            .importFile(new SourceText("page.md", Files.readString(PAGE)), "");
    specs.add(new SpecParser(ModelFile.bundledFragments()).parse("imported.yaml", imported.text()));
    specs.add(ModelCatalogue.bundled().find("klingai:kling-video@o3-pro").orElseThrow());
  }

  @Test
  void theModelIsTheSame() {
    ModelSpec byHand = specs.get(1);
    ModelSpec made = specs.get(0);
    assertThat(made.metadata().name()).isEqualTo(byHand.metadata().name());
    assertThat(made.metadata().creator()).isEqualTo(byHand.metadata().creator());
    assertThat(made.metadata().releaseDate()).isEqualTo(byHand.metadata().releaseDate());
    assertThat(made.metadata().capabilities()).isEqualTo(byHand.metadata().capabilities());
  }

  @Test
  void parametersAreTheSameSaveForWhatOnlyProseSays() {
    Map<String, String> expected = shapes(specs.get(1).request());
    expected.computeIfPresent("inputs.elements[].images", (path, shape) -> "list []");
    assertThat(shapes(specs.get(0).request())).containsExactlyInAnyOrderEntriesOf(expected);
  }

  @Test
  void fieldsOfAResultAreTheSame() {
    assertThat(shapes(specs.get(0).response()))
        .containsExactlyInAnyOrderEntriesOf(shapes(specs.get(1).response()));
  }

  @Test
  void rulesAreTheSameSaveForThoseOnAnOuterNameAndThoseThatOnlyProseSays() {
    List<Formula> made = formulas(specs.get(0)).toList();
    List<String> missing =
        specs.get(1).rules().stream()
            .filter(rule -> !made.contains(rule.body().toFormula()))
            .map(Rule::id)
            .toList();
    assertThat(missing)
        .containsExactly(
            "video-sets-duration", // as at most one of the two, which is the same
            "video-input-has-no-generated-audio",
            "original-sound-needs-video",
            "segments-fill-duration",
            "prompt-names-elements");
    assertThat(
            formulas(specs.get(0))
                .filter(formula -> !formulas(specs.get(1)).toList().contains(formula)))
        .hasSize(1);
  }

  @Test
  void comparedByMeaningOnlyWhatThePageLeavesToProseDiffers() {
    SpecChanges changes = SpecDiff.between(specs.get(1), specs.get(0));

    assertThat(changes.changes())
        .extracting(change -> change.kind().id() + " " + change.subject())
        .containsExactlyInAnyOrder(
            // what only descriptions on the page say
            "values-widened inputs.elements[].images",
            "rule-removed segments-fill-duration",
            // proposed, so that they only warn
            "rule-removed images-need-frontal-image",
            "rule-removed element-videos-stand-alone",
            "warning-added images-needs-frontal-image",
            "warning-added videos-excludes-images-and-voices",
            // what the page says of an outer name, and is left to the author
            "rule-removed video-input-has-no-generated-audio",
            "rule-removed original-sound-needs-video",
            // what a person makes of the list of prices and of the capabilities
            "prices-removed ",
            "mode-removed text-to-video",
            "mode-removed image-to-video",
            "mode-removed edit");
    assertThat(changes.changes()).allMatch(SpecChange::isCertain);
    assertThat(changes.isBreaking()).isFalse();
  }

  @Test
  void rulesOnAnOuterNameAreReportedWithTheirLine() {
    assertThat(imported.findings())
        .filteredOn(finding -> finding.message().contains("is an object, of which the rule"))
        .extracting(finding -> lineOf(finding).replaceAll(",.*", ""))
        .containsExactly(
            "When `inputs.video` or `inputs.referenceVideos` is provided",
            "When `providerSettings` is provided");
  }

  @Test
  void whatAPathSaysOfAListAndWhatIntroducesATableIsUnderstood() throws Exception {
    String page =
        """
        # Still

        - **ID**: `acme:still@1`

        ## Compatibility & Validation

        Only these combinations of `width` and `height` are supported.

        | Configuration | Dimensions |
        | --- | --- |
        | `square` | `1024x1024` |
        | `wide` | `1536x1024` |

        These are for `seed` alone.

        ## Request Parameters

        ### [taskType](#taskType)
        - **Type**: `string`
        - **Required**: true
        - **Value**: `imageInference`

        ### [taskUUID](#taskUUID)
        - **Type**: `string`
        - **Required**: true
        - **Format**: `UUID v4`

        ### [model](#model)
        - **Type**: `string`
        - **Required**: true
        - **Value**: `acme:still@1`

        ### [width](#width)
        - **Type**: `integer`

        ### [height](#height)
        - **Type**: `integer`

        ### [inputs.frameImages[].image](#image)
        - **Type**: `string`
        - **Required**: true

        ### [inputs.tags[]](#tags)
        - **Type**: `string`

        ### [inputs.parts](#parts)
        - **Type**: `array of objects`

        ### [inputs.parts[].name](#name)
        - **Type**: `string`
        """;
    ImportedSpec still =
        new SpecImporter(ModelFile.bundledFragments(), "runware")
            .importFile(new SourceText("still.md", page), "");
    ModelSpec model =
        new SpecParser(ModelFile.bundledFragments()).parse("still.yaml", still.text());
    assertThat(shapes(model.request()))
        .containsEntry("inputs.frameImages", "list []")
        .containsEntry("inputs.frameImages[].image", "required STRING []")
        .containsEntry("inputs.tags", "list []")
        .containsEntry("inputs.parts[].name", "STRING []");
    assertThat(still.findings())
        .extracting(ImportFinding::message)
        .noneMatch(message -> message.contains("no path of names"))
        .noneMatch(message -> message.contains("Only these"))
        .anyMatch(message -> message.contains("of no known form: These are for `seed` alone."));
  }

  @Test
  void sentencesAndDescriptionsOfListsMembersHoldInEachItem() throws Exception {
    String page =
        """
        # Still

        - **ID**: `acme:still@1`

        ## Compatibility & Validation

        `left` and `right` must be used together (in `inputs.boxes`).

        ---

        Inside `inputs.boxes`, `left` cannot be used with `label`.

        ---

        When `inputs.boxes.kind` is `round`, `inputs.boxes.radius` is required.

        ---

        When `inputs.boxes.kind` is `round`, `seed` is required.

        ## Request Parameters

        ### [taskType](#taskType)
        - **Type**: `string`
        - **Required**: true
        - **Value**: `imageInference`

        ### [taskUUID](#taskUUID)
        - **Type**: `string`
        - **Required**: true
        - **Format**: `UUID v4`

        ### [model](#model)
        - **Type**: `string`
        - **Required**: true
        - **Value**: `acme:still@1`

        ### [seed](#seed)
        - **Type**: `integer`

        Ignored when `strength` is provided. Ignored at night.

        ### [strength](#strength)
        - **Type**: `float`

        ### [boxes](#boxes)
        - **Path**: `inputs.boxes`
        - **Type**: `array of objects (5 properties)`

        #### [left](#left)
        - **Path**: `inputs.boxes.left`
        - **Type**: `integer`
        - **Required**: true

        #### [right](#right)
        - **Path**: `inputs.boxes.right`
        - **Type**: `integer`

        #### [label](#label)
        - **Path**: `inputs.boxes.label`
        - **Type**: `string`

        Requires radius.

        #### [radius](#radius)
        - **Path**: `inputs.boxes.radius`
        - **Type**: `integer`

        #### [kind](#kind)
        - **Path**: `inputs.boxes.kind`
        - **Type**: `string`

        **Allowed values**: `round` `square`
        """;
    ImportedSpec still =
        new SpecImporter(ModelFile.bundledFragments(), "runware")
            .importFile(new SourceText("still.md", page), "");
    ModelSpec model =
        new SpecParser(ModelFile.bundledFragments()).parse("still.yaml", still.text());

    assertThat(model.rules())
        .filteredOn(rule -> rule.scope().toString().equals("inputs.boxes[]"))
        .extracting(Rule::id, Rule::severity)
        .containsExactlyInAnyOrder(
            tuple("left-and-right-together", Severity.ERROR),
            tuple("at-most-one-of-left-and-label", Severity.ERROR),
            tuple("kind-needs-radius", Severity.ERROR),
            tuple("label-needs-radius", Severity.WARNING));
    assertThat(model.rulesAndAdvice()).extracting(Rule::id).contains("ignored-seed");
    assertThat(still.findings())
        .extracting(finding -> finding.location().line() + " " + finding.message())
        .anyMatch(message -> message.startsWith("19 `seed` is no parameter"))
        .anyMatch(message -> message.matches("38 something is said .*: Ignored at night."));
  }

  private static String lineOf(ImportFinding finding) {
    try (Stream<String> lines = Files.lines(PAGE)) {
      return lines.skip(finding.location().line() - 1L).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Formula> formulas(ModelSpec model) {
    return model.rules().stream().map(rule -> rule.body().toFormula());
  }

  /** What values may be, by path; a step of 1 says nothing of integers. */
  private static Map<String, String> shapes(Shape.Structure structure) {
    Map<String, String> shapes = new TreeMap<>();
    collect(structure, shapes);
    return shapes;
  }

  private static void collect(Shape shape, Map<String, String> shapes) {
    for (Parameter parameter : shape.parameters()) {
      String required = parameter.required() ? "required " : "";
      shapes.put(parameter.path().toString(), required + text(parameter.shape()));
      collect(parameter.shape(), shapes);
    }
  }

  private static String text(Shape shape) {
    if (shape instanceof Shape.Choice choice) {
      return "one of " + choice.values();
    }
    if (shape instanceof Shape.Sequence list) {
      return "list " + list.facets();
    }
    if (shape instanceof Shape.Scalar scalar) {
      return scalar.type()
          + " "
          + scalar.facets().stream().filter(facet -> !(facet instanceof Facet.MultipleOf)).toList();
    }
    return shape instanceof Shape.Union ? "several" : "object";
  }
}
