package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.MediaSource;
import dev.callsheet.spec.logic.SchemaFragment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Values worth trying: with every bound that anything names, the values at it and on both sides of
 * it, so that among them is one for every way the bounds can be met or missed.
 */
final class BoundaryValues {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String SAMPLE_UUID4 = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

  private BoundaryValues() {}

  /** Numbers around every bound in the facets and fragments. */
  static List<JsonNode> numbers(
      JsonType type, @Nullable JsonNode preferred, Collection<Facet> facets) {
    Set<BigDecimal> marks = new TreeSet<>();
    @Nullable BigDecimal step = type == JsonType.INTEGER ? BigDecimal.ONE : null;
    for (Facet facet : facets) {
      if (facet instanceof Facet.Range range) {
        addBound(marks, range.minimum());
        addBound(marks, range.maximum());
      } else if (facet instanceof Facet.OneOf oneOf) {
        oneOf.values().stream()
            .filter(JsonNode::isNumber)
            .forEach(value -> marks.add(value.decimalValue()));
      } else if (facet instanceof Facet.MultipleOf every) {
        step = step == null ? every.divisor() : leastCommonMultiple(step, every.divisor());
      }
    }
    if (marks.isEmpty()) {
      marks.add(BigDecimal.ONE);
    }
    BigDecimal unit = step == null ? new BigDecimal("0.5") : step;
    Set<BigDecimal> tried = new LinkedHashSet<>();
    if (preferred != null && preferred.isNumber()) {
      tried.add(preferred.decimalValue().stripTrailingZeros());
    }
    BigDecimal previous = null;
    for (BigDecimal mark : marks) {
      if (previous != null) {
        BigDecimal middle = previous.add(mark).divide(BigDecimal.valueOf(2));
        tried.add(roundDownToStep(middle, unit));
        if (step == null) {
          tried.add(middle.stripTrailingZeros());
        }
      }
      BigDecimal below = roundDownToStep(mark, unit);
      tried.add(mark.stripTrailingZeros());
      tried.add(below);
      tried.add(below.subtract(unit).stripTrailingZeros());
      tried.add(below.add(unit).stripTrailingZeros());
      previous = mark;
    }
    return tried.stream().map(BoundaryValues::numberNode).toList();
  }

  /** Strings of every length that a bound marks, and every string, format and source named. */
  static List<JsonNode> strings(@Nullable JsonNode preferred, Collection<Facet> facets) {
    Set<String> tried = new LinkedHashSet<>();
    Set<Integer> lengths = new TreeSet<>();
    if (preferred != null && preferred.isString()) {
      tried.add(preferred.stringValue());
    }
    for (Facet facet : facets) {
      if (facet instanceof Facet.OneOf oneOf) {
        oneOf.values().stream()
            .filter(JsonNode::isString)
            .forEach(value -> tried.add(value.stringValue()));
      } else if (facet instanceof Facet.Format) {
        tried.addAll(List.of(SAMPLE_UUID4, "https://example.com/media", "2026-01-01T00:00:00Z"));
      } else if (facet instanceof Facet.Accepts accepts) {
        accepts.sources().forEach(source -> tried.add(sampleMedia(source)));
      } else if (facet instanceof Facet.Pattern pattern) {
        RegexExample.of(pattern.regex()).ifPresent(tried::add);
      } else if (facet instanceof Facet.Length length) {
        addNeighbours(lengths, length.minimum());
        addNeighbours(lengths, length.maximum());
      }
    }
    tried.add("sample text");
    for (int length : lengths) {
      if (length <= ValuePartition.MAX_SAMPLE_LENGTH) {
        tried.add("x".repeat(length));
      }
    }
    tried.add("");
    return tried.stream().<JsonNode>map(JSON::stringNode).toList();
  }

  /** Numbers of items around every bound; one item first, as the plainest list there is. */
  static Set<Integer> itemCounts(Collection<Facet> facets) {
    Set<Integer> marked = new TreeSet<>();
    for (Facet facet : facets) {
      if (facet instanceof Facet.ItemCount items) {
        addNeighbours(marked, items.minimum());
        addNeighbours(marked, items.maximum());
      }
    }
    Set<Integer> counts = new LinkedHashSet<>(List.of(1, 0));
    counts.addAll(marked);
    return counts;
  }

  /** All facets that fragments name, those within negations too. */
  static List<Facet> allFacets(Collection<SchemaFragment> fragments) {
    List<Facet> all = new ArrayList<>();
    for (SchemaFragment fragment : fragments) {
      for (Facet facet : fragment.facets()) {
        all.add(facet);
        if (facet instanceof Facet.Not not) {
          all.addAll(allFacets(List.of(not.fragment())));
        }
      }
    }
    return all;
  }

  /** An example of a piece of media given in that way. */
  static String sampleMedia(MediaSource source) {
    return switch (source) {
      case UUID -> SAMPLE_UUID4;
      case URL -> "https://example.com/media";
      case DATA_URI -> "data:image/png;base64,iVBORw0KGgo=";
      case BASE64 -> "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ";
    };
  }

  static JsonNode numberNode(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    if (plain.scale() <= 0 && plain.precision() - plain.scale() <= 18) {
      long whole = plain.longValueExact();
      return whole == (int) whole ? JSON.numberNode((int) whole) : JSON.numberNode(whole);
    }
    return JSON.numberNode(plain);
  }

  private static void addNeighbours(Set<Integer> marks, @Nullable Integer mark) {
    if (mark != null) {
      for (int value : new int[] {mark - 1, mark, mark + 1}) {
        if (value >= 0) {
          marks.add(value);
        }
      }
    }
  }

  private static void addBound(Set<BigDecimal> marks, @Nullable BigDecimal mark) {
    if (mark != null) {
      marks.add(mark);
    }
  }

  private static BigDecimal roundDownToStep(BigDecimal value, BigDecimal unit) {
    return value.divide(unit, 0, RoundingMode.FLOOR).multiply(unit).stripTrailingZeros();
  }

  private static BigDecimal leastCommonMultiple(BigDecimal a, BigDecimal b) {
    int scale = Math.max(a.scale(), b.scale());
    BigInteger x = a.setScale(scale).unscaledValue();
    BigInteger y = b.setScale(scale).unscaledValue();
    return new BigDecimal(x.multiply(y).divide(x.gcd(y)), scale);
  }
}
