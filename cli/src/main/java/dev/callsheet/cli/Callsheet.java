package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.Durations;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command itself; everything is done by its subcommands. */
@Command(
    name = "callsheet",
    description = "Specs for generative-media model APIs: check requests before they cost.",
    versionProvider = Callsheet.Version.class,
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    usageHelpAutoWidth = true,
    footer = {
      "",
      "Exit status: 0 nothing found, or done; 1 findings, or the request failed;",
      "2 called wrongly, or something could not be read or reached; 3 a fault of our own."
    })
public final class Callsheet {
  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of a fault of our own.")
  private boolean verbose;

  /** The command line over a console, ready to execute. */
  public static CommandLine commandLine(Console console) {
    Callsheet callsheet = new Callsheet();
    CommandLine root = new CommandLine(callsheet);
    List<Callable<Integer>> commands =
        List.of(
            new ModelsCommand(console),
            new LintCommand(console),
            new PriceCommand(console),
            new GenerateCommand(console),
            new RunCommand(console),
            new JobsCommand(console),
            new SandboxCommand(console),
            new DemoCommand(console),
            new CheckCommand(console),
            new SchemaCommand(console),
            new VectorsCommand(console));
    commands.forEach(root::addSubcommand);
    return root.setOut(console.out())
        .setErr(console.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(ansi(console)))
        .registerConverter(Duration.class, Durations::parse)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(new Complaints(console, () -> callsheet.verbose))
        .setExecutionExceptionHandler(new Complaints(console, () -> callsheet.verbose));
  }

  /** Runs the command of this process and ends it with the command's exit status. */
  public static void main(String[] arguments) {
    Console console = Console.ofProcess();
    int status = commandLine(console).execute(arguments);
    console.out().flush();
    console.err().flush();
    System.exit(status);
  }

  private static Ansi ansi(Console console) {
    return console.outPalette().colour() ? Ansi.ON : Ansi.OFF;
  }

  /** The version that the jar's manifest names. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Callsheet.class.getPackage().getImplementationVersion();
      return new String[] {"callsheet " + (version == null ? "(not packaged)" : version)};
    }
  }
}
