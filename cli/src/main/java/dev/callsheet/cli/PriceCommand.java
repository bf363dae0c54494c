package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.option.SpecOptions;
import dev.callsheet.cli.report.PriceReport;
import dev.callsheet.cli.request.InputArguments;
import dev.callsheet.cli.request.ModelTask;
import dev.callsheet.cli.request.RequestInput;
import dev.callsheet.cli.request.ValidRequestLoader;
import dev.callsheet.runtime.Amount;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.price.PriceEstimator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code callsheet price}: what requests will cost. */
@Command(name = "price", description = "Say what requests will cost before they are sent, and why.")
final class PriceCommand implements Callable<Integer> {
  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
  private PriceReport.Format format = PriceReport.Format.TEXT;

  @Option(
      names = "--max",
      paramLabel = "AMOUNT",
      description =
          "Exit status 1 if the total may be more than AMOUNT, such as 2.50, or is unknown.")
  private @Nullable BigDecimal max;

  @Mixin private final InputArguments inputs = new InputArguments();
  @Mixin private final SpecOptions specs = new SpecOptions();
  private final Console console;

  PriceCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ModelCatalogue catalogue = specs.catalogue();
    ValidRequestLoader requests = new ValidRequestLoader(catalogue, Severity.ERROR, console);
    List<PriceReport.RequestPrice> prices = new ArrayList<>();
    Set<String> currencies = new TreeSet<>();
    int status = ExitStatus.DONE;
    for (RequestInput input : inputs.inputs()) {
      var tasks = requests.load(input);
      if (tasks.isEmpty()) {
        status = ExitStatus.FINDINGS;
      }
      for (ModelTask task : tasks.orElse(List.of())) {
        var pricing = task.model().pricing();
        if (pricing != null) {
          currencies.add(pricing.currency());
        }
        Price price = PriceEstimator.price(task.model(), task.json());
        prices.add(
            new PriceReport.RequestPrice(input.name(), task.line(), task.model().id(), price));
      }
    }
    Price total = total(prices, currencies);
    new PriceReport(prices, total).print(format, console.out());
    return exceedsMax(total) ? ExitStatus.FINDINGS : status;
  }

  private static Price total(List<PriceReport.RequestPrice> prices, Set<String> currencies) {
    if (currencies.size() > 1) {
      return new Price.Unknown("the prices are in " + String.join(" and ", currencies));
    }
    return Price.sum(
        currencies.isEmpty() ? "USD" : currencies.iterator().next(),
        prices.stream()
            .map(each -> new Price.Charge(each.file() + ":" + each.line(), each.price()))
            .toList());
  }

  private boolean exceedsMax(Price total) {
    if (max == null || total.upperBound().filter(most -> most.compareTo(max) <= 0).isPresent()) {
      return false;
    }
    console
        .err()
        .println(
            "callsheet: the requests may cost "
                + total
                    .upperBound()
                    .map(Amount::exactly)
                    .map(Amount::toString)
                    .orElse("an amount that is not known")
                + ", and at most "
                + max.toPlainString()
                + " is allowed by --max");
    return true;
  }
}
