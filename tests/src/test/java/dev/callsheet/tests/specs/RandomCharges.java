package dev.callsheet.tests.specs;

import static dev.callsheet.tests.specs.RandomParameters.json;

import dev.callsheet.tests.specs.RandomParameter.Kind;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes price lists of charges of every unit, mostly complete. */
final class RandomCharges {
  private final Random random;
  private final RandomRules rules;

  RandomCharges(Random random, RandomRules rules) {
    this.random = random;
    this.rules = rules;
  }

  ObjectNode pricing() {
    ObjectNode pricing = json("{'currency': 'USD'}");
    if (random.nextInt(3) == 0) {
      pricing.put("complete", false);
    }
    ArrayNode charges = pricing.putArray("charges");
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      charges.add(charge("charge-" + i, i == 0));
    }
    return pricing;
  }

  private ObjectNode charge(String id, boolean isForAll) {
    ObjectNode charge = json("{'id': '%s'}", id);
    if (!isForAll && random.nextInt(3) == 0) {
      charge.set("when", rules.condition(1));
    }
    addUnit(charge);
    List<RandomParameter> integers = rules.ofKind(Kind.INTEGER);
    if (!integers.isEmpty() && random.nextInt(3) == 0) {
      charge.put("times", rules.one(integers).path());
    }
    ArrayNode rates = charge.putArray("rates");
    if (random.nextBoolean()) {
      rates.add(json("{'label': 'all', 'price': 0.0%d}", 1 + random.nextInt(99)));
    } else {
      JsonNode condition = rules.condition(1);
      rates.add(json("{'label': 'some', 'price': 0.5}").set("when", condition));
      rates.add(
          json("{'label': 'others', 'price': 0.125}")
              .set("when", json("{}").set("not", condition)));
    }
    return charge;
  }

  private void addUnit(ObjectNode charge) {
    List<RandomParameter> numbers =
        Stream.concat(rules.ofKind(Kind.INTEGER).stream(), rules.ofKind(Kind.NUMBER).stream())
            .toList();
    List<RandomParameter> lists =
        Stream.concat(rules.ofKind(Kind.LIST).stream(), rules.ofKind(Kind.LIST_OF_OBJECTS).stream())
            .toList();
    List<RandomParameter> texts =
        rules.ofKind(Kind.TEXT).stream().filter(text -> !text.schema().has("media")).toList();
    switch (random.nextInt(5)) {
      case 0 -> addUnit(charge, "second", numbers);
      case 1 -> addUnit(charge, "item", lists);
      case 2 -> addUnit(charge, "character", texts);
      default -> {}
    }
  }

  private void addUnit(ObjectNode charge, String unit, List<RandomParameter> counted) {
    if (counted.isEmpty()) {
      return;
    }
    ObjectNode per = charge.putObject("per").put(unit, rules.one(counted).path());
    if (random.nextInt(3) == 0) {
      per.put("beyond", 1);
    }
    if (random.nextInt(3) == 0) {
      per.put("each", 2);
    }
    if (random.nextInt(3) == 0) {
      charge.set("steps", json("{'round': 'up', 'to': 2}"));
    }
  }
}
