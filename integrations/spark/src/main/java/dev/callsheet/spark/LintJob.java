package dev.callsheet.spark;

import dev.callsheet.linter.record.RecordLintOptions;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.catalogue.SpecSnapshot;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.UncheckedSpecException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/**
 * The job for {@code spark-submit}: lints files of requests, writes the findings and their summary,
 * and prints the summary. The exit status is 0 when that is done, whatever was found; 1 with {@code
 * --fail-on} and such a finding; 2 when it was called wrongly; 3 when it failed.
 */
@Command(
    name = "callsheet-spark",
    description = "Lint requests in files, many at a time.",
    exitCodeOnExecutionException = 3,
    sortOptions = false)
public final class LintJob implements Callable<Integer> {
  /** What the files are that requests are in. */
  enum InputFormat {
    LINES,
    PARQUET
  }

  /** What tables are written as. */
  enum OutputFormat {
    PARQUET,
    JSON
  }

  @Option(
      names = "--input",
      paramLabel = "PATH",
      required = true,
      description = "A file, a directory or a pattern (repeatable).")
  private List<String> inputs = List.of();

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "A directory that is not there yet: findings and summary are written below it.")
  private String output = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "What is written: parquet (default) or json.")
  private OutputFormat format = OutputFormat.PARQUET;

  @Option(
      names = "--input-format",
      paramLabel = "FORMAT",
      description = "What is read: lines (default), one JSON value each, or parquet.")
  private InputFormat inputFormat = InputFormat.LINES;

  @Option(
      names = "--record",
      paramLabel = "COLUMN",
      description = "The column of Parquet files that holds the requests; value by default.")
  private @Nullable String record;

  @Option(
      names = "--key",
      paramLabel = "COLUMN",
      description = "A column of Parquet files that names a record (repeatable).")
  private List<String> keys = List.of();

  @Option(
      names = "--spec",
      paramLabel = "DIR",
      description =
          "Add the specs in this directory of the driver to the bundled ones (repeatable).")
  private List<Path> specs = List.of();

  @Option(
      names = "--reading",
      paramLabel = "FORM",
      description =
          "Which form of a rule to validate where the published one differs from the enforced one:"
              + " enforced (default), documented.")
  private RuleInterpretation reading = RuleInterpretation.ENFORCED;

  @Option(
      names = "--today",
      paramLabel = "DATE",
      description = "Lint as of this day, such as 2026-09-01; today in UTC by default.")
  private @Nullable LocalDate today;

  @Option(names = "--prices", description = "Price every request, and write the totals by model.")
  private boolean prices;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "Exit status 1 for a finding at least as severe: error, warning or note.")
  private @Nullable Severity failOn;

  private final PrintStream out;

  /** Prints to standard output. */
  public LintJob() {
    this(new PrintStream(System.out, true, StandardCharsets.UTF_8));
  }

  LintJob(PrintStream out) {
    this.out = out;
  }

  /** Runs the job, and ends the process where its status is not 0. */
  public static void main(String... arguments) {
    int status = new LintJob().run(arguments);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** Runs the job with arguments, and returns its exit status. */
  int run(String... arguments) {
    return run(new PrintWriter(System.err, true, StandardCharsets.UTF_8), List.of(arguments));
  }

  /** The same, with another place for what was called wrongly. */
  int run(PrintWriter errors, List<String> arguments) {
    return commandLine()
        .setErr(errors)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(LintJob::explain)
        .execute(arguments.toArray(String[]::new));
  }

  /** The command line of this job. */
  CommandLine commandLine() {
    CommandLine command = new CommandLine(this);
    command
        .getCommandSpec()
        .addOption(OptionSpec.builder("--help").usageHelp(true).description("Print this.").build());
    return command;
  }

  /**
   * Tells what the user can change, such as a column that Spark cannot order by; what is wrong with
   * Spark or Callsheet keeps its trace.
   */
  private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (!(e instanceof JobInputException || e instanceof AnalysisException)) {
      throw e;
    }
    command.getErr().println("callsheet-spark: " + e.getMessage());
    return 2;
  }

  @Override
  public Integer call() {
    RecordLintOptions options = options();
    if (inputFormat == InputFormat.LINES && (record != null || !keys.isEmpty())) {
      throw new JobInputException(
          "--record and --key are for columns; lines have none: add --input-format parquet");
    }
    SparkSession spark = SparkSession.builder().appName("callsheet lint").getOrCreate();
    try {
      JobPaths paths = new JobPaths(spark.sparkContext().hadoopConfiguration());
      inputs.forEach(paths::requireInput);
      paths.requireNew(output);
      return lint(spark, options);
    } finally {
      spark.stop();
    }
  }

  private int lint(SparkSession spark, RecordLintOptions options) {
    LintedRequests linted = requests(spark, options).persist();
    Dataset<Row> findings = linted.findings();
    write(findings, "findings");
    Dataset<Row> written =
        spark.read().schema(findings.schema()).format(formatName()).load(output + "/findings");
    Dataset<Row> summary = LintedRequests.summary(written).coalesce(1).cache();
    write(summary, "summary");
    if (prices) {
      write(linted.prices().coalesce(1), "prices");
    }
    JobSummary printed = new JobSummary(out);
    long failing =
        printed.print(linted.counts().head(), summary.collectAsList(), failingSeverities());
    if (prices) {
      printed.printPrices(linted.prices().collectAsList());
    }
    return failing > 0 ? 1 : 0;
  }

  private List<String> failingSeverities() {
    Severity least = failOn;
    return least == null
        ? List.of()
        : Arrays.stream(Severity.values())
            .filter(each -> each.isAtLeast(least))
            .map(Severity::id)
            .toList();
  }

  private LintedRequests requests(SparkSession spark, RecordLintOptions options) {
    if (inputFormat == InputFormat.LINES) {
      return JsonLines.of(spark, inputs).options(options).lint();
    }
    if (keys.isEmpty()) {
      throw new JobInputException("columns name a record, in Parquet files: say which by --key");
    }
    try {
      CallsheetLint keyed = CallsheetLint.requests(parquet(spark)).key(keys.toArray(String[]::new));
      return (record == null ? keyed : keyed.record(record)).options(options).lint();
    } catch (IllegalArgumentException wrongColumn) {
      throw new JobInputException(String.valueOf(wrongColumn.getMessage()));
    }
  }

  private Dataset<Row> parquet(SparkSession spark) {
    try {
      return spark.read().parquet(inputs.toArray(String[]::new));
    } catch (Exception e) { // Spark throws checked ones undeclared
      throw new JobInputException("--input cannot be read as Parquet files: " + e.getMessage());
    }
  }

  /** The options of the records, with all specs parsed once, so that no executor stops at one. */
  private RecordLintOptions options() {
    RecordLintOptions options = RecordLintOptions.defaults().withInterpretation(reading);
    try {
      List<SpecSnapshot> snapshots = new ArrayList<>();
      for (Path directory : specs) {
        snapshots.add(SpecSnapshot.of(directory));
      }
      ModelCatalogue.ofSnapshots(snapshots).own();
      options = options.withSpecs(snapshots);
    } catch (IOException | SpecException | UncheckedSpecException e) {
      throw new JobInputException(String.valueOf(e.getMessage()));
    }
    if (today != null) {
      options = options.withDay(today);
    }
    return prices ? options.pricingAll() : options;
  }

  private void write(Dataset<Row> table, String name) {
    table.write().format(formatName()).save(output + "/" + name);
  }

  private String formatName() {
    return format.name().toLowerCase(Locale.ROOT);
  }
}
