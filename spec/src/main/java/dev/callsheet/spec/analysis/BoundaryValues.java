package dev.callsheet.spec.analysis;

import dev.callsheet.runtime.MediaKind;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.FacetVisitor;
import dev.callsheet.spec.logic.JsonNumbers;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.MediaSource;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.model.Shape;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Boundary value analysis: the values at every bound that facets name and on both sides of it.
 *
 * <p>Facets about numbers and lengths change their answer only at the bounds that they name, so
 * among the values at a bound, next to it and half-way between two neighbouring bounds there is one
 * for every combination of answers. "Next to" is one step away: the least common multiple of the
 * steps demanded, 1 for integers, 0.5 where there is none. Patterns and formats have no such
 * bounds; for these only an example is tried. The number of values is linear in the number of
 * bounds: at most six for each.
 *
 * <p>Source: boundary value analysis of software testing, as in G. Myers, <em>The Art of Software
 * Testing</em> (1979), chapter 4.
 */
final class BoundaryValues {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String SAMPLE_TEXT = "sample text";
  private static final String SAMPLE_UUID4 = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

  private final Set<BigDecimal> numbers = new TreeSet<>();
  private final Set<String> texts = new LinkedHashSet<>();
  private final Set<Integer> lengths = new TreeSet<>();
  private final Set<Integer> itemCounts = new TreeSet<>();
  private final Set<Integer> memberCounts = new TreeSet<>();
  private @Nullable BigDecimal step;

  private BoundaryValues() {}

  /** The values around the bounds in facets. */
  static BoundaryValues of(Collection<Facet> facets) {
    return of(facets, List.of());
  }

  /**
   * The values around the bounds in facets and in fragments.
   *
   * @param facets of a shape
   * @param fragments that a value of the shape is compared with
   */
  static BoundaryValues of(Collection<Facet> facets, Collection<SchemaFragment> fragments) {
    BoundaryValues values = new BoundaryValues();
    Collector collector = values.new Collector();
    collector.addAll(facets);
    fragments.forEach(fragment -> collector.addAll(fragment.facets()));
    return values;
  }

  /**
   * Those of the values to try that a shape allows.
   *
   * @param preferred to try first, such as the default
   */
  Stream<JsonNode> allowedValues(Shape.Scalar scalar, @Nullable JsonNode preferred) {
    Stream<JsonNode> tried =
        switch (scalar.type()) {
          case STRING -> strings(preferred);
          case BOOLEAN -> Stream.of(JSON.booleanNode(true), JSON.booleanNode(false));
          default -> numbers(scalar.type(), preferred);
        };
    Predicate<JsonNode> isAllowed = FacetPredicates.of(new SchemaFragment(scalar.facets()));
    List<JsonNode> allowed = tried.filter(scalar::hasTypeOf).filter(isAllowed).toList();
    return allowed.isEmpty() && scalar.type() == JsonType.STRING
        ? lengthened().filter(isAllowed)
        : allowed.stream();
  }

  /** The examples of patterns made as long as bounds want them, for patterns that leave the end. */
  private Stream<JsonNode> lengthened() {
    return texts.stream()
        .flatMap(
            text ->
                lengths.stream()
                    .filter(length -> length > text.length())
                    .filter(length -> length <= ValuePartition.MAX_SAMPLE_LENGTH)
                    .map(length -> text + "x".repeat(length - text.length())))
        .map(JSON::stringNode);
  }

  /**
   * Numbers to try.
   *
   * @param type integer or number
   * @param preferred to try first where it is a number, such as the default
   */
  Stream<JsonNode> numbers(JsonType type, @Nullable JsonNode preferred) {
    @Nullable BigDecimal stepOfType =
        type == JsonType.INTEGER ? combined(step, BigDecimal.ONE) : step;
    BigDecimal unit = stepOfType == null ? new BigDecimal("0.5") : stepOfType;
    Set<BigDecimal> tried = new LinkedHashSet<>();
    if (preferred != null && preferred.isNumber()) {
      tried.add(preferred.decimalValue().stripTrailingZeros());
    }
    BigDecimal previous = null;
    for (BigDecimal bound : numbers.isEmpty() ? Set.of(BigDecimal.ONE) : numbers) {
      if (previous != null) {
        BigDecimal middle = previous.add(bound).divide(BigDecimal.valueOf(2));
        tried.add(roundDownToStep(middle, unit));
        if (stepOfType == null) {
          tried.add(middle.stripTrailingZeros());
        }
      }
      BigDecimal below = roundDownToStep(bound, unit);
      tried.add(bound.stripTrailingZeros());
      tried.add(below);
      tried.add(below.subtract(unit).stripTrailingZeros());
      tried.add(below.add(unit).stripTrailingZeros());
      previous = bound;
    }
    return tried.stream().map(BoundaryValues::numberNode);
  }

  /**
   * Strings to try: those that facets name, examples of formats and patterns, and one of every
   * length at a bound or next to it that no facet names.
   *
   * @param preferred to try first where it is a string, such as the default
   */
  private Stream<JsonNode> strings(@Nullable JsonNode preferred) {
    Stream<String> first =
        Stream.ofNullable(preferred).filter(JsonNode::isString).map(JsonNode::stringValue);
    Stream<String> ofLengths =
        lengths.stream()
            .filter(length -> length <= ValuePartition.MAX_SAMPLE_LENGTH)
            .map(this::unnamed);
    String ofAnyLength = texts.contains(SAMPLE_TEXT) ? unnamed(SAMPLE_TEXT.length()) : SAMPLE_TEXT;
    return Stream.of(first, texts.stream(), Stream.of(ofAnyLength), ofLengths, Stream.of(""))
        .flatMap(tried -> tried)
        .distinct()
        .map(JSON::stringNode);
  }

  /** A string of that length: plain, and where facets name the plainest, another. */
  private String unnamed(int length) {
    return IntStream.concat(IntStream.rangeClosed('x', 'z'), IntStream.rangeClosed('!', '~'))
        .mapToObj(letter -> Character.toString(letter).repeat(length))
        .filter(text -> !texts.contains(text))
        .findFirst()
        .orElseGet(() -> "x".repeat(length)); // facets name every letter
  }

  /** Numbers of items to try; one item first, as the plainest list there is. */
  Set<Integer> itemCounts() {
    return withOneAndNone(itemCounts);
  }

  /** Numbers of members to try, where an object may have any. */
  Set<Integer> memberCounts() {
    return withOneAndNone(memberCounts);
  }

  private static Set<Integer> withOneAndNone(Set<Integer> bounds) {
    Set<Integer> counts = new LinkedHashSet<>(List.of(1, 0));
    counts.addAll(bounds);
    return counts;
  }

  /** Collects the bounds that facets name, those within negations too. */
  private final class Collector implements FacetVisitor<@Nullable Void> {
    void addAll(Collection<Facet> facets) {
      facets.forEach(facet -> facet.accept(this));
    }

    @Override
    public @Nullable Void visitOfType(Facet.OfType facet) {
      return null; // every value of a shape has the shape's type
    }

    @Override
    public @Nullable Void visitOneOf(Facet.OneOf facet) {
      for (JsonNode value : facet.values()) {
        if (value.isNumber()) {
          numbers.add(value.decimalValue());
        } else if (value.isString()) {
          texts.add(value.stringValue());
        }
      }
      return null;
    }

    @Override
    public @Nullable Void visitRange(Facet.Range facet) {
      Stream.of(facet.minimum(), facet.maximum()).filter(Objects::nonNull).forEach(numbers::add);
      return null;
    }

    @Override
    public @Nullable Void visitMultipleOf(Facet.MultipleOf facet) {
      step = combined(step, facet.divisor());
      return null;
    }

    @Override
    public @Nullable Void visitLength(Facet.Length facet) {
      addNeighbours(facet.minimum(), lengths);
      addNeighbours(facet.maximum(), lengths);
      return null;
    }

    @Override
    public @Nullable Void visitPattern(Facet.Pattern facet) {
      RegexExample.of(facet.regex()).ifPresent(texts::add);
      return null;
    }

    @Override
    public @Nullable Void visitFormat(Facet.Format facet) {
      texts.addAll(List.of(SAMPLE_UUID4, "https://example.com/media", "2026-01-01T00:00:00Z"));
      return null;
    }

    @Override
    public @Nullable Void visitAccepts(Facet.Accepts facet) {
      facet.sources().forEach(source -> texts.add(sampleMedia(source, facet.kind())));
      return null;
    }

    @Override
    public @Nullable Void visitItemCount(Facet.ItemCount facet) {
      addNeighbours(facet.minimum(), itemCounts);
      addNeighbours(facet.maximum(), itemCounts);
      return null;
    }

    @Override
    public @Nullable Void visitMemberCount(Facet.MemberCount facet) {
      addNeighbours(facet.minimum(), memberCounts);
      addNeighbours(facet.maximum(), memberCounts);
      return null;
    }

    @Override
    public @Nullable Void visitUniqueItems(Facet.UniqueItems facet) {
      return null; // compares items, names no bound
    }

    @Override
    public @Nullable Void visitContains(Facet.Contains facet) {
      return null; // its bounds are those of the items
    }

    @Override
    public @Nullable Void visitNot(Facet.Not facet) {
      addAll(facet.fragment().facets());
      return null;
    }

    @Override
    public @Nullable Void visitHasMember(Facet.HasMember facet) {
      return null; // its bounds are those of the member
    }
  }

  /** An example of a piece of media given in that way. */
  static String sampleMedia(MediaSource source, @Nullable MediaKind kind) {
    return switch (source) {
      case UUID -> SAMPLE_UUID4;
      case URL -> "https://example.com/media";
      case DATA_URI -> "data:" + sampleType(kind) + ";base64," + sampleBytes(kind);
      case BASE64 -> sampleBytes(kind);
    };
  }

  private static String sampleType(@Nullable MediaKind kind) {
    return kind == MediaKind.VIDEO
        ? "video/mp4"
        : kind == MediaKind.AUDIO ? "audio/mpeg" : "image/png";
  }

  /** The beginning of a file. */
  private static String sampleBytes(@Nullable MediaKind kind) {
    return kind == MediaKind.VIDEO
        ? "AAAAIGZ0eXBpc29tAAACAGlzb21pc28yYXZjMW1wNDE="
        : kind == MediaKind.AUDIO
            ? "SUQzBAAAAAAAI1RTU0UAAAAPAAADTGF2ZjU4Ljc2LjEwMA=="
            : "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ";
  }

  static JsonNode numberNode(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    if (plain.scale() <= 0 && plain.precision() - plain.scale() <= 18) {
      long whole = plain.longValueExact();
      return whole == (int) whole ? JSON.numberNode((int) whole) : JSON.numberNode(whole);
    }
    return JSON.numberNode(plain);
  }

  private static void addNeighbours(@Nullable Integer bound, Set<Integer> values) {
    if (bound != null) {
      for (int value : new int[] {bound - 1, bound, bound + 1}) {
        if (value >= 0) {
          values.add(value);
        }
      }
    }
  }

  private static BigDecimal roundDownToStep(BigDecimal value, BigDecimal unit) {
    return value.divide(unit, 0, RoundingMode.FLOOR).multiply(unit).stripTrailingZeros();
  }

  /** The step of the numbers that are multiples of both; null is no step. */
  private static BigDecimal combined(@Nullable BigDecimal step, BigDecimal other) {
    return step == null ? other : JsonNumbers.leastCommonMultiple(step, other);
  }
}
