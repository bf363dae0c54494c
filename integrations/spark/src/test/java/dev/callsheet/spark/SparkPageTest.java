package dev.callsheet.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.linter.record.RecordLintOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapred.LocalJobRunner;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Model.OptionSpec;

/** What docs/spark.md shows is compiled and run here. */
class SparkPageTest {
  private static final Path PAGE = Path.of("../../docs/spark.md");
  private static final Path SOURCES = Path.of("src/test/java/dev/callsheet/spark");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path directory;

  /** The most frequent mistakes in a column of a table. */
  static Dataset<Row> mistakes(SparkSession spark, String table) {
    LintedRequests linted =
        CallsheetLint.requests(spark.read().parquet(table))
            .record("request")
            .key("day", "id")
            .options(RecordLintOptions.defaults().withDay(LocalDate.of(2026, 9, 1)))
            .lint();
    return LintedRequests.summary(linted.findings().filter("severity = 'error'"));
  }

  @Test
  void itsJavaIsThatOfThisTest() throws IOException {
    String sources =
        Files.readString(SOURCES.resolve("SparkPageTest.java"))
            + Files.readString(SOURCES.resolve("LintMapper.java"));
    assertThat(JAVA.matcher(Files.readString(PAGE)).results().map(code -> code.group(1)))
        .hasSize(2)
        .allSatisfy(code -> assertThat(sources).contains(code));
  }

  @Test
  void theExampleCountsMistakes() {
    SparkSession spark =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "2")
            .getOrCreate();
    try {
      String table = directory.resolve("table").toString();
      spark
          .sql(
              "select '2026-09-01' as day, 1 as id, '"
                  + SampleRequests.wrongDuration(1)
                  + "' as request")
          .write()
          .parquet(table);
      assertThat(mistakes(spark, table).collectAsList())
          .singleElement()
          .satisfies(row -> assertThat(row.<String>getAs("rule")).isEqualTo("out-of-range"));
    } finally {
      spark.stop();
    }
  }

  @Test
  void theJobPrintsWhatThePageShows() throws IOException {
    Path input =
        Files.writeString(
            directory.resolve("requests.jsonl"),
            String.join(
                "\n",
                SampleRequests.valid(1),
                SampleRequests.wrongDuration(2),
                SampleRequests.withWarning(3)));
    Path output = directory.resolve("findings");
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    SparkSession.builder()
        .master("local[1]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .getOrCreate();
    int status =
        new LintJob(new PrintStream(printed, true, UTF_8))
            .run(
                "--input", input.toString(), "--output", output.toString(), "--fail-on", "warning");
    assertThat(status).as("there are findings as severe as that").isEqualTo(1);
    assertThat(Files.readString(PAGE)).contains(printed.toString(UTF_8));
    assertThat(printed.toString(UTF_8)).contains("prompt-names-elements");
    assertThat(output.resolve("findings")).isDirectoryContaining("glob:**.parquet");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --input nowhere --output out                           | --input nowhere: there is no such
          --input . --output .                                   | --output . is there already
          --input . --output out --key id                        | add --input-format parquet
          --input . --output out --spec nowhere                  | nowhere: there is no such directory
          --input . --output out --format csv                    | '--format'
          --output out                                           | '--input=PATH'
          """)
  void wrongArguments_areToldAndHaveStatus2(String arguments, String message) {
    StringWriter errors = new StringWriter();
    SparkSession.builder().master("local[1]").config("spark.ui.enabled", "false").getOrCreate();
    LintJob job = new LintJob(new PrintStream(new ByteArrayOutputStream(), true, UTF_8));
    int status = job.run(new PrintWriter(errors, true), List.of(arguments.split(" +", -1)));
    assertThat(errors.toString()).contains(message);
    assertThat(status).isEqualTo(2);
  }

  @Test
  void theOtherEngineFindsTheSame() throws Exception {
    Path input =
        Files.writeString(
            directory.resolve("a.jsonl"),
            SampleRequests.valid(1) + "\n" + SampleRequests.wrongDuration(2) + "\n");
    Job job = Job.getInstance(new Configuration());
    job.getConfiguration().set("mapreduce.framework.name", "local");
    LocalJobRunner.setLocalMaxRunningMaps(job, 1);
    job.setMapperClass(LintMapper.class);
    job.setNumReduceTasks(0);
    job.setOutputKeyClass(LongWritable.class);
    job.setOutputValueClass(Text.class);
    FileInputFormat.addInputPath(job, new org.apache.hadoop.fs.Path(input.toString()));
    Path output = directory.resolve("out");
    FileOutputFormat.setOutputPath(job, new org.apache.hadoop.fs.Path(output.toString()));
    assertThat(job.waitForCompletion(false)).isTrue();
    assertThat(Files.readString(output.resolve("part-m-00000")))
        .isEqualTo((SampleRequests.valid(1).length() + 1) + "\tout-of-range /duration\n");
  }

  @Test
  void itNamesEveryOptionOfTheJob() throws IOException {
    List<String> options =
        new LintJob()
            .commandLine().getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .toList();
    TreeSet<String> named = new TreeSet<>();
    Pattern.compile("`(--[a-z-]+)")
        .matcher(Files.readString(PAGE))
        .results()
        .forEach(option -> named.add(option.group(1)));
    named.add("--help");
    assertThat(named).containsExactlyInAnyOrderElementsOf(options);
  }
}
