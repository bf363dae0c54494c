package dev.callsheet.generator.java.hostile;

import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.model.Charge;
import dev.callsheet.spec.model.ModelMetadata;
import dev.callsheet.spec.model.ModelMode;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.source.SourceLocation;
import java.math.RoundingMode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A spec with hostile text wherever a spec has text, and its twin, which has plain words there and
 * is the same in everything else.
 *
 * @param seed gives the same spec whenever it is asked for
 * @param words what stands for what in the twin
 */
record HostileSpec(long seed, ModelSpec spec, ModelSpec twin, TextSubstitution.PlainWords words) {
  static final SourceLocation NOWHERE = new SourceLocation("hostile.yaml", 1, 1);

  /** Pages whose addresses are legal and would leave the place where they stand. */
  private static final List<String> PAGES =
      List.of(
          "https://example.com/a/*/b",
          "https://example.com/?a=1&copy=2&nosuch;",
          "https://example.com/'x'@y;z",
          "https://example.com/$L/$$",
          "https://example.com/%22%3E%3Cb%3E",
          "https://example.com/可灵#é");

  static HostileSpec of(long seed) {
    TextSubstitution.PlainWords words = new TextSubstitution.PlainWords();
    return new HostileSpec(
        seed, make(seed, new TextSubstitution.Unchanged()), make(seed, words), words);
  }

  private static ModelSpec make(long seed, TextSubstitution dress) {
    Random random = new Random(seed);
    HostileTexts texts = new HostileTexts(random);
    HostileShapes shapes = new HostileShapes(random, texts, dress);
    Shape.Structure request = shapes.request();
    boolean hasModes = random.nextBoolean();
    HostileRules rules = new HostileRules(random, texts, dress, RuleTarget.of(request), !hasModes);
    ModelMetadata identity =
        new ModelMetadata(
            dress.textFor(texts.name()),
            dress.textFor(texts.name()),
            null,
            dress.textFor(texts.text()),
            dress.textFor(texts.text()),
            null,
            null,
            List.of(dress.textFor(texts.text())),
            random.nextBoolean() ? null : URI.create(PAGES.get(random.nextInt(PAGES.size()))),
            dress.textFor(texts.sentence()),
            dress.textFor(texts.sentence() + texts.text()));
    return new ModelSpec(
        identity,
        request,
        hasModes ? modes(random, texts, dress, RuleTarget.of(request)) : List.of(),
        rules.rules(),
        List.of(),
        random.nextBoolean() ? null : pricing(random, texts, dress, rules, RuleTarget.of(request)),
        shapes.response(),
        List.of(),
        List.of(),
        List.of(),
        NOWHERE);
  }

  private static List<ModelMode> modes(
      Random random, HostileTexts texts, TextSubstitution dress, List<RuleTarget> spots) {
    List<ModelMode> modes = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int left = random.nextInt(4); left > 0; left--) {
      String name = texts.name();
      RuleTarget spot = spots.get(random.nextInt(spots.size()));
      String description = texts.text();
      if (names.add(name)) {
        modes.add(
            new ModelMode(
                dress.textFor(name),
                Formula.provided(List.of(spot.path())),
                dress.textFor(description),
                NOWHERE));
      }
    }
    return modes;
  }

  private static Pricing pricing(
      Random random,
      HostileTexts texts,
      TextSubstitution dress,
      HostileRules rules,
      List<RuleTarget> spots) {
    List<Charge> charges = new ArrayList<>();
    for (int left = 1 + random.nextInt(3); left > 0; left--) {
      charges.add(charge(random, texts, dress, rules, spots));
    }
    return new Pricing(
        dress.textFor(texts.name()),
        dress.textFor(texts.text()),
        random.nextBoolean(),
        charges,
        NOWHERE);
  }

  private static Charge charge(
      Random random,
      HostileTexts texts,
      TextSubstitution dress,
      HostileRules rules,
      List<RuleTarget> spots) {
    List<Pricing.Rate> rates = new ArrayList<>();
    for (int left = 1 + random.nextInt(3); left > 0; left--) {
      rates.add(
          new Pricing.Rate(
              dress.textFor(texts.sentence()),
              HostileRules.number(left),
              rules.formula(),
              NOWHERE));
    }
    return new Charge(
        dress.textFor(texts.name()),
        random.nextBoolean() ? null : rules.formula(),
        HostileUnits.unit(random, texts, dress, spots),
        HostileRules.number(random.nextInt(3)),
        HostileRules.number(1 + random.nextInt(3)),
        random.nextBoolean()
            ? null
            : new Charge.Steps(RoundingMode.CEILING, HostileRules.number(1 + random.nextInt(3))),
        HostileUnits.number(random, spots),
        rates,
        NOWHERE);
  }

  @Override
  public String toString() {
    return "the spec of seed " + seed;
  }
}
