package dev.callsheet.spec.parser;

import static dev.callsheet.spec.parser.CompleteSpec.json;
import static dev.callsheet.spec.parser.CompleteSpec.matches;
import static dev.callsheet.spec.parser.CompleteSpec.path;
import static dev.callsheet.spec.parser.CompleteSpec.provided;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.model.Charge;
import dev.callsheet.spec.model.ChargeUnit;
import dev.callsheet.spec.model.ModelMetadata;
import dev.callsheet.spec.model.ModelMode;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.model.PublishedExample;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.model.SpecTest;
import dev.callsheet.spec.source.SourceLocation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Reads one spec that uses every construct of the language. */
class SpecParserTest {
  private static final ModelSpec SPEC = CompleteSpec.parse();

  @Test
  void readsModelMetadata() {
    assertThat(SPEC.metadata())
        .isEqualTo(
            new ModelMetadata(
                "acme:paint@1",
                "Paint 1",
                null,
                "Acme",
                "live",
                null,
                LocalDate.of(2026, 2, 5),
                List.of("text-to-video", "edit"),
                URI.create("https://example.com/paint-1"),
                "Paints videos.",
                "Paints videos, from a text or from another video."));
    assertThat(SPEC.location()).isEqualTo(new SourceLocation("everything.yaml", 2, 1));
  }

  @Test
  void keepsParameterOrderWithIncludedOnesFirst() {
    assertThat(SPEC.request().members())
        .extracting(Parameter::name)
        .containsExactly(
            "taskType",
            "taskUUID",
            "model",
            "ttl",
            "prompt",
            "width",
            "height",
            "strength",
            "duration",
            "numberResults",
            "pace",
            "caption",
            "labels",
            "inputs");
  }

  @Test
  void keepsRuleOrderWithIncludedOnesFirst() {
    assertThat(SPEC.rules())
        .extracting(Rule::id)
        .containsExactly(
            "ttl-needs-results",
            "source",
            "words",
            "one-kind",
            "size-pair",
            "video-decides",
            "always",
            "size",
            "length-by-size",
            "filled",
            "filled-enough",
            "area",
            "ratio",
            "named",
            "images-need-prompt",
            "video-has-a-side",
            "video-has-plain-elements");
  }

  @Test
  void joinsRequiredParametersOfAllFiles() {
    assertThat(SPEC.request().members().stream().filter(Parameter::required))
        .extracting(Parameter::name)
        .containsExactly("taskType", "taskUUID", "model");
  }

  @Test
  void mergesAParameterKeywordByKeyword() {
    Parameter taskType = parameter("taskType");

    assertThat(taskType.shape())
        .isEqualTo(new Shape.Choice(List.of(new Shape.Option(json("\"paint\""), ""))));
    assertThat(taskType.metadata().description()).isEqualTo("What kind of task.");
    assertThat(taskType.metadata().section()).isEqualTo("api-options");
    assertThat(taskType.location()).isEqualTo(new SourceLocation("everything.yaml", 17, 3));
  }

  @Test
  void readsModes() {
    assertThat(SPEC.modes())
        .containsExactly(
            new ModelMode(
                "text-to-video",
                List.of(provided("width"), provided("height")),
                "From a text.",
                new SourceLocation("everything.yaml", 85, 3)),
            new ModelMode(
                "edit",
                List.of(provided("inputs.video")),
                "",
                new SourceLocation("everything.yaml", 86, 3)));
  }

  @Test
  void readsPricesExactly() {
    Pricing pricing = Objects.requireNonNull(SPEC.pricing());

    assertThat(pricing.currency()).isEqualTo("USD");
    assertThat(pricing.overview()).isEqualTo("From 0.1 USD a second.");
    assertThat(pricing.complete()).isFalse();
    assertThat(pricing.charges().get(0))
        .isEqualTo(
            new Charge(
                "video",
                new Formula.Not(
                    new Formula.All(
                        List.of(
                            matches("width", new Facet.OneOf(List.of(json("1920")))),
                            matches("height", new Facet.OneOf(List.of(json("1080"))))))),
                new ChargeUnit.Seconds(path("duration"), path("inputs.video")),
                new BigDecimal("3"),
                new BigDecimal("60"),
                new Charge.Steps(RoundingMode.CEILING, new BigDecimal("5")),
                path("numberResults"),
                List.of(
                    new Pricing.Rate(
                        "edit",
                        new BigDecimal("0.10"),
                        provided("inputs.video"),
                        new SourceLocation("everything.yaml", 169, 11)),
                    new Pricing.Rate(
                        "other",
                        new BigDecimal("0.2"),
                        null,
                        new SourceLocation("everything.yaml", 170, 11))),
                new SourceLocation("everything.yaml", 163, 11)));
  }

  @Test
  void readsEveryUnitOfPrices() {
    assertThat(Objects.requireNonNull(SPEC.pricing()).charges())
        .extracting(Charge::unit)
        .containsExactly(
            new ChargeUnit.Seconds(path("duration"), path("inputs.video")),
            new ChargeUnit.Items(path("inputs.images")),
            new ChargeUnit.Characters(path("prompt")),
            new ChargeUnit.Tokens(path("inputs.elements[].prompt"), 2, 6),
            new ChargeUnit.Megapixels(path("width"), path("height"), new BigDecimal("1048576")),
            new ChargeUnit.Seconds(null, path("inputs.video")),
            new ChargeUnit.Unshown("thought"),
            new ChargeUnit.Request());
  }

  @Test
  void mergesTheResponse() {
    assertThat(SPEC.response().members())
        .extracting(Parameter::name, Parameter::required)
        .containsExactly(
            Tuple.tuple("taskUUID", true),
            Tuple.tuple("videoURL", true),
            Tuple.tuple("cost", false));
  }

  @Test
  void readsExamples() {
    assertThat(SPEC.examples())
        .containsExactly(
            new PublishedExample(
                "A lighthouse",
                "edit",
                URI.create("https://example.com/lighthouse.mp4"),
                json("{\"prompt\": \"A lighthouse\"}")));
  }

  @Test
  void readsTestsAndTakesThoseOfExamples() {
    assertThat(SPEC.tests())
        .extracting(
            SpecTest::title,
            test -> values(test.brokenRules()),
            test -> values(Stream.ofNullable(test.mode()).toList()),
            test -> values(Stream.ofNullable(test.price()).toList()))
        .containsExactly(
            Tuple.tuple("nothing", List.of("missing-parameter"), List.of("edit"), List.of("0.12")),
            Tuple.tuple("A lighthouse", List.of(), List.of("edit"), List.of("0.12 USD")));
    assertThat(SPEC.tests().get(0).location())
        .isEqualTo(new SourceLocation("everything.yaml", 193, 5));
  }

  private static List<String> values(List<SpecTest.Expected> expected) {
    return expected.stream().map(SpecTest.Expected::value).toList();
  }

  private static Parameter parameter(String path) {
    return SPEC.parameter(path(path)).orElseThrow();
  }
}
