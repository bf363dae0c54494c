package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.TextTable;
import dev.callsheet.cli.option.SpecOptions;
import dev.callsheet.cli.request.InputArguments;
import dev.callsheet.cli.request.ModelTask;
import dev.callsheet.cli.request.RequestInput;
import dev.callsheet.cli.request.ValidRequestLoader;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.price.PriceEstimator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code callsheet price}: what requests will cost. */
@Command(name = "price", description = "Say what requests will cost before they are sent, and why.")
final class PriceCommand implements Callable<Integer> {
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
    List<List<String>> rows = new ArrayList<>();
    int status = ExitStatus.DONE;
    for (RequestInput input : inputs.inputs()) {
      var tasks = requests.load(input);
      if (tasks.isEmpty()) {
        status = ExitStatus.FINDINGS;
      }
      for (ModelTask task : tasks.orElse(List.of())) {
        addRows(input.name(), PriceEstimator.price(task.model(), task.json()), rows);
      }
    }
    new TextTable(rows).print(console.out());
    return status;
  }

  /** One row for a price, and one more for each charge where there are several. */
  private static void addRows(String name, Price price, List<List<String>> rows) {
    if (price.charges().size() < 2) {
      rows.add(List.of(name, price.toString(), price.why()));
      return;
    }
    rows.add(List.of(name, price.toString(), "the sum of"));
    for (Price.Charge charge : price.charges()) {
      rows.add(List.of("", charge.price().toString(), charge.id() + ": " + charge.price().why()));
    }
  }
}
