package dev.callsheet.cli.demo;

import dev.callsheet.spec.model.ModelMode;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.model.Shape;
import java.util.stream.Collectors;

/** Counts of what a spec holds, in one line. */
record ModelStatistics(ModelSpec model) {
  /** Such as {@code 34 parameters, 17 rules, 3 prices; text-to-video, edit}. */
  @Override
  public String toString() {
    Pricing pricing = model.pricing();
    return parameters(model.request())
        + " parameters, "
        + model.rules().size()
        + " rules, "
        + (pricing == null
            ? 0
            : pricing.charges().stream().mapToInt(each -> each.rates().size()).sum())
        + " prices, "
        + model.modes().size()
        + " modes: "
        + model.modes().stream().map(ModelMode::name).collect(Collectors.joining(", "));
  }

  private static int parameters(Shape shape) {
    return shape.parameters().stream().mapToInt(each -> 1 + parameters(each.shape())).sum();
  }
}
