package dev.callsheet.cli.request;

import dev.callsheet.runtime.Price;
import dev.callsheet.spec.price.PriceEstimator;

/**
 * A task, and what it will cost.
 *
 * @param file the input that it stands in
 */
public record PricedTask(String file, ModelTask task, Price price) {
  /** Prices a task by its model's spec. */
  public static PricedTask of(String file, ModelTask task) {
    return new PricedTask(file, task, PriceEstimator.price(task.model(), task.json()));
  }
}
