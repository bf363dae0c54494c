package dev.callsheet.spec.diff;

import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a spec says to people alone: a change of it is a change of words. */
final class SpecWords {
  private final Map<String, Object> words = new LinkedHashMap<>();

  private SpecWords() {}

  /** Whether two specs say the same to people, in the same order. */
  static boolean areEqual(ModelSpec one, ModelSpec other) {
    return List.copyOf(of(one).entrySet()).equals(List.copyOf(of(other).entrySet()));
  }

  private static Map<String, Object> of(ModelSpec spec) {
    SpecWords words = new SpecWords();
    words.words.put("model", spec.metadata());
    words.shape("parameter ", spec.request());
    words.shape("result ", spec.response());
    spec.modes().forEach(mode -> words.words.put("mode " + mode.name(), mode.description()));
    spec.rulesAndAdvice()
        .forEach(
            rule ->
                words.words.put(
                    "rule " + rule.id(), List.of(rule.description(), "" + rule.note())));
    if (spec.pricing() != null) {
      words.words.put("prices", spec.pricing().overview());
      spec.pricing()
          .charges()
          .forEach(
              charge ->
                  words.words.put(
                      "charge " + charge.id(),
                      charge.rates().stream().map(rate -> rate.label()).toList()));
    }
    words.words.put("examples", spec.examples().stream().map(example -> example.title()).toList());
    return words.words;
  }

  private void shape(String kind, Shape shape) {
    for (Parameter parameter : shape.parameters()) {
      words.put(kind + parameter.path(), List.of(parameter.metadata(), "" + parameter.javaName()));
      shape(kind, parameter.shape());
    }
    for (Shape variant : shape.variants()) {
      if (variant instanceof Shape.Choice choice) {
        choice
            .options()
            .forEach(option -> words.put(kind + "value " + option.value(), option.description()));
      }
    }
  }
}
