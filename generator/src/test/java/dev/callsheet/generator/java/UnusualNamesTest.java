package dev.callsheet.generator.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.MediaSource;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.RuleBody;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.model.ModelMetadata;
import dev.callsheet.spec.model.ModelMode;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.ParameterMetadata;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.source.SourceLocation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class UnusualNamesTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final SourceLocation NOWHERE = new SourceLocation("test.yaml", 1, 1);

  /** Text that would leave a comment or a literal, if it could. */
  private static final String HOSTILE =
      "*/ } { \\u002a/ \\ $L $T $$ @Deprecated <b> & {@code x} \"; System.exit(1); // `a*/b`"
          + " \u202e\u0000\n\n* @param x {@link";

  private static final List<String> NAMES =
      List.of(
          "class",
          "3d",
          "a-b",
          "a_b",
          "aB",
          "*/",
          "\\u002a/",
          "$L",
          "@Deprecated",
          "request",
          "found",
          "violations",
          "provided",
          "all",
          "i",
          "each",
          "parent",
          "build",
          "builder",
          "toBuilder",
          "toString",
          "hashCode",
          "getClass",
          "additional",
          "size",
          "check",
          "modelType",
          "value",
          "name",
          "switch",
          "yield",
          "record",
          "this",
          "null",
          "é",
          "可灵",
          "\"",
          "a\nb",
          "of",
          "parts",
          "String",
          "Object",
          "Override",
          "Map",
          "List",
          "Builder",
          "Violations",
          "a/b~c");

  @TempDir private static java.nio.file.Path directory;

  @Test
  void everyNameMakesJavaThatCompiles() {
    List<Parameter> members = new ArrayList<>();
    for (String name : NAMES) {
      members.add(parameter(name, scalar(JsonType.STRING, new Facet.Length(1, 5)), false));
      members.add(parameter(name + ".", choice("\"a\"", "0", "-1", "\"16:9\"", "\"3d\""), false));
      members.add(
          parameter(
              name + ";",
              new Shape.Structure(List.of(parameter(name, scalar(JsonType.INTEGER), true))),
              false));
      if (members.size() > 40) {
        continue; // enough lists: every one is a class more to compile
      }
      members.add(
          parameter(
              name + ",",
              new Shape.Sequence(
                  new Shape.Structure(
                      List.of(
                          parameter(
                              name,
                              new Shape.Sequence(
                                  scalar(
                                      JsonType.NUMBER, new Facet.MultipleOf(new BigDecimal("0.5"))),
                                  List.of(new Facet.ItemCount(1, 3), new Facet.UniqueItems())),
                              true))),
                  List.of()),
              false));
    }
    ModelSpec spec = spec("Nasty: */ \\u0022 $S 3.0", members, List.of());
    assertThat(generatedAndCompiled(spec)).hasSizeGreaterThan(NAMES.size());
  }

  @Test
  void enumValuesOfEveryKindMakeJavaThatCompiles() {
    List<Parameter> members =
        List.of(
            parameter("mixed", choice("\"0\"", "0", "\"-1\"", "-1", "true", "0.5"), false),
            parameter(
                "odd", choice("\"\"", "\" \"", "\"*/\"", "\"a\"", "\"A\"", "\"\\\"\""), false),
            parameter("whole", choice("1", "2", "3000000000"), false),
            parameter("flag", choice("true"), false),
            parameter("constant", choice("\"\\\\u002a*/\""), true));
    assertThat(generatedAndCompiled(spec("Enums", members, List.of()))).isNotEmpty();
  }

  @Test
  void everyFormulaAndFacetMakesJavaThatCompiles() {
    Shape.Structure item =
        new Shape.Structure(
            List.of(
                parameter("n", scalar(JsonType.INTEGER), false),
                parameter("t", scalar(JsonType.STRING), false),
                parameter(
                    "deep",
                    new Shape.Sequence(
                        new Shape.Structure(
                            List.of(parameter("m", scalar(JsonType.NUMBER), false))),
                        List.of()),
                    false)));
    List<Parameter> members =
        List.of(
            parameter("width", scalar(JsonType.INTEGER, range(1, 9)), false),
            parameter("height", scalar(JsonType.INTEGER), false),
            parameter("text", scalar(JsonType.STRING, new Facet.Pattern("^[a-z]+$")), false),
            parameter(
                "media",
                scalar(JsonType.STRING, new Facet.Accepts(Set.of(MediaSource.URL))),
                false),
            parameter("when", scalar(JsonType.STRING, new Facet.Format("date-time")), false),
            parameter(
                "length",
                new Shape.Union(
                    List.of(
                        new Shape.Alternative("", "", scalar(JsonType.INTEGER, range(1, 9))),
                        new Shape.Alternative("", "", choice("\"auto\"")),
                        new Shape.Alternative("", "", scalar(JsonType.BOOLEAN)),
                        new Shape.Alternative("", "", item))),
                false),
            parameter("mode", choice("\"a\"", "\"b\""), false),
            parameter("list", new Shape.Sequence(item, List.of()), false));
    ParameterPath list = ParameterPath.parse("list");
    List<Formula> formulas = new ArrayList<>();
    for (Facet facet :
        List.of(
            new Facet.OneOf(List.of(JSON.readTree("5"), JSON.readTree("\"auto\""))),
            range(2, 4),
            new Facet.MultipleOf(BigDecimal.TEN),
            new Facet.Length(null, 4),
            new Facet.Pattern("x"),
            new Facet.Format("uuid4"),
            new Facet.Accepts(Set.of(MediaSource.UUID, MediaSource.BASE64)),
            new Facet.ItemCount(2, null),
            new Facet.UniqueItems(),
            new Facet.Contains(
                new SchemaFragment(List.of(new Facet.HasMember("n", of(range(1, 2)))))),
            new Facet.OfType(JsonType.INTEGER),
            new Facet.Not(of(new Facet.Pattern("y"))))) {
      for (Parameter member : members) {
        formulas.add(new Formula.Matches(member.path(), of(facet)));
      }
      formulas.add(new Formula.Matches(ParameterPath.parse("list[].n"), of(facet)));
      formulas.add(new Formula.Matches(ParameterPath.parse("list[].deep[].m"), of(facet)));
    }
    formulas.add(new Formula.Provided(ParameterPath.parse("list[].deep[].m")));
    formulas.add(new Formula.Provided(ParameterPath.parse("length.n")));
    formulas.add(
        new Formula.SumEquals(ParameterPath.parse("list[].n"), ParameterPath.parse("width"), null));
    formulas.add(
        new Formula.SumEquals(
            ParameterPath.parse("list[].deep[].m"),
            ParameterPath.parse("width"),
            new BigDecimal("2.5")));
    formulas.add(
        new Formula.ProductWithin(
            List.of(ParameterPath.parse("width"), ParameterPath.parse("height")),
            BigDecimal.ONE,
            null));
    formulas.add(
        new Formula.QuotientWithin(
            ParameterPath.parse("width"),
            ParameterPath.parse("height"),
            null,
            new BigDecimal("2.5")));
    formulas.add(
        new Formula.PlaceholdersWithin(
            List.of(ParameterPath.parse("text"), ParameterPath.parse("list[].t")),
            "<(\\d)>",
            list));
    List<Rule> rules = new ArrayList<>();
    for (Formula formula : formulas) {
      rules.add(
          rule(rules.size(), new RuleBody.ExactlyOneOf(List.of(formula)), ParameterPath.ROOT));
    }
    rules.add(
        rule(rules.size(), new RuleBody.AtLeastOneOf(formulas.subList(0, 9)), ParameterPath.ROOT));
    rules.add(
        rule(rules.size(), new RuleBody.AtMostOneOf(formulas.subList(0, 9)), ParameterPath.ROOT));
    rules.add(
        rule(
            rules.size(),
            new RuleBody.AllOrNone(List.of(ParameterPath.parse("n"), ParameterPath.parse("deep"))),
            list.eachItem()));
    rules.add(
        rule(
            rules.size(),
            new RuleBody.Conditional(
                null,
                List.of(),
                List.of(ParameterPath.parse("m")),
                Map.of(ParameterPath.parse("m"), of(range(1, 2)))),
            ParameterPath.parse("list[].deep[]")));
    assertThat(generatedAndCompiled(spec("Formulas", members, rules))).isNotEmpty();
  }

  @Test
  void listsOfListsMakeJavaThatCompiles() {
    Shape numbers = new Shape.Sequence(scalar(JsonType.NUMBER), List.of(new Facet.ItemCount(1, 3)));
    List<Parameter> members =
        List.of(parameter("matrix", new Shape.Sequence(numbers, List.of()), false));
    assertThat(generatedAndCompiled(spec("Lists", members, List.of()))).isNotEmpty();
  }

  @Test
  void everyRunGivesTheSameBytes() {
    ModelSpec spec =
        spec("Same", List.of(parameter("a", choice("\"x\"", "\"y\""), false)), List.of());
    JavaGenerator generator = new JavaGenerator("com.acme");
    assertThat(generator.generate(spec)).isEqualTo(new JavaGenerator("com.acme").generate(spec));
  }

  private static List<GeneratedFile> generatedAndCompiled(ModelSpec spec) {
    List<GeneratedFile> files = new JavaGenerator("com.acme").generate(spec);
    CompiledSources.of(directory.resolve(spec.metadata().name().substring(0, 5)), files);
    return files;
  }

  private static ModelSpec spec(String name, List<Parameter> members, List<Rule> rules) {
    ModelMetadata identity =
        new ModelMetadata(
            HOSTILE,
            name,
            null,
            null,
            "live",
            null,
            null,
            List.of(),
            null,
            HOSTILE,
            HOSTILE + " " + HOSTILE);
    List<ModelMode> modes = new ArrayList<>();
    for (Parameter member : members) {
      modes.add(
          new ModelMode(member.name(), Formula.provided(List.of(member.path())), HOSTILE, NOWHERE));
    }
    return new ModelSpec(
        identity,
        new Shape.Structure(members),
        modes,
        rules,
        List.of(),
        null,
        new Shape.Structure(members),
        List.of(),
        List.of(),
        List.of(),
        NOWHERE);
  }

  private static Rule rule(int number, RuleBody body, ParameterPath scope) {
    return new Rule(
        "rule-" + number,
        Severity.ERROR,
        HOSTILE,
        scope,
        body,
        null,
        null,
        null,
        null,
        null,
        null,
        NOWHERE);
  }

  private static Parameter parameter(String name, Shape shape, boolean required) {
    ParameterMetadata notes =
        new ParameterMetadata(
            HOSTILE, "*/", null, null, null, List.of(), Map.of(), null, null, Map.of());
    return new Parameter(
        name,
        ParameterPath.ROOT.member(name),
        shape,
        required,
        JSON.readTree("\"*/\""),
        null,
        notes,
        NOWHERE);
  }

  private static Shape.Scalar scalar(JsonType type, Facet... facets) {
    return new Shape.Scalar(type, List.of(facets));
  }

  private static Shape.Choice choice(String... values) {
    List<Shape.Option> options = new ArrayList<>();
    for (String value : values) {
      JsonNode node = JSON.readTree(value);
      options.add(new Shape.Option(node, HOSTILE));
    }
    return new Shape.Choice(options);
  }

  private static Facet.Range range(int minimum, int maximum) {
    return new Facet.Range(BigDecimal.valueOf(minimum), false, BigDecimal.valueOf(maximum), true);
  }

  private static SchemaFragment of(Facet facet) {
    return new SchemaFragment(List.of(facet));
  }
}
