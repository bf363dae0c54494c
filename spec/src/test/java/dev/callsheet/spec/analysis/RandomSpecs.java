package dev.callsheet.spec.analysis;

import dev.callsheet.runtime.LengthUnit;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.RuleBody;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.model.Charge;
import dev.callsheet.spec.model.ChargeUnit;
import dev.callsheet.spec.model.ModelMetadata;
import dev.callsheet.spec.model.ModelMode;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.ParameterMetadata;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.source.SourceLocation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Small specs made at random, with values few enough that every request can be tried. */
public final class RandomSpecs {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Random random;
  private final Map<ParameterPath, List<JsonNode>> values = new LinkedHashMap<>();
  private final Map<ParameterPath, LengthUnit> units = new HashMap<>();

  private final boolean hasUnits;

  private RandomSpecs(long seed, boolean hasUnits) {
    this.random = new Random(seed);
    this.hasUnits = hasUnits;
  }

  /** The spec of a seed. */
  static ModelSpec spec(long seed) {
    return new RandomSpecs(seed, true).spec();
  }

  /** The spec of a seed; it counts the lengths of all texts in code points. */
  public static ModelSpec specWithoutUnits(long seed) {
    return new RandomSpecs(seed, false).spec();
  }

  private ModelSpec spec() {
    List<Parameter> members = new ArrayList<>();
    int plain = 2 + random.nextInt(2);
    for (int i = 0; i < plain; i++) {
      members.add(scalar(ParameterPath.ROOT, "p" + i));
    }
    if (random.nextBoolean()) {
      ParameterPath group = ParameterPath.parse("group");
      List<Parameter> inner = List.of(scalar(group, "a"), scalar(group, "b"));
      values.put(group, List.of());
      members.add(parameter(group, new Shape.Structure(inner), random.nextInt(6) == 0));
    }
    List<Rule> rules = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      rules.add(
          new Rule(
              "rule-" + i,
              random.nextInt(6) == 0 ? Severity.WARNING : Severity.ERROR,
              "Rule " + i + ".",
              ParameterPath.ROOT,
              body(),
              null,
              null,
              null,
              null,
              null,
              null,
              at(100 + i)));
    }
    List<ModelMode> modes = new ArrayList<>();
    if (random.nextBoolean()) {
      modes.add(new ModelMode("one", List.of(condition()), "", at(50)));
      modes.add(new ModelMode("two", List.of(condition()), "", at(51)));
    }
    ModelMetadata identity =
        new ModelMetadata(
            "test:random@1", "Random", null, null, "live", null, null, List.of(), null, "", "");
    return new ModelSpec(
        identity,
        new Shape.Structure(members),
        modes,
        rules,
        List.of(),
        random.nextBoolean() ? null : pricing(),
        new Shape.Structure(List.of()),
        List.of(),
        List.of(),
        List.of(),
        at(1));
  }

  private Parameter scalar(ParameterPath parent, String name) {
    ParameterPath path = parent.member(name);
    boolean required = random.nextInt(8) == 0;
    return switch (random.nextInt(7)) {
      case 3 ->
          choice(
              path,
              required,
              BoundaryValues.numberNode(new BigDecimal("0.5")),
              JSON.numberNode(1),
              BoundaryValues.numberNode(new BigDecimal("1.5")));
      case 4 -> choice(path, required, JSON.stringNode("x"), JSON.nullNode());
      case 5 -> {
        LengthUnit any = List.of(LengthUnit.values()).get(random.nextInt(3));
        LengthUnit unit = hasUnits ? any : LengthUnit.CODE_POINTS;
        units.put(path, unit);
        values.put(
            path, List.of(JSON.stringNode("x"), JSON.stringNode("xx"), JSON.stringNode("xxx")));
        yield parameter(
            path,
            new Shape.Scalar(JsonType.STRING, List.of(new Facet.Length(1, 3, unit))),
            required);
      }
      case 6 -> {
        values.put(path, List.of(objectOf(0), objectOf(1), objectOf(2)));
        yield parameter(
            path, new Shape.Dictionary(null, List.of(new Facet.MemberCount(null, 2))), required);
      }
      case 0 -> {
        values.put(path, List.of(JSON.booleanNode(true), JSON.booleanNode(false)));
        yield parameter(path, new Shape.Scalar(JsonType.BOOLEAN, List.of()), required);
      }
      case 1 -> {
        List<JsonNode> options = List.of(JSON.stringNode("x"), JSON.stringNode("y"));
        values.put(path, options);
        yield parameter(
            path,
            new Shape.Choice(options.stream().map(v -> new Shape.Option(v, "")).toList()),
            required);
      }
      default -> {
        values.put(path, List.of(JSON.numberNode(1), JSON.numberNode(2), JSON.numberNode(3)));
        yield parameter(
            path,
            new Shape.Scalar(
                JsonType.INTEGER,
                List.of(new Facet.Range(BigDecimal.ONE, false, BigDecimal.valueOf(3), false))),
            required);
      }
    };
  }

  private Parameter choice(ParameterPath path, boolean required, JsonNode... options) {
    values.put(path, List.of(options));
    return parameter(
        path,
        new Shape.Choice(Stream.of(options).map(value -> new Shape.Option(value, "")).toList()),
        required);
  }

  private static JsonNode objectOf(int members) {
    ObjectNode object = JSON.objectNode();
    for (int i = 1; i <= members; i++) {
      object.put("member" + i, "sample text");
    }
    return object;
  }

  private static Parameter parameter(ParameterPath path, Shape shape, boolean required) {
    ParameterMetadata notes =
        new ParameterMetadata(
            "", null, null, null, null, List.of(), Map.of(), null, null, Map.of());
    return new Parameter(path.lastName(), path, shape, required, null, null, notes, at(10));
  }

  private RuleBody body() {
    return switch (random.nextInt(6)) {
      case 0 -> new RuleBody.ExactlyOneOf(conditions(2 + random.nextInt(2)));
      case 1 -> new RuleBody.AtMostOneOf(conditions(2 + random.nextInt(2)));
      case 2 -> new RuleBody.AtLeastOneOf(conditions(1 + random.nextInt(2)));
      case 3 -> new RuleBody.AllOrNone(List.of(anyPath(), anyPath()));
      default -> {
        List<Formula> require = random.nextBoolean() ? List.of(condition()) : List.of();
        List<ParameterPath> forbid = random.nextBoolean() ? List.of(anyPath()) : List.of();
        Map<ParameterPath, SchemaFragment> constrain = new LinkedHashMap<>();
        if ((require.isEmpty() && forbid.isEmpty()) || random.nextInt(4) == 0) {
          Formula.@Nullable Matches matches = matches();
          if (matches == null) {
            forbid = List.of(anyPath());
          } else {
            constrain.put(matches.path(), matches.fragment());
          }
        }
        yield new RuleBody.Conditional(condition(), require, forbid, constrain);
      }
    };
  }

  private Pricing pricing() {
    List<Charge> charges = new ArrayList<>();
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      List<Pricing.Rate> rates = new ArrayList<>();
      int rateCount = 1 + random.nextInt(3);
      for (int j = 0; j < rateCount; j++) {
        rates.add(
            new Pricing.Rate(
                "rate " + i + j, BigDecimal.valueOf(j), priceCondition(), at(300 + 10 * i + j)));
      }
      if (random.nextInt(3) == 0) { // a partition: else most lists have gaps and overlaps
        Formula condition = condition();
        rates.clear();
        rates.add(new Pricing.Rate("yes " + i, BigDecimal.ONE, condition, at(300 + 10 * i)));
        rates.add(
            new Pricing.Rate(
                "no " + i, BigDecimal.TEN, new Formula.Not(condition), at(301 + 10 * i)));
      }
      charges.add(
          new Charge(
              "charge-" + i,
              priceCondition(),
              new ChargeUnit.Request(),
              BigDecimal.ZERO,
              BigDecimal.ONE,
              null,
              null,
              rates,
              at(200 + i)));
    }
    return new Pricing("USD", "", random.nextInt(4) > 0, charges, at(150));
  }

  private @Nullable Formula priceCondition() {
    return random.nextInt(4) == 0 ? null : condition();
  }

  private List<Formula> conditions(int count) {
    List<Formula> conditions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      conditions.add(condition());
    }
    return conditions;
  }

  private Formula condition() {
    int kind = random.nextInt(10);
    if (kind < 5) {
      return new Formula.Provided(anyPath());
    }
    if (kind < 7) {
      Formula.@Nullable Matches matches = matches();
      return matches == null ? new Formula.Provided(anyPath()) : matches;
    }
    if (kind == 7) {
      return new Formula.Not(new Formula.Provided(anyPath()));
    }
    List<Formula> parts = List.of(new Formula.Provided(anyPath()), new Formula.Provided(anyPath()));
    return kind == 8 ? new Formula.All(parts) : new Formula.Any(parts);
  }

  private Formula.@Nullable Matches matches() {
    ParameterPath path = anyPath();
    List<JsonNode> possible = values.getOrDefault(path, List.of());
    if (possible.isEmpty()) {
      return null;
    }
    JsonNode value = possible.get(random.nextInt(possible.size()));
    Facet facet = facet(path, value);
    SchemaFragment fragment =
        new SchemaFragment(
            List.of(
                random.nextInt(5) == 0
                    ? new Facet.Not(new SchemaFragment(List.of(facet)))
                    : facet));
    return new Formula.Matches(path, fragment);
  }

  /** One that some of the values of a parameter match, such as the given one. */
  private Facet facet(ParameterPath path, JsonNode value) {
    if (value.isObject()) {
      return random.nextBoolean()
          ? new Facet.MemberCount(null, value.size())
          : new Facet.MemberCount(value.size(), null);
    }
    LengthUnit unit = units.get(path);
    if (unit != null) {
      int length = value.stringValue().length();
      return random.nextBoolean()
          ? new Facet.Length(null, length, unit)
          : new Facet.Length(length, null, unit);
    }
    return value.isNumber() && random.nextBoolean()
        ? new Facet.Range(null, false, value.decimalValue(), random.nextInt(4) == 0)
        : new Facet.OneOf(List.of(value));
  }

  private ParameterPath anyPath() {
    List<ParameterPath> paths = List.copyOf(values.keySet());
    return paths.get(random.nextInt(paths.size()));
  }

  private static SourceLocation at(int line) {
    return new SourceLocation("random.yaml", line, 1);
  }
}
