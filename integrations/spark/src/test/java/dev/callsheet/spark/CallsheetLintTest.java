package dev.callsheet.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.callsheet.linter.record.RecordLintOptions;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.compress.BZip2Codec;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns of datasets, and files of lines, on one machine. */
class CallsheetLintTest {
  @RegisterExtension static final LocalSpark SPARK = new LocalSpark();

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aColumnOfTextOrOfBytes_hasFindingsByItsKey(boolean binary) {
    Dataset<Row> requests =
        dataset(
            binary,
            row(1, SampleRequests.valid(1)),
            row(2, SampleRequests.wrongDuration(2)),
            row(3, "[" + SampleRequests.valid(3) + "," + SampleRequests.wrongDuration(4) + "]"));
    LintedRequests linted =
        CallsheetLint.requests(requests).record("request").key("id").lint().persist();
    assertThat(table(linted.findings(), "key", "rule", "severity", "model", "pointer"))
        .containsExactlyInAnyOrder(
            tuple(2L, "out-of-range", "error", SampleRequests.MODEL, "/duration"),
            tuple(3L, "out-of-range", "error", SampleRequests.MODEL, "/1/duration"));
    assertThat(linted.findings().filter("key = 2").head().<String>getAs("message"))
        .contains("duration");
    assertThat(table(linted.counts(), "records", "requests")).containsExactly(tuple(3L, 4L));
    assertThat(
            table(
                LintedRequests.summary(linted.findings()), "rule", "model", "findings", "records"))
        .containsExactly(tuple("out-of-range", SampleRequests.MODEL, 2L, 2L));
    linted.unpersist();
  }

  @Test
  void corruptRecords_areFindings() {
    byte[] noUtf8 = SampleRequests.valid(1).getBytes(StandardCharsets.UTF_8);
    noUtf8[20] = (byte) 0xFF;
    byte[] huge = new byte[33 << 20];
    Arrays.fill(huge, (byte) ' ');
    huge[0] = '{';
    huge[huge.length - 1] = '}';
    StructType schema = schema(DataTypes.BinaryType);
    Dataset<Row> requests =
        SPARK
            .session()
            .createDataFrame(
                List.of(
                    RowFactory.create(1L, null),
                    RowFactory.create(2L, new byte[0]),
                    RowFactory.create(3L, "{\"taskType\": ".getBytes(StandardCharsets.UTF_8)),
                    RowFactory.create(4L, noUtf8),
                    RowFactory.create(5L, huge),
                    RowFactory.create(6L, "[[[[1]]]]".getBytes(StandardCharsets.UTF_8)),
                    RowFactory.create(
                        7L, SampleRequests.valid(7).getBytes(StandardCharsets.UTF_8))),
                schema);
    LintedRequests linted = CallsheetLint.requests(requests).record("request").key("id").lint();
    assertThat(table(linted.findings(), "key", "rule"))
        .containsExactlyInAnyOrder(
            tuple(1L, "malformed-json"),
            tuple(2L, "malformed-json"),
            tuple(3L, "malformed-json"),
            tuple(4L, "malformed-json"),
            tuple(5L, "too-large"),
            tuple(6L, "wrong-type"));
    assertThat(table(linted.counts(), "records")).containsExactly(tuple(7L));
  }

  @Test
  void aUuidThatAnotherRecordHas_isToldOfTheRecordWithTheLargerKey() {
    String same = SampleRequests.valid(1);
    Dataset<Row> requests =
        dataset(
            false,
            row(30, same),
            row(10, SampleRequests.valid(2)),
            row(20, "[" + SampleRequests.valid(3) + "," + same + "]"),
            row(40, SampleRequests.poll(1)),
            row(50, same));
    Dataset<Row> findings =
        CallsheetLint.requests(requests).record("request").key("id").lint().findings();
    assertThat(
            table(
                findings.filter("rule = 'duplicate-task-uuid'"),
                "key",
                "severity",
                "model",
                "pointer",
                "line",
                "price"))
        .containsExactlyInAnyOrder(
            tuple(30L, "error", SampleRequests.MODEL, "/taskUUID", null, null),
            tuple(50L, "error", SampleRequests.MODEL, "/taskUUID", null, null));
  }

  @Test
  void keysOfSeveralColumns_areOrderedByThem() {
    StructType schema =
        new StructType()
            .add("day", DataTypes.StringType)
            .add("n", DataTypes.IntegerType)
            .add("value", DataTypes.StringType);
    Dataset<Row> requests =
        SPARK
            .session()
            .createDataFrame(
                List.of(
                    RowFactory.create("2026-02-01", 1, SampleRequests.valid(1)),
                    RowFactory.create("2026-01-01", 10, SampleRequests.valid(1)),
                    RowFactory.create("2026-01-01", 9, SampleRequests.valid(1))),
                schema);
    assertThat(
            table(
                CallsheetLint.requests(requests)
                    .key("day", "n")
                    .lint()
                    .findings()
                    .select("key.day", "key.n"),
                "day",
                "n"))
        .containsExactlyInAnyOrder(tuple("2026-01-01", 10), tuple("2026-02-01", 1));
  }

  @Test
  void pricesAreOfRequestsWithoutAnError() {
    Dataset<Row> requests =
        dataset(
            false,
            row(1, SampleRequests.valid(1)),
            row(2, SampleRequests.wrongDuration(2)),
            row(3, SampleRequests.valid(3)),
            row(4, SampleRequests.withWarning(4)));
    LintedRequests linted =
        CallsheetLint.requests(requests)
            .record("request")
            .key("id")
            .options(RecordLintOptions.defaults().pricingAll())
            .lint();
    Row price = linted.prices().head();
    assertThat(price.<String>getAs("model")).isEqualTo(SampleRequests.MODEL);
    assertThat(price.<Long>getAs("requests")).isEqualTo(3);
    assertThat(price.<BigDecimal>getAs("minimum")).isPositive();
    assertThat(price.<BigDecimal>getAs("maximum")).isEqualTo(price.<BigDecimal>getAs("minimum"));
    assertThat(linted.findings().filter("key = 2 and price is null").count()).isEqualTo(1);
    assertThat(
            linted
                .findings()
                .filter("severity = 'warning' and price.currency = 'USD' and price.minimum > 0")
                .count())
        .isEqualTo(1);
  }

  @Test
  void linesOfFiles_areNamedByTheirOffsets_andBlankOnesPassedOver() throws Exception {
    String wrong = SampleRequests.wrongDuration(2);
    Path deep = Files.createDirectories(directory.resolve("a/b"));
    Path file =
        Files.writeString(
            deep.resolve("requests.jsonl"),
            SampleRequests.valid(1) + "\r\n\n  \t\n" + wrong + "\n" + "{\n");
    LintedRequests linted = JsonLines.of(SPARK.session(), List.of(directory.toString())).lint();
    List<Tuple> found =
        table(
            linted.findings().select("key.file", "key.offset", "rule", "message"),
            "file",
            "offset",
            "rule");
    long offset = Files.readString(file).indexOf(wrong);
    assertThat(found)
        .containsExactlyInAnyOrder(
            tuple("file:" + file, offset, "out-of-range"),
            tuple("file:" + file, offset + wrong.length() + 1, "malformed-json"));
    assertThat(table(linted.counts(), "records", "requests")).containsExactly(tuple(3L, 2L));
  }

  @Test
  void aFileThatSeveralPathsLeadTo_isReadOnce() throws Exception {
    Path file = Files.writeString(directory.resolve("a.jsonl"), SampleRequests.valid(1));
    LintedRequests linted =
        JsonLines.of(
                SPARK.session(), List.of(directory.toString(), file.toString(), directory + "/*"))
            .lint();
    assertThat(linted.findings().count()).isZero();
    assertThat(table(linted.counts(), "records")).containsExactly(tuple(1L));
  }

  @Test
  void linesOfAPackedFile_areNamedByTheirOffsetsInTheText_howeverSmallSplitsAre() throws Exception {
    StringBuilder text = new StringBuilder();
    Random random = new Random(1);
    for (int i = 0; i < 8_000; i++) {
      String prompt = Long.toHexString(random.nextLong()); // little of it can be packed
      text.append(SampleRequests.task(i, 5, prompt)).append('\n');
    }
    Configuration hadoop = SPARK.session().sparkContext().hadoopConfiguration();
    BZip2Codec codec = new BZip2Codec();
    codec.setConf(hadoop);
    try (OutputStream out =
        codec.createOutputStream(Files.newOutputStream(directory.resolve("a.jsonl.bz2")))) {
      out.write((text + "{").getBytes(StandardCharsets.UTF_8));
    }
    String splits = "mapreduce.input.fileinputformat.split.maxsize";
    hadoop.setLong(splits, 10_000);
    try {
      LintedRequests linted = JsonLines.of(SPARK.session(), List.of(directory.toString())).lint();
      assertThat(table(linted.findings().select("key.offset", "rule"), "offset", "rule"))
          .containsExactly(tuple((long) text.length(), "malformed-json"));
    } finally {
      hadoop.unset(splits);
    }
  }

  @Test
  void columnsThatAreNotThere_orHoldSomethingElse_areNamed() {
    Dataset<Row> requests = dataset(false, row(1, "{}"));
    CallsheetLint lint = CallsheetLint.requests(requests);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lint.record("reqest"))
        .withMessage("there is no column `reqest`; there are `id`, `request`");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lint.record("id"))
        .withMessage("the column `id` is of type bigint; requests are read from string or binary");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lint.record("request").lint())
        .withMessageContaining("key(");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lint.key("id").lint())
        .withMessageContaining("no column `value`");
    assertThatIllegalArgumentException().isThrownBy(lint::key).withMessageContaining("column");
  }

  private static List<Tuple> table(Dataset<Row> rows, String... columns) {
    return rows.collectAsList().stream()
        .map(
            row -> tuple(Arrays.stream(columns).map(column -> row.<Object>getAs(column)).toArray()))
        .toList();
  }

  private static Row row(long id, String request) {
    return RowFactory.create(id, request);
  }

  private static Dataset<Row> dataset(boolean binary, Row... rows) {
    List<Row> all = new ArrayList<>();
    for (Row row : rows) {
      String text = row.getString(1);
      all.add(RowFactory.create(row.get(0), binary ? text.getBytes(StandardCharsets.UTF_8) : text));
    }
    return SPARK
        .session()
        .createDataFrame(all, schema(binary ? DataTypes.BinaryType : DataTypes.StringType));
  }

  private static StructType schema(DataType request) {
    return new StructType().add("id", DataTypes.LongType).add("request", request);
  }
}
