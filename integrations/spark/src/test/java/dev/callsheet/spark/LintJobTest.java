package dev.callsheet.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job with its arguments, on one machine; the session of a job ends with it. */
class LintJobTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final StringWriter errors = new StringWriter();
  private SparkSession spark;

  @TempDir private Path directory;

  @BeforeEach
  void startSpark() {
    spark =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "1")
            .getOrCreate();
  }

  @AfterEach
  void stopSpark() {
    spark.stop();
  }

  @Test
  void columns_areLintedAndPriced_byOwnSpecsToo() throws IOException {
    Path specs = Files.createDirectory(directory.resolve("specs"));
    Files.writeString(
        specs.resolve("dot.yaml"),
        """
        callsheet: 1
        model: {id: "acme:dot@1", name: Dot, status: live}
        include: [platforms/runware/task]
        parameters:
          model: {const: "acme:dot@1"}
          width: {type: integer, maximum: 8}
        """);
    String own =
        "{\"taskType\":\"x\",\"taskUUID\":\""
            + UUID.randomUUID()
            + "\",\"model\":\"acme:dot@1\",\"width\":9}";
    Path table = directory.resolve("table");
    spark
        .sql("select 1 as id, '" + SampleRequests.valid(1) + "' as r union select 2, '" + own + "'")
        .write()
        .parquet(table.toString());
    int status =
        run(
            "--input",
            table.toString(),
            "--input-format",
            "parquet",
            "--record",
            "r",
            "--key",
            "id",
            "--spec",
            specs.toString(),
            "--prices",
            "--fail-on",
            "error",
            "--format",
            "parquet",
            "--output",
            directory.resolve("out").toString());
    assertThat(errors.toString()).isEmpty();
    assertThat(status).as("there is an error").isEqualTo(1);
    assertThat(printed.toString(UTF_8))
        .contains("2 records, 2 requests; errors: ", "out-of-range", "acme:dot@1", " USD");
    for (String written : List.of("findings", "summary", "prices")) {
      assertThat(directory.resolve("out").resolve(written))
          .isDirectoryContaining("glob:**.parquet");
    }
  }

  @Test
  void nothingAtAll_isNoRecords() throws IOException {
    Path empty = Files.createDirectory(directory.resolve("empty"));
    assertThat(run("--input", empty.toString(), "--output", directory.resolve("out").toString()))
        .isZero();
    assertThat(printed.toString(UTF_8)).startsWith("0 records, 0 requests;");
  }

  @Test
  void filesThatAreNoParquet_areToldOf() throws IOException {
    Path lines = Files.writeString(directory.resolve("a.jsonl"), SampleRequests.valid(1) + "\n");
    assertMistake("cannot be read as Parquet", columns(lines, "id"));
  }

  @Test
  void aDirectoryWithoutParquet_isToldOf() throws IOException {
    Path empty = Files.createDirectory(directory.resolve("empty"));
    assertMistake("cannot be read as Parquet", columns(empty, "id"));
  }

  @Test
  void columnsWithoutAKey_areAskedForTheOption() {
    assertMistake(
        "--key",
        List.of("--input", directory.toString(), "--output", "out", "--input-format", "parquet"));
  }

  @Test
  void aKeyWithoutAnOrder_isToldOf() {
    Path table = directory.resolve("table");
    spark.sql("select map('a', 1) as id, '{}' as value").write().parquet(table.toString());
    assertMistake("MAP", columns(table, "id"));
  }

  @Test
  void aHostThatIsNotThere_isToldOf() {
    assertMistake(
        "no-such-host", List.of("--input", "hdfs://no-such-host.invalid/x", "--output", "out"));
  }

  @Test
  void aFileThatHadoopPassesOver_isToldOf() throws IOException {
    Path hidden = Files.writeString(directory.resolve("_a.jsonl"), "{}");
    assertMistake(
        "names that begin with _ or .", List.of("--input", hidden.toString(), "--output", "out"));
  }

  @Test
  void aFailure_hasAStatusOfItsOwn() throws IOException {
    Path cut = Files.write(directory.resolve("a.jsonl.gz"), new byte[] {31, (byte) 139, 8, 0, 0});
    Path output = directory.resolve("out");
    assertThat(run("--input", cut.toString(), "--output", output.toString())).isEqualTo(3);
    assertThat(errors.toString()).contains("EOFException");
  }

  private List<String> columns(Path input, String key) {
    return List.of(
        "--input",
        input.toString(),
        "--input-format",
        "parquet",
        "--key",
        key,
        "--output",
        directory.resolve("out").toString());
  }

  private void assertMistake(String message, List<String> arguments) {
    assertThat(run(arguments.toArray(String[]::new))).as(errors.toString()).isEqualTo(2);
    assertThat(errors.toString())
        .startsWith("callsheet-spark: ")
        .contains(message)
        .doesNotContain("\tat ");
  }

  private int run(String... arguments) {
    return new LintJob(new PrintStream(printed, true, UTF_8))
        .run(new PrintWriter(errors, true), List.of(arguments));
  }
}
