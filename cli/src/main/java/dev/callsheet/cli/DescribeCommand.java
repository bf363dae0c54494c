package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.cli.describe.ModelDescription;
import dev.callsheet.cli.option.SpecOptions;
import dev.callsheet.generator.page.ModelPage;
import dev.callsheet.generator.page.ParameterEntry;
import dev.callsheet.spec.source.SpellingSuggestion;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code callsheet describe}: a model for people. */
@Command(
    name = "describe",
    description =
        "Show the parameters, modes, rules and prices of a model, or one parameter of it.")
final class DescribeCommand implements Callable<Integer> {
  private static final int WIDTH = 80;

  @Parameters(index = "0", paramLabel = "MODEL", description = "The model's identifier.")
  private String id = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "PARAMETER",
      description = "Only this one, and the rules that involve it: duration, or inputs.images.")
  private @Nullable String parameter;

  @Mixin private final SpecOptions specs = new SpecOptions();
  private final Console console;

  DescribeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ModelPage page = ModelPage.of(SpecOptions.model(specs.catalogue(), id));
    (parameter == null ? ModelDescription.of(page, width()) : parameter(page, parameter))
        .forEach(console.out()::println);
    return ExitStatus.DONE;
  }

  /** Lines of more characters than that are hard to read. */
  private int width() {
    return Math.min(console.columns().orElse(WIDTH), WIDTH);
  }

  private List<String> parameter(ModelPage page, String name) {
    List<ParameterEntry> all = page.requestParameters().toList();
    List<ParameterEntry> found =
        all.stream().filter(each -> each.path().toString().equals(name)).toList();
    if (found.isEmpty()) {
      found = all.stream().filter(each -> each.name().equals(name)).toList();
    }
    if (found.isEmpty()) {
      List<String> known = all.stream().map(each -> each.path().toString()).toList();
      throw new UserErrorException(
          id
              + " has no parameter `"
              + name
              + "`"
              + SpellingSuggestion.nearest(name, known)
                  .map(near -> "; did you mean `" + near + "`?")
                  .orElse("; without a parameter, all are shown"));
    }
    return ModelDescription.ofParameters(page, found, width());
  }
}
