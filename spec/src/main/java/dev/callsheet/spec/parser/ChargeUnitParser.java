package dev.callsheet.spec.parser;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ChargeUnit;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.source.YamlNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a charge counts: the key {@code per}, of which there is one kind in a charge. */
final class ChargeUnitParser {
  private static final BigDecimal MEGAPIXEL = BigDecimal.valueOf(1_000_000);

  /** What a token is taken to be where the spec does not say, in bytes of UTF-8. */
  private static final List<Integer> BYTES_OF_A_TOKEN = List.of(1, 8);

  /** Keys that go with one kind of unit only. */
  private static final Map<String, String> UNIT_OF_KEY =
      Map.of("pixels", "megapixel", "bytes", "token");

  private final ProblemCollector problems;
  private final ParameterPathParser paths;
  private final Map<String, UnitParser> unitParsers = new LinkedHashMap<>();

  /** Reads one kind of unit. */
  private interface UnitParser {
    ChargeUnit parse(YamlNode value, YamlNode.Mapping per, PathScope scope);
  }

  ChargeUnitParser(ProblemCollector problems) {
    this.problems = problems;
    this.paths = new ParameterPathParser(problems);
    unitParsers.put("second", this::second);
    unitParsers.put("secondOf", (value, per, scope) -> mediaSecond(value, null, scope));
    unitParsers.put("item", (value, per, scope) -> new ChargeUnit.Items(paths.parse(value, scope)));
    unitParsers.put(
        "character",
        (value, per, scope) ->
            new ChargeUnit.Characters(text(value, "characters are counted in texts", scope)));
    unitParsers.put("token", this::token);
    unitParsers.put("megapixel", this::megapixel);
    unitParsers.put(
        "unshown", (value, per, scope) -> new ChargeUnit.Unshown(value.asText().orElse("")));
  }

  /** The unit; where none is named, the request as a whole. */
  ChargeUnit parse(Optional<YamlNode.Mapping> per, PathScope scope) {
    return per.map(keys -> parse(keys, scope)).orElseGet(ChargeUnit.Request::new);
  }

  private ChargeUnit parse(YamlNode.Mapping per, PathScope scope) {
    List<String> found =
        unitParsers.keySet().stream()
            .filter(per::has)
            .filter(key -> !key.equals("secondOf") || !per.has("second"))
            .toList();
    checkKeys(per, found);
    if (found.isEmpty()) {
      return new ChargeUnit.Request();
    }
    String kind = found.get(0);
    UnitParser parser = Objects.requireNonNull(unitParsers.get(kind));
    return parser.parse(per.get(kind).orElse(per), per, scope);
  }

  private void checkKeys(YamlNode.Mapping per, List<String> found) {
    if (found.size() > 1) {
      problems.report(
          per.keyLocation(found.get(1)),
          "a charge counts one thing; write "
              + found.stream().map(kind -> "`" + kind + "`").collect(Collectors.joining(" and "))
              + " as charges of their own");
    } else if (found.isEmpty() && !problems.hasProblemAtKeyOf(per)) {
      problems.report(
          per.location(),
          "`per` says what is counted: one of "
              + unitParsers.keySet().stream()
                  .map(kind -> "`" + kind + "`")
                  .collect(Collectors.joining(", ")));
    }
    UNIT_OF_KEY.forEach(
        (key, unit) -> {
          if (per.has(key) && !found.contains(unit)) {
            problems.report(per.keyLocation(key), "`" + key + "` goes with `" + unit + "` only");
          }
        });
  }

  private ChargeUnit second(YamlNode value, YamlNode.Mapping per, PathScope scope) {
    ParameterPath duration = number(value, "seconds are a number", scope);
    return per.get("secondOf")
        .<ChargeUnit>map(media -> mediaSecond(media, duration, scope))
        .orElseGet(() -> new ChargeUnit.Seconds(duration, null));
  }

  private ChargeUnit mediaSecond(
      YamlNode value, @Nullable ParameterPath duration, PathScope scope) {
    ParameterPath media = paths.parse(value, scope);
    checkTexts(media, value, "media is a text or a list of texts", scope);
    return new ChargeUnit.Seconds(duration, media);
  }

  private ChargeUnit token(YamlNode value, YamlNode.Mapping per, PathScope scope) {
    ParameterPath text = text(value, "tokens are counted in texts", scope);
    List<Integer> bytes =
        per.items("bytes").stream()
            .flatMap(bound -> bound.asDecimal().stream())
            .map(BigDecimal::intValue)
            .toList();
    List<Integer> range = bytes.size() == 2 ? bytes : BYTES_OF_A_TOKEN;
    if (range.get(0) > range.get(1)) {
      problems.report(per.keyLocation("bytes"), "`bytes` begins with the least that a token has");
    }
    return new ChargeUnit.Tokens(text, range.get(0), range.get(1));
  }

  private ChargeUnit megapixel(YamlNode value, YamlNode.Mapping per, PathScope scope) {
    List<ParameterPath> sides =
        value.items().stream()
            .map(side -> number(side, "the sides of an image are numbers", scope))
            .toList();
    return sides.size() == 2
        ? new ChargeUnit.Megapixels(
            sides.get(0), sides.get(1), per.decimal("pixels").orElse(MEGAPIXEL))
        : new ChargeUnit.Request(); // reported by the meta-schema
  }

  private ParameterPath number(YamlNode node, String purpose, PathScope scope) {
    return paths.parseSingle(node, KeywordTypes.NUMBERS, purpose, scope);
  }

  /** A path to a text, or to texts, which are not media. */
  private ParameterPath text(YamlNode node, String purpose, PathScope scope) {
    ParameterPath path = paths.parse(node, scope);
    checkTexts(path, node, purpose, scope);
    boolean isMedia =
        Stream.concat(scope.shapes(path).stream(), scope.shapes(path.eachItem()).stream())
            .flatMap(shape -> shape.facets().stream())
            .anyMatch(Facet.Accepts.class::isInstance);
    if (isMedia) {
      problems.report(
          node.location(),
          "`" + path + "` is media, and " + purpose + "; for what no request shows, use `unshown`");
    }
    return path;
  }

  private void checkTexts(ParameterPath path, YamlNode node, String purpose, PathScope scope) {
    List<Shape> shapes = scope.shapes(path);
    Set<JsonType> types = KeywordTypes.of(shapes);
    Set<JsonType> items = KeywordTypes.of(scope.shapes(path.eachItem()));
    boolean isText = types.equals(Set.of(JsonType.STRING));
    boolean isListOfTexts =
        types.equals(Set.of(JsonType.ARRAY)) && items.equals(Set.of(JsonType.STRING));
    if (!types.isEmpty() && !isText && !isListOfTexts) {
      problems.report(
          node.location(), "`" + path + "` is " + describe(types, items) + ", and " + purpose);
    }
  }

  private static String describe(Set<JsonType> types, Set<JsonType> items) {
    return KeywordTypes.describe(types)
        + (items.isEmpty() ? "" : " whose items are each " + KeywordTypes.describe(items));
  }
}
