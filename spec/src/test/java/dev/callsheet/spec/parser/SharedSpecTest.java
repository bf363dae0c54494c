package dev.callsheet.spec.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.Charge;
import dev.callsheet.spec.model.LeftOut;
import dev.callsheet.spec.model.ModelMode;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SourceText;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What specs share: fragments in fragments, sister models, definitions; and what they leave out.
 */
class SharedSpecTest {
  private final Map<String, String> files = new LinkedHashMap<>();

  private static final String OLDER =
      """
      callsheet: 1
      model: {id: "acme:still@1", name: Still, status: live, summary: The older one.}
      include: [platforms/acme/task]
      required: [prompt]
      parameters:
        prompt: {type: string, maxLength: 100}
        image: {type: string, accepts: [url]}
        style: {enum: [plain, rich]}
      modes:
        draw: {provides: []}
        redraw: {provides: [image]}
      rules:
        - {id: rich-needs-image, description: d, when: {style: {const: rich}}, require: image}
        - {id: image-is-plain, description: d, when: image, forbid: style}
      pricing:
        currency: USD
        charges:
          - {id: still, rates: [{label: a still, price: 0.02}]}
          - {id: source, when: image, rates: [{label: an image, price: 0.01}]}
      response: {required: [url], properties: {url: {type: string}, seed: {type: integer}}}
      examples: [{title: Old, mode: draw, media: "https://example.com/old.png"}]
      tests: [{title: old, request: {prompt: a}}]
      """;

  private static final String TASK =
      """
      callsheet: 1
      fragment: {name: task}
      required: [taskUUID]
      parameters: {taskUUID: {type: string, format: uuid4}}
      response: {properties: {}}
      """;

  private SharedSpecTest file(String name, String text) {
    files.put(name, text);
    return this;
  }

  private ModelSpec parse(String text) throws SpecException {
    return new SpecParser(
            new IncludeResolver() {
              @Override
              public Optional<SourceText> find(String name) {
                return Optional.ofNullable(files.get(name))
                    .map(found -> new SourceText(name + ".yaml", found));
              }

              @Override
              public Collection<String> names() {
                return files.keySet();
              }
            })
        .parse("own.yaml", text);
  }

  private static String names(ModelSpec spec) {
    return spec.request().parameters().stream()
        .map(parameter -> parameter.path().toString())
        .collect(Collectors.joining(" "));
  }

  private static List<Charge> charges(ModelSpec spec) {
    return Objects.requireNonNull(spec.pricing()).charges();
  }

  private static List<String> required(Shape.Structure structure) {
    return structure.parameters().stream()
        .filter(Parameter::required)
        .map(parameter -> parameter.path().toString())
        .toList();
  }

  @Test
  void aSisterModelSaysOnlyWhatDiffers() throws SpecException {
    file("models/acme/still", OLDER).file("platforms/acme/task", TASK);

    ModelSpec newer =
        parse(
            """
            callsheet: 1
            model: {id: "acme:still@2", name: Still 2, status: live}
            extends: models/acme/still
            parameters: {prompt: {maxLength: 500}, negative: {type: string}}
            """);

    assertThat(newer.id()).isEqualTo("acme:still@2");
    assertThat(names(newer)).isEqualTo("taskUUID prompt image style negative");
    assertThat(newer.rules())
        .extracting(Rule::id)
        .containsExactly("rich-needs-image", "image-is-plain");
    assertThat(newer.modes()).extracting(ModelMode::name).containsExactly("draw", "redraw");
    assertThat(newer.pricing()).isNotNull();
    assertThat(newer.metadata().summary()).as("its identity is its own").isEmpty();
    assertThat(newer.examples()).as("and so are its examples").isEmpty();
    assertThat(newer.tests()).as("and its tests").isEmpty();
  }

  @Test
  void whatIsNotWantedIsLeftOutAndMayBeDefinedAnew() throws SpecException {
    file("models/acme/still", OLDER).file("platforms/acme/task", TASK);

    ModelSpec newer =
        parse(
            """
            callsheet: 1
            model: {id: "acme:still@2", name: Still 2, status: live}
            extends: models/acme/still
            without:
              parameters: [style, prompt]
              required: [taskUUID]
              modes: [draw]
              rules: [rich-needs-image, image-is-plain]
              charges: [source]
              response: [seed, url]
            parameters: {prompt: {type: string}}
            rules: [{id: image-is-plain, description: New., atLeastOneOf: [image, prompt]}]
            """);

    assertThat(names(newer)).isEqualTo("taskUUID image prompt");
    assertThat(newer.leftOut())
        .hasSize(9)
        .contains(new LeftOut("rules", "image-is-plain", new SourceLocation("own.yaml", 8, 29)));
    assertThat(required(newer.request())).as("of a parameter that is left out").isEmpty();
    assertThat(newer.parameter(ParameterPath.parse("prompt")).orElseThrow().shape().toString())
        .doesNotContain("100");
    assertThat(newer.rules())
        .singleElement()
        .satisfies(rule -> assertThat(rule.description()).isEqualTo("New."));
    assertThat(newer.modes()).extracting(ModelMode::name).containsExactly("redraw");
    assertThat(charges(newer)).extracting(Charge::id).containsExactly("still");
    assertThat(newer.response().parameters()).isEmpty();
    assertThat(required(newer.response())).isEmpty();
  }

  @Test
  void fragmentsIncludeFragmentsAndEachIsMergedOnce() throws SpecException {
    file(
            "platforms/acme/task",
            TASK.replace(
                "response:",
                "rules: [{id: r, description: d, forbid: [taskUUID], when: taskUUID}]\nresponse:"))
        .file(
            "platforms/acme/left",
            "{callsheet: 1, fragment: {name: left}, include: [platforms/acme/task], parameters: {left: {type: string}}}")
        .file(
            "platforms/acme/right",
            "{callsheet: 1, fragment: {name: right}, include: [platforms/acme/task], without: {rules: [r]}, parameters: {right: {type: string}}}");

    ModelSpec spec =
        parse(
            """
            callsheet: 1
            model: {id: "acme:still@1", name: Still, status: live}
            include: [platforms/acme/left]
            parameters: {own: {type: string}}
            """);
    assertThat(names(spec)).isEqualTo("taskUUID left own");
    assertThat(spec.rules()).hasSize(1);

    ModelSpec both =
        parse(
            """
            callsheet: 1
            model: {id: "acme:still@1", name: Still, status: live}
            include: [platforms/acme/right, platforms/acme/left]
            parameters: {}
            """);
    assertThat(names(both)).isEqualTo("taskUUID right left");
    assertThat(both.rules()).as("what one leaves out, another does not bring back").isEmpty();
  }

  @Test
  void fragmentsHoldModesAndPartsOfThePrice() throws SpecException {
    file(
        "platforms/acme/priced",
        """
        callsheet: 1
        fragment: {name: priced}
        parameters: {image: {type: string}}
        modes: {redraw: {provides: [image]}}
        pricing: {charges: [{id: source, when: image, rates: [{label: an image, price: 0.01}]}]}
        response: {properties: {}}
        """);
    ModelSpec spec =
        parse(
            """
            callsheet: 1
            model: {id: "acme:still@1", name: Still, status: live}
            include: [platforms/acme/priced]
            parameters: {}
            modes: {draw: {provides: []}}
            pricing: {currency: USD, charges: [{id: still, rates: [{label: a still, price: 0.02}]}]}
            """);
    assertThat(spec.modes()).extracting(ModelMode::name).containsExactly("redraw", "draw");
    assertThat(charges(spec)).extracting(Charge::id).containsExactly("source", "still");
  }

  @Test
  void aShapeIsDescribedOnceAndReferredTo() throws SpecException {
    ModelSpec spec =
        parse(
            """
            callsheet: 1
            model: {id: "acme:still@1", name: Still, status: live}
            $defs:
              media: {type: string, accepts: [uuid, url], media: image, maxLength: 9}
              list: {type: array, items: {$ref: '#/$defs/media'}}
            parameters:
              image: {$ref: '#/$defs/media', maxLength: 5}
              images: {$ref: '#/$defs/list', maxItems: 3}
              either:
                oneOf:
                  - {title: One, $ref: '#/$defs/media'}
                  - {title: Several, $ref: '#/$defs/list'}
            response: {properties: {}}
            """);
    ModelSpec written =
        parse(
            """
            callsheet: 1
            model: {id: "acme:still@1", name: Still, status: live}
            parameters:
              image: {type: string, accepts: [uuid, url], media: image, maxLength: 5}
              images:
                type: array
                maxItems: 3
                items: {type: string, accepts: [uuid, url], media: image, maxLength: 9}
              either:
                oneOf:
                  - {title: One, type: string, accepts: [uuid, url], media: image, maxLength: 9}
                  - title: Several
                    type: array
                    items: {type: string, accepts: [uuid, url], media: image, maxLength: 9}
            response: {properties: {}}
            """);
    assertThat(spec.request().parameters())
        .usingRecursiveComparison()
        .ignoringFieldsMatchingRegexes(".*location")
        .isEqualTo(written.request().parameters());
  }

  @Test
  void aCircleOfFilesIsReportedOnceWithItsWay() {
    file("platforms/a", "{callsheet: 1, fragment: {name: a}, include: [platforms/b]}")
        .file("platforms/b", "{callsheet: 1, fragment: {name: b}, include: [platforms/a]}");
    assertThatThrownBy(
            () ->
                parse(
                    """
                    callsheet: 1
                    model: {id: "acme:still@1", name: Still, status: live}
                    include: [platforms/a]
                    parameters: {}
                    response: {properties: {}}
                    """))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith(
            "platforms/b.yaml:1:47: `platforms/a` is shared in a circle: platforms/a -> platforms/b"
                + " -> platforms/a");
  }

  @Test
  void definitionsThatDoubleEachOtherEndInAProblem() {
    String doubling =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    "  d%d: {type: object, properties: {a: {$ref: '#/$defs/d%d'}, b: {$ref: '#/$defs/d%d'}}}\n"
                        .formatted(i, i + 1, i + 1))
            .collect(Collectors.joining());
    assertThatThrownBy(
            () ->
                parse(
                    """
                    callsheet: 1
                    model: {id: "acme:still@1", name: Still, status: live}
                    parameters: {deep: {$ref: '#/$defs/d0'}}
                    response: {properties: {}}
                    $defs:
                    """
                        + doubling
                        + "  d40: {type: string}\n"))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("has more than 50000 shapes");
  }
}
