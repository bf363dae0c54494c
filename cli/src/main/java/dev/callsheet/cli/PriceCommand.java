package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.Table;
import dev.callsheet.cli.request.Input;
import dev.callsheet.cli.request.InputArguments;
import dev.callsheet.cli.request.ModelTask;
import dev.callsheet.cli.request.SoundRequests;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.price.Price;
import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.price.Pricer;
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
    Catalogue catalogue = specs.catalogue();
    SoundRequests requests = new SoundRequests(catalogue, Severity.ERROR, console);
    List<List<String>> rows = new ArrayList<>();
    int status = ExitStatus.DONE;
    for (Input input : inputs.inputs()) {
      var tasks = requests.in(input);
      if (tasks.isEmpty()) {
        status = ExitStatus.FINDINGS;
      }
      for (ModelTask task : tasks.orElse(List.of())) {
        Price price = Pricer.price(task.model(), task.json());
        rows.add(List.of(input.name(), price.toString(), price.why()));
      }
    }
    new Table(rows).print(console.out());
    return status;
  }
}
