package dev.callsheet.generator.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.RuleBody;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.model.ModelMetadata;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.ParameterMetadata;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Rules about values that Java holds in another form than JSON does. */
class JavaRepresentationRulesTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final SourceLocation NOWHERE = new SourceLocation("forms.yaml", 1, 1);

  @TempDir private static java.nio.file.Path directory;
  private static Class<?> request;

  @BeforeAll
  static void compile() throws ClassNotFoundException {
    Shape duration =
        new Shape.Union(
            List.of(
                new Shape.Alternative("", "", scalar(JsonType.INTEGER)),
                new Shape.Alternative("", "", choice("auto", "short"))));
    ModelSpec spec =
        spec(
            List.of(
                parameter("duration", duration, false),
                parameter("kind", choice("film"), true),
                parameter("page", scalar(JsonType.STRING, new Facet.Format("uri")), false)),
            Map.of(
                "no-auto", one("duration", new Facet.OneOf(List.of(JSON.readTree("\"auto\"")))),
                "no-seven", one("duration", new Facet.OneOf(List.of(JSON.readTree("7")))),
                "no-other", one("duration", new Facet.OneOf(List.of(JSON.readTree("\"other\"")))),
                "no-long-page", one("page", new Facet.Length(20, null)),
                "no-page-of-a-film",
                    new Formula.All(
                        List.of(
                            new Formula.Provided(ParameterPath.parse("kind")),
                            one("page", new Facet.Pattern("film$"))))));
    request =
        CompiledSources.of(directory, new JavaGenerator("com.acme").generate(spec))
            .type("com.acme.forms.FormsRequest");
  }

  @Test
  void comparesAValueInEachUnionVariant() {
    assertThat(broken("{\"duration\": \"auto\"}")).containsExactly("no-auto");
    assertThat(broken("{\"duration\": 7}")).containsExactly("no-seven");
    assertThat(broken("{\"duration\": 8}")).isEmpty();
    assertThat(broken("{\"duration\": \"short\"}")).isEmpty();
    assertThat(broken("{}")).isEmpty();
  }

  @Test
  void comparesAUriAsText() {
    assertThat(broken("{\"page\": \"https://example.com/page\"}")).containsExactly("no-long-page");
    assertThat(broken("{\"page\": \"https://a.de\"}")).isEmpty();
  }

  @Test
  void treatsAConstantAsProvided() {
    assertThat(broken("{\"page\": \"https://a.de/film\"}")).containsExactly("no-page-of-a-film");
  }

  private static List<String> broken(String json) {
    ModelRequest<?> made = (ModelRequest<?>) JSON.readValue(json, request);
    return made.check().stream().map(Violation::rule).toList();
  }

  private static Formula one(String path, Facet facet) {
    return new Formula.Matches(ParameterPath.parse(path), new SchemaFragment(List.of(facet)));
  }

  private static ModelSpec spec(List<Parameter> members, Map<String, Formula> forbidden) {
    List<Rule> rules = new ArrayList<>();
    forbidden.forEach(
        (id, formula) ->
            rules.add(
                new Rule(
                    id,
                    Severity.ERROR,
                    "Not so.",
                    ParameterPath.ROOT,
                    new RuleBody.ExactlyOneOf(List.of(new Formula.Not(formula))),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    NOWHERE)));
    return new ModelSpec(
        new ModelMetadata(
            "a:b@c", "Forms", null, null, "live", null, null, List.of(), null, "", ""),
        new Shape.Structure(members),
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

  private static Parameter parameter(String name, Shape shape, boolean required) {
    ParameterMetadata notes =
        new ParameterMetadata(
            "", null, null, null, null, List.of(), Map.of(), null, null, Map.of());
    return new Parameter(
        name, ParameterPath.ROOT.member(name), shape, required, null, null, notes, NOWHERE);
  }

  private static Shape.Scalar scalar(JsonType type, Facet... facets) {
    return new Shape.Scalar(type, List.of(facets));
  }

  private static Shape.Choice choice(String... values) {
    List<Shape.Option> options = new ArrayList<>();
    for (String value : values) {
      options.add(new Shape.Option(JSON.readTree("\"" + value + "\""), ""));
    }
    return new Shape.Choice(options);
  }
}
