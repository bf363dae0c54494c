package dev.callsheet.spec.parser;

import static dev.callsheet.spec.parser.CompleteSpec.fragment;
import static dev.callsheet.spec.parser.CompleteSpec.json;
import static dev.callsheet.spec.parser.CompleteSpec.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.LengthUnit;
import dev.callsheet.runtime.MediaKind;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.MediaSource;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.ParameterMetadata;
import dev.callsheet.spec.model.Shape;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is read of parameters. */
class ParameterParserTest {
  private static final ModelSpec SPEC = CompleteSpec.parse();

  @Test
  void readsFacetsOfScalars() {
    assertThat(parameter("prompt").shape())
        .isEqualTo(
            new Shape.Scalar(
                JsonType.STRING, List.of(new Facet.Length(2, 2500), new Facet.Pattern("\\S"))));
    assertThat(parameter("width").shape())
        .isEqualTo(
            new Shape.Scalar(JsonType.INTEGER, List.of(new Facet.MultipleOf(new BigDecimal("8")))));
    assertThat(parameter("strength").shape())
        .isEqualTo(
            new Shape.Scalar(
                JsonType.NUMBER,
                List.of(new Facet.Range(new BigDecimal("0"), true, new BigDecimal("1.0"), false))));
    assertThat(parameter("strength").defaultValue()).isEqualTo(json("0.5"));
    assertThat(parameter("inputs.video").shape())
        .isEqualTo(
            new Shape.Scalar(
                JsonType.STRING,
                List.of(
                    new Facet.Accepts(
                        Set.of(MediaSource.UUID, MediaSource.URL), MediaKind.VIDEO))));
  }

  @Test
  void readsAlternativeShapes() {
    assertThat(parameter("duration").shape())
        .isEqualTo(
            new Shape.Union(
                List.of(
                    new Shape.Alternative(
                        "Seconds",
                        "So many seconds.",
                        new Shape.Scalar(
                            JsonType.INTEGER,
                            List.of(
                                new Facet.Range(
                                    new BigDecimal("3"), false, new BigDecimal("15"), false)))),
                    new Shape.Alternative(
                        "",
                        "As long as it takes.",
                        new Shape.Choice(List.of(new Shape.Option(json("\"auto\""), "")))))));
  }

  @Test
  void readsChoicesOfStringsAndIntegersWithTheirExplanations() {
    assertThat(parameter("inputs.frames[].frame").shape())
        .isEqualTo(
            new Shape.Choice(
                List.of(
                    new Shape.Option(json("\"first\""), "The first frame."),
                    new Shape.Option(json("0"), "The first frame too."))));
    assertThat(parameter("inputs.frames[].image").required()).isTrue();
  }

  @Test
  void readsNullAndBooleansAsValues() {
    assertThat(parameter("inputs.elements[].loop").shape())
        .isEqualTo(new Shape.Choice(List.of(new Shape.Option(json("true"), ""))));
    assertThat(((Shape.Union) parameter("inputs.elements[].seconds").shape()).alternatives())
        .extracting(Shape.Alternative::shape)
        .contains(new Shape.Choice(List.of(new Shape.Option(json("null"), ""))));
  }

  @Test
  void readsFractionsLengthsInAUnitAndMembersOfAnyName() {
    assertThat(parameter("pace").shape())
        .isEqualTo(
            new Shape.Choice(
                List.of(
                    new Shape.Option(json("0.5"), ""),
                    new Shape.Option(json("1"), ""),
                    new Shape.Option(json("1.5"), ""))));
    assertThat(parameter("caption").shape())
        .isEqualTo(
            new Shape.Scalar(
                JsonType.STRING, List.of(new Facet.Length(null, 80, LengthUnit.UTF8))));
    assertThat(parameter("labels").shape())
        .isEqualTo(
            new Shape.Dictionary(
                new Shape.Scalar(JsonType.STRING, List.of()),
                List.of(new Facet.MemberCount(1, 8))));
  }

  @Test
  void readsFacetsOfLists() {
    assertThat(parameter("inputs.images").shape())
        .isEqualTo(
            new Shape.Sequence(
                new Shape.Scalar(JsonType.STRING, List.of(new Facet.Format("uri"))),
                List.of(new Facet.ItemCount(1, 4), new Facet.UniqueItems())));
    assertThat(((Shape.Sequence) parameter("inputs.frames").shape()).facets())
        .containsExactly(new Facet.Contains(fragment(new Facet.OfType(JsonType.OBJECT))));
  }

  @Test
  void readsDocumentation() {
    Parameter images = parameter("inputs.images");

    assertThat(images.javaName()).isEqualTo("pictures");
    assertThat(images.metadata())
        .isEqualTo(
            new ParameterMetadata(
                "",
                null,
                "image",
                null,
                null,
                List.of(
                    new ParameterMetadata.Link(
                        "Uploads", URI.create("https://example.com/uploads"))),
                Map.of("required", json("true"), "type", json("\"object\"")),
                "The page marks it required, yet its examples do without.",
                null,
                Map.of()));
    assertThat(parameter("inputs.video").metadata().media()).isEqualTo("video");
    assertThat(parameter("inputs.video").metadata().mediaLimits())
        .containsEntry("maximumBytes", json("100000000"));
    assertThat(parameter("width").metadata().unit()).isEqualTo("px");
    assertThat(parameter("width").metadata().pairedWith()).isEqualTo("height");
  }

  private static Parameter parameter(String path) {
    return SPEC.parameter(path(path)).orElseThrow();
  }
}
