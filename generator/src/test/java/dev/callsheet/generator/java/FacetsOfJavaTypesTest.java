package dev.callsheet.generator.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.MediaSource;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.RuleBody;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.model.ModelMetadata;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.ParameterMetadata;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.validation.ModelValidator;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * For every facet and every Java type that a value can have, the generated checker says what the
 * validator says: each parameter is forbidden by a rule for each facet.
 */
class FacetsOfJavaTypesTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final SourceLocation NOWHERE = new SourceLocation("facets.yaml", 1, 1);
  private static final String UUID4 = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
  private static final String UUID1 = "7c9e6679-7425-10de-944b-e07fc1f90ae7";
  private static final String URL = "https://example.com/";
  private static final String MOMENT = "2026-01-01T00:00:00Z";

  private static final Map<String, Shape> SHAPES = new LinkedHashMap<>();
  private static final Map<String, List<Object>> VALUES = new LinkedHashMap<>();

  static {
    add("count", scalar(JsonType.INTEGER), 5, 8);
    add("ratio", scalar(JsonType.NUMBER), 0.5, 8);
    add("flag", scalar(JsonType.BOOLEAN), true, false);
    add("text", scalar(JsonType.STRING), "film", "short", UUID4, UUID1, URL, MOMENT, "");
    add("id", scalar(JsonType.STRING, new Facet.Format("uuid")), UUID4, UUID1);
    add("page", scalar(JsonType.STRING, new Facet.Format("uri")), URL);
    add("size", choice(5, 8, 10), 5, 8, 10);
    add("kind", choice("film", "short", UUID4), "film", "short", UUID4);
    add("seconds", union(scalar(JsonType.INTEGER), choice("auto", "short")), 5, 8, "auto", "short");
    add("length", union(choice("auto", "short"), scalar(JsonType.INTEGER)), 5, 8, "auto", "short");
    add("level", union(choice(5, 8), scalar(JsonType.STRING)), 5, 8, "film", UUID4, URL);
    add("speed", union(scalar(JsonType.NUMBER), choice("slow")), 0.5, 8, "slow");
    add("list", list(scalar(JsonType.INTEGER)), List.of(), List.of(8), List.of(5, 8, 8));
    add("names", list(scalar(JsonType.STRING)), List.of(), List.of("film"), List.of("a", "a"));
    add("part", object(), Map.of(), Map.of("width", 5), Map.of("width", 8));
    add("any", union(object(), list(scalar(JsonType.INTEGER))), Map.of("width", 8), List.of(8, 8));
  }

  private static final List<Facet> FACETS =
      Stream.concat(
              Arrays.stream(JsonType.values()).map(Facet.OfType::new),
              Stream.of(
                  oneOf(8),
                  oneOf("film", 5),
                  oneOf(true),
                  range(6, null),
                  range(null, 8),
                  new Facet.Range(null, false, BigDecimal.valueOf(8), true),
                  new Facet.MultipleOf(BigDecimal.valueOf(4)),
                  new Facet.Length(null, 5),
                  new Facet.Length(5, null),
                  new Facet.Pattern("^s|[^l]m"),
                  new Facet.Format("uuid"),
                  new Facet.Format("uuid4"),
                  new Facet.Format("uri"),
                  new Facet.Format("date-time"),
                  new Facet.Accepts(Set.of(MediaSource.UUID, MediaSource.URL)),
                  new Facet.ItemCount(1, 1),
                  new Facet.UniqueItems(),
                  new Facet.Contains(fragment(oneOf(8))),
                  new Facet.Not(fragment(range(6, null))),
                  new Facet.Not(fragment(new Facet.OfType(JsonType.NUMBER))),
                  new Facet.HasMember("width", fragment(range(6, null)))))
          .toList();

  @TempDir private static Path directory;
  private static Class<?> request;
  private static ModelValidator validator;

  @BeforeAll
  static void compile() throws ClassNotFoundException {
    ModelSpec spec = spec();
    validator = new ModelValidator(spec, RuleInterpretation.ENFORCED);
    request =
        CompiledSources.of(directory, new JavaGenerator("com.acme").generate(spec))
            .type("com.acme.facets.FacetsRequest");
  }

  static Stream<String> parameters() {
    return SHAPES.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void checkerAndValidatorAgreeOnEveryFacet(String name) {
    for (Object value : VALUES.getOrDefault(name, List.of())) {
      JsonNode task =
          JSON.createObjectNode().put("taskUUID", UUID4).set(name, JSON.valueToTree(value));
      List<String> expected = validator.validate(task).stream().map(Violation::rule).toList();
      ModelRequest<?> made = (ModelRequest<?>) JSON.treeToValue(task, request);
      assertThat(made.check().stream().map(Violation::rule))
          .as(task.toString())
          .containsExactlyElementsOf(expected);
    }
  }

  private static ModelSpec spec() {
    List<Parameter> parameters = new ArrayList<>();
    List<Rule> rules = new ArrayList<>();
    parameters.add(parameter(ParameterPath.parse("taskUUID"), scalar(JsonType.STRING)));
    SHAPES.forEach(
        (name, shape) -> {
          ParameterPath path = ParameterPath.parse(name);
          parameters.add(parameter(path, shape));
          FACETS.forEach(facet -> rules.add(forbidden(path, facet)));
        });
    return new ModelSpec(
        new ModelMetadata(
            "a:b@c", "Facets", null, null, "live", null, null, List.of(), null, "", ""),
        new Shape.Structure(parameters),
        List.of(),
        rules,
        List.of(),
        null,
        new Shape.Structure(List.of()),
        List.of(),
        List.of(),
        List.of(),
        NOWHERE);
  }

  private static Rule forbidden(ParameterPath path, Facet facet) {
    Formula matches = new Formula.Matches(path, fragment(facet));
    return new Rule(
        "no-" + path + "-" + FACETS.indexOf(facet),
        Severity.ERROR,
        "Forbidden by " + facet.getClass().getSimpleName() + ".",
        ParameterPath.ROOT,
        new RuleBody.AtLeastOneOf(List.of(new Formula.Not(matches))),
        null,
        null,
        null,
        null,
        null,
        null,
        NOWHERE);
  }

  private static void add(String name, Shape shape, Object... values) {
    SHAPES.put(name, shape);
    VALUES.put(name, List.of(values));
  }

  private static Parameter parameter(ParameterPath path, Shape shape) {
    ParameterMetadata notes =
        new ParameterMetadata(
            "", null, null, null, null, List.of(), Map.of(), null, null, Map.of());
    return new Parameter(path.lastName(), path, shape, false, null, null, notes, NOWHERE);
  }

  private static Shape.Scalar scalar(JsonType type, Facet... facets) {
    return new Shape.Scalar(type, List.of(facets));
  }

  private static Shape choice(Object... values) {
    return new Shape.Choice(
        Stream.of(values).map(value -> new Shape.Option(JSON.valueToTree(value), "")).toList());
  }

  private static Shape union(Shape... shapes) {
    return new Shape.Union(
        Stream.of(shapes).map(shape -> new Shape.Alternative("", "", shape)).toList());
  }

  private static Shape list(Shape items) {
    return new Shape.Sequence(items, List.of());
  }

  /** The path of its member does not matter here. */
  private static Shape object() {
    return new Shape.Structure(
        List.of(parameter(ParameterPath.parse("part.width"), scalar(JsonType.INTEGER))));
  }

  private static SchemaFragment fragment(Facet facet) {
    return new SchemaFragment(List.of(facet));
  }

  private static Facet oneOf(Object... values) {
    return new Facet.OneOf(Stream.of(values).<JsonNode>map(JSON::valueToTree).toList());
  }

  private static Facet range(@Nullable Integer minimum, @Nullable Integer maximum) {
    return new Facet.Range(
        minimum == null ? null : BigDecimal.valueOf(minimum),
        false,
        maximum == null ? null : BigDecimal.valueOf(maximum),
        false);
  }
}
