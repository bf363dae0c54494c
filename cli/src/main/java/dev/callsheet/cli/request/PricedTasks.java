package dev.callsheet.cli.request;

import dev.callsheet.runtime.Amount;
import dev.callsheet.runtime.Price;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The tasks of several inputs, and what they will cost.
 *
 * @param tasks of the inputs that have no error, in their order
 * @param areAllValid whether no input has one
 */
public record PricedTasks(List<PricedTask> tasks, boolean areAllValid) {
  /** Copies the list, so that it never changes. */
  public PricedTasks {
    tasks = List.copyOf(tasks);
  }

  /** Validates all inputs, which reports their errors, and prices the tasks of the valid ones. */
  public static PricedTasks load(List<RequestInput> inputs, ValidRequestLoader loader) {
    List<PricedTask> tasks = new ArrayList<>();
    boolean areAllValid = true;
    for (RequestInput input : inputs) {
      Optional<List<ModelTask>> valid = loader.load(input);
      areAllValid &= valid.isPresent();
      valid.orElse(List.of()).forEach(task -> tasks.add(PricedTask.of(input.name(), task)));
    }
    return new PricedTasks(tasks, areAllValid);
  }

  /** What tasks cost together; unknown where their prices are in several currencies. */
  public Price total() {
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
