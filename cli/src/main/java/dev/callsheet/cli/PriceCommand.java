package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.option.SpecOptions;
import dev.callsheet.cli.report.PriceReport;
import dev.callsheet.cli.request.InputArguments;
import dev.callsheet.cli.request.PricedTask;
import dev.callsheet.cli.request.PricedTasks;
import dev.callsheet.cli.request.ValidRequestLoader;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.math.BigDecimal;
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
    PricedTasks priced = PricedTasks.load(inputs.inputs(), requests);
    Price total = priced.total();
    new PriceReport(priced.tasks().stream().map(PriceCommand::reported).toList(), total)
        .print(format, console);
    return exceedsMax(total) || !priced.areAllValid() ? ExitStatus.FINDINGS : ExitStatus.DONE;
  }

  private static PriceReport.RequestPrice reported(PricedTask priced) {
    return new PriceReport.RequestPrice(
        priced.file(), priced.task().line(), priced.task().model().id(), priced.price());
  }

  private boolean exceedsMax(Price total) {
    if (max == null || !PricedTasks.mayExceed(total, max)) {
      return false;
    }
    console
        .err()
        .println(
            "callsheet: the requests may cost "
                + PricedTasks.most(total)
                + ", and at most "
                + max.toPlainString()
                + " is allowed by --max");
    return true;
  }
}
