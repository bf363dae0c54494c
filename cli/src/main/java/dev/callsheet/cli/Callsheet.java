package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.DurationFormat;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
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
    footer = {
      "",
      "Exit status: 0 nothing found, or done; 1 findings, or the request failed;",
      "2 called wrongly, or something could not be read or reached;",
      "3 an internal error; 141 whoever read the output has gone."
    })
public final class Callsheet {
  private static final int HELP_WIDTH = 80;

  /** Below that, picocli cannot lay out options and what they are. */
  private static final int MIN_HELP_WIDTH = 55;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an internal error.")
  private boolean verbose;

  /** What the subcommands are called, and what they are, in the order of the help. */
  private static Map<String, Function<Console, Callable<Integer>>> subcommands() {
    Map<String, Function<Console, Callable<Integer>>> commands = new LinkedHashMap<>();
    commands.put("models", ModelsCommand::new);
    commands.put("platforms", PlatformsCommand::new);
    commands.put("describe", DescribeCommand::new);
    commands.put("lint", LintCommand::new);
    commands.put("price", PriceCommand::new);
    commands.put("generate", GenerateCommand::new);
    commands.put("run", RunCommand::new);
    commands.put("jobs", JobsCommand::new);
    commands.put("sandbox", SandboxCommand::new);
    commands.put("demo", DemoCommand::new);
    commands.put("new", NewCommand::new);
    commands.put("import", ImportCommand::new);
    commands.put("check", CheckCommand::new);
    commands.put("diff", DiffCommand::new);
    commands.put("schema", SchemaCommand::new);
    commands.put("vectors", VectorsCommand::new);
    commands.put("verify", VerifyCommand::new);
    commands.put("docs", DocsCommand::new);
    commands.put("lsp", LspCommand::new);
    commands.put("mcp", McpCommand::new);
    commands.put("completion", CompletionCommand::new);
    commands.put("man", ManCommand::new);
    commands.put("complete", CompleteCommand::new);
    return commands;
  }

  /**
   * The command line over a console, ready to execute these arguments. Where they begin with a
   * subcommand, those that it does not need are left out: to know them all takes longer than to
   * lint a file.
   */
  private static CommandLine commandLine(
      Callsheet callsheet, Console console, ErrorOutput errors, String... arguments) {
    CommandLine root = new CommandLine(callsheet);
    var commands = subcommands();
    commands.keySet().retainAll(needed(commands.keySet(), List.of(arguments)));
    commands.values().forEach(command -> root.addSubcommand(command.apply(console)));
    if (commands.size() > 1) {
      root.addSubcommand(new CommandLine.HelpCommand());
    }
    return root.setOut(console.out())
        .setErr(console.err())
        .setUsageHelpWidth(Math.max(console.columns().orElse(HELP_WIDTH), MIN_HELP_WIDTH))
        .setColorScheme(CommandLine.Help.defaultColorScheme(ansi(console)))
        .registerConverter(Duration.class, DurationFormat::parse)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors);
  }

  /** The command line with all subcommands. */
  static CommandLine commandLine(Console console) {
    return commandLine(new Callsheet(), console, new ErrorOutput(console, () -> false));
  }

  /** The subcommands that arguments need. */
  private static Set<String> needed(Set<String> all, List<String> arguments) {
    String first = arguments.isEmpty() ? "" : arguments.get(0);
    return switch (first) {
      // complete -- WORD...: the command that is being typed
      case "complete" -> new HashSet<>(arguments.subList(0, Math.min(3, arguments.size())));
      case "completion", "man" -> all;
      default -> all.contains(first) ? Set.of(first) : all;
    };
  }

  /** {@code help lint} is {@code lint --help}. */
  private static String[] withoutHelpCommand(String... arguments) {
    if (arguments.length == 0 || !arguments[0].equals("help")) {
      return arguments;
    }
    if (arguments.length == 1) {
      return new String[] {"--help"};
    }
    // What is no command is told as that.
    return subcommands().containsKey(arguments[1])
        ? new String[] {arguments[1], "--help"}
        : new String[] {arguments[1]};
  }

  /** Runs the command of this process and ends it with the command's exit status. */
  public static void main(String[] arguments) {
    Console console = Console.ofProcess();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, thrown) -> new ErrorOutput(console, () -> false).report(thrown));
    int status = run(console, arguments);
    console.err().flush();
    System.exit(status);
  }

  /**
   * Runs a command, and returns its exit status. Nothing is thrown: a result that could not be
   * written is an error of the command, and whatever else is thrown a fault of ours.
   */
  public static int run(Console console, String... arguments) {
    Callsheet callsheet = new Callsheet();
    ErrorOutput errors =
        new ErrorOutput(
            console, () -> callsheet.verbose || List.of(arguments).contains("--verbose"));
    try {
      String[] asked = withoutHelpCommand(arguments);
      int status = commandLine(callsheet, console, errors, asked).execute(asked);
      console.out().flush();
      return status;
    } catch (RuntimeException | Error thrown) {
      return errors.report(thrown);
    }
  }

  private static Ansi ansi(Console console) {
    return console.outStyle().colour() ? Ansi.ON : Ansi.OFF;
  }

  /** The version that the jar's manifest names, and what it runs on. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        text(),
        "Java %s (%s), %s %s, %s"
            .formatted(
                System.getProperty("java.version"),
                System.getProperty("java.vendor"),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch"))
      };
    }

    static String text() {
      String version = Callsheet.class.getPackage().getImplementationVersion();
      return "callsheet " + (version == null ? "(not packaged)" : version);
    }
  }
}
