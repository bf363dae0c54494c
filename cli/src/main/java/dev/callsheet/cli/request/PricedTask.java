package dev.callsheet.cli.request;

import dev.callsheet.runtime.Amount;
import dev.callsheet.runtime.Price;
import dev.callsheet.spec.price.PriceEstimator;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

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

  /** What tasks cost together; unknown where their prices are in several currencies. */
  public static Price total(Collection<PricedTask> tasks) {
    List<String> currencies =
        List.copyOf(
            new TreeSet<>(
                tasks.stream()
                    .flatMap(each -> Stream.ofNullable(each.task().model().pricing()))
                    .map(pricing -> pricing.currency())
                    .toList()));
    if (currencies.size() > 1) {
      return new Price.Unknown("the prices are in " + String.join(" and ", currencies));
    }
    return Price.sum(
        currencies.isEmpty() ? "USD" : currencies.get(0),
        tasks.stream()
            .map(each -> new Price.Charge(each.file() + ":" + each.task().line(), each.price()))
            .toList());
  }

  /** Whether a price may be more than an amount, as one that is not known may. */
  public static boolean mayExceed(Price price, BigDecimal limit) {
    return price.upperBound().filter(most -> most.compareTo(limit) <= 0).isEmpty();
  }

  /** The most that a price may come to, in words. */
  public static String most(Price price) {
    return price
        .upperBound()
        .map(Amount::exactly)
        .map(Amount::toString)
        .orElse("an amount that is not known");
  }
}
