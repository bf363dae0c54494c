package dev.callsheet.spec.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.Price;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.price.PriceEstimator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whatever the comparison says of two small specs, trying every request says too. How many pairs
 * are tried says the property {@code callsheet.diff.pairs}.
 */
class SpecDiffBruteForceTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int PAIRS_IN_BUILD = 250;
  private static final int PAIRS = Integer.getInteger("callsheet.diff.pairs", PAIRS_IN_BUILD);
  private static final long FIRST_SEED = Long.getLong("callsheet.diff.seed", 0L);

  @Test
  void changesEqualThoseOfTryingEveryRequest() {
    Map<ChangeKind, Integer> seen = new EnumMap<>(ChangeKind.class);
    int breaking = 0;
    int silent = 0;
    for (long seed = FIRST_SEED; seed < FIRST_SEED + PAIRS; seed++) {
      RandomSpecPairs.Pair pair = RandomSpecPairs.pair(seed);
      SpecChanges found = SpecDiff.between(pair.before(), pair.after());
      new Comparison(seed, pair, found).check();
      found.changes().forEach(change -> seen.merge(change.kind(), 1, Integer::sum));
      breaking += found.isBreaking() ? 1 : 0;
      silent += found.changes().isEmpty() ? 1 : 0;
    }
    if (PAIRS != PAIRS_IN_BUILD) {
      System.out.println(
          PAIRS + " pairs: " + breaking + " breaking, " + silent + " the same; changes " + seen);
    }
    assertThat(seen.keySet())
        .contains(
            ChangeKind.PARAMETER_REMOVED,
            ChangeKind.PARAMETER_ADDED,
            ChangeKind.PARAMETER_REQUIRED,
            ChangeKind.VALUES_NARROWED,
            ChangeKind.VALUES_WIDENED,
            ChangeKind.RULE_ADDED,
            ChangeKind.RULE_LOOSENED,
            ChangeKind.PRICE_RAISED,
            ChangeKind.PRICE_LOWERED,
            ChangeKind.RESPONSE_FIELD_REMOVED);
  }

  /** One pair of specs, with all requests of either. */
  private static final class Comparison {
    private final String name;
    private final ComparedSpec before;
    private final ComparedSpec after;
    private final SpecChanges found;
    private final List<JsonNode> valid;

    Comparison(long seed, RandomSpecPairs.Pair pair, SpecChanges found) {
      this.name = "pair " + seed;
      this.before = new ComparedSpec(pair.before(), RuleInterpretation.ENFORCED);
      this.after = new ComparedSpec(pair.after(), RuleInterpretation.ENFORCED);
      this.found = found;
      this.valid = validRequests(before);
    }

    void check() {
      boolean rejects = valid.stream().anyMatch(request -> !after.isValid(request));
      boolean raises = valid.stream().anyMatch(request -> raise(request) > 0);
      boolean loses = losesOfResponse(before.spec().response(), after.spec().response());
      assertThat(found.isBreaking())
          .as("%s: rejects %s, raises %s, loses %s: %s", name, rejects, raises, loses, found)
          .isEqualTo(rejects || raises || loses);
      assertThat(kinds(ChangeKind.PRICE_RAISED)).as("%s: %s", name, found).isEqualTo(raises);
      assertThat(kinds(ChangeKind.PRICE_LOWERED))
          .as("%s: %s", name, found)
          .isEqualTo(valid.stream().anyMatch(request -> raise(request) < 0));
      boolean allows = validRequests(after).stream().anyMatch(request -> !before.isValid(request));
      assertThat(
              kinds(
                  ChangeKind.PARAMETER_ADDED,
                  ChangeKind.PARAMETER_OPTIONAL,
                  ChangeKind.VALUES_WIDENED,
                  ChangeKind.RULE_REMOVED,
                  ChangeKind.RULE_LOOSENED))
          .as("%s: %s", name, found)
          .isEqualTo(allows);
      found.changes().forEach(this::checkWitness);
    }

    private boolean kinds(ChangeKind... kinds) {
      return found.changes().stream().anyMatch(change -> List.of(kinds).contains(change.kind()));
    }

    private void checkWitness(SpecChange change) {
      JsonNode witness = change.witness();
      assertThat(change.isCertain()).as("%s: %s", name, change).isTrue();
      switch (change.kind()) {
        case PARAMETER_REMOVED, PARAMETER_REQUIRED, VALUES_NARROWED, RULE_ADDED, RULE_TIGHTENED -> {
          assertThat(before.isValid(Objects.requireNonNull(witness)))
              .as("%s %s", name, change)
              .isTrue();
          assertThat(after.errors(witness)).as("%s: %s", name, change).isNotEmpty();
          checkSmallest(change, witness);
        }
        case PRICE_RAISED ->
            assertThat(raise(Objects.requireNonNull(witness)))
                .as("%s: %s", name, change)
                .isPositive();
        case PRICE_LOWERED ->
            assertThat(raise(Objects.requireNonNull(witness)))
                .as("%s: %s", name, change)
                .isNegative();
        case PARAMETER_ADDED, PARAMETER_OPTIONAL, VALUES_WIDENED, RULE_REMOVED, RULE_LOOSENED -> {
          assertThat(after.isValid(Objects.requireNonNull(witness)))
              .as("%s %s", name, change)
              .isTrue();
          assertThat(before.errors(witness)).as("%s: %s", name, change).isNotEmpty();
        }
        default -> assertThat(witness).as("%s: %s", name, change).isNull();
      }
    }

    /** No request with fewer parameters is wrong for that reason alone. */
    private void checkSmallest(SpecChange change, JsonNode witness) {
      int smallest =
          valid.stream()
              .filter(
                  request ->
                      !after.errors(request).isEmpty()
                          && after.errors(request).stream()
                              .allMatch(
                                  error ->
                                      error.rule().equals(change.rule())
                                          && error
                                              .message()
                                              .equals(after.errors(witness).get(0).message())))
              .mapToInt(Comparison::size)
              .min()
              .orElse(Integer.MAX_VALUE);
      if (change.kind() == ChangeKind.RULE_ADDED || change.kind() == ChangeKind.RULE_TIGHTENED) {
        assertThat(size(witness)).as("%s: %s", name, change).isLessThanOrEqualTo(smallest);
      }
    }

    private static int size(JsonNode request) {
      return request.isObject()
          ? request.properties().stream()
              .filter(member -> !member.getKey().startsWith("member")) // of a dictionary
              .mapToInt(member -> 1 + size(member.getValue()))
              .sum()
          : 0;
    }

    private int raise(JsonNode request) {
      if (!before.isValid(request) || !after.isValid(request)) {
        return 0;
      }
      Price was = PriceEstimator.price(before.spec(), request);
      Price is = PriceEstimator.price(after.spec(), request);
      if (was.known().isEmpty() || is.known().isEmpty()) {
        return 0;
      }
      int atMost = is.upperBound().orElseThrow().compareTo(was.upperBound().orElseThrow());
      return atMost != 0 ? atMost : is.lowerBound().compareTo(was.lowerBound());
    }
  }

  private static boolean losesOfResponse(Shape.Structure before, Shape.Structure after) {
    for (Parameter field : before.members()) {
      Parameter now = after.member(field.name()).orElse(null);
      if (now == null
          || (field.required() && !now.required())
          || !field.shape().types().equals(now.shape().types())
          || (field.shape() instanceof Shape.Structure was
              && losesOfResponse(was, (Shape.Structure) now.shape()))) {
        return true;
      }
      if (field.shape() instanceof Shape.Choice was && now.shape() instanceof Shape.Choice is) {
        if (was.values().stream().anyMatch(value -> !is.accepts(value))) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<JsonNode> validRequests(ComparedSpec spec) {
    return objects(spec.spec().request()).stream().filter(spec::isValid).toList();
  }

  private static List<JsonNode> objects(Shape.Structure structure) {
    List<JsonNode> objects = List.of(JSON.objectNode());
    for (Parameter member : structure.members()) {
      List<JsonNode> longer = new ArrayList<>();
      for (JsonNode object : objects) {
        if (!member.required()) {
          longer.add(object);
        }
        for (JsonNode value : values(member.shape())) {
          longer.add(((ObjectNode) object).deepCopy().set(member.name(), value));
        }
      }
      objects = longer;
    }
    return objects;
  }

  private static List<JsonNode> values(Shape shape) {
    if (shape instanceof Shape.Structure structure) {
      return objects(structure);
    }
    if (shape instanceof Shape.Choice choice) {
      return choice.values();
    }
    return tried().filter(shape::accepts).toList();
  }

  private static Stream<JsonNode> tried() {
    Stream<JsonNode> numbers =
        IntStream.rangeClosed(0, 10)
            .mapToObj(
                half ->
                    half % 2 == 0
                        ? JSON.numberNode(half / 2)
                        : JSON.numberNode(new BigDecimal(half).divide(BigDecimal.valueOf(2))));
    return Stream.of(
            numbers,
            Stream.of("x", "y", "z", "xx", "yy", "xxx", "yyy").map(JSON::stringNode),
            Stream.of(JSON.booleanNode(true), JSON.booleanNode(false)),
            IntStream.rangeClosed(0, 2).mapToObj(SpecDiffBruteForceTest::objectOf))
        .flatMap(values -> values);
  }

  private static JsonNode objectOf(int members) {
    ObjectNode object = JSON.objectNode();
    for (int i = 1; i <= members; i++) {
      object.put("member" + i, "sample text");
    }
    return object;
  }
}
