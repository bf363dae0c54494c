package dev.callsheet.generator.java.hostile;

import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ChargeUnit;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Units of charges that count whatever a request has. */
final class HostileUnits {
  private HostileUnits() {}

  static ChargeUnit unit(
      Random random, HostileTexts texts, TextSubstitution dress, List<RuleTarget> spots) {
    ParameterPath number = number(random, spots);
    ParameterPath other = number(random, spots);
    // How long a default is would be different of a spec and its twin.
    ParameterPath text = any(random, spots, spot -> spot.isString() && !spot.hasDefault());
    ParameterPath item = any(random, spots, spot -> true);
    String name = texts.name();
    ChargeUnit unshown = new ChargeUnit.Unshown(dress.textFor(name));
    return switch (random.nextInt(8)) {
      case 0 -> new ChargeUnit.Request();
      case 1 -> number == null ? unshown : new ChargeUnit.Seconds(number, text);
      case 2 -> text == null ? unshown : new ChargeUnit.Seconds(null, text);
      case 3 -> item == null ? unshown : new ChargeUnit.Items(item);
      case 4 -> text == null ? unshown : new ChargeUnit.Characters(text);
      case 5 -> text == null ? unshown : new ChargeUnit.Tokens(text, 1, 4);
      case 6 ->
          number == null || other == null
              ? unshown
              : new ChargeUnit.Megapixels(number, other, HostileRules.number(3));
      default -> unshown;
    };
  }

  static @Nullable ParameterPath number(Random random, List<RuleTarget> spots) {
    return any(random, spots, RuleTarget::isSingleNumber);
  }

  private static @Nullable ParameterPath any(
      Random random, List<RuleTarget> spots, Predicate<RuleTarget> fit) {
    List<RuleTarget> fitting = spots.stream().filter(fit).toList();
    return fitting.isEmpty() ? null : fitting.get(random.nextInt(fitting.size())).path();
  }
}
