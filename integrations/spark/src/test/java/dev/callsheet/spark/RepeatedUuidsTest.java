package dev.callsheet.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.linter.record.RecordLintOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** UUIDs that several records have, however they are spread over partitions, chunks and buckets. */
class RepeatedUuidsTest {
  private static final StructType REQUESTS =
      new StructType().add("id", DataTypes.LongType).add("value", DataTypes.StringType);

  @RegisterExtension static final LocalSpark SPARK = new LocalSpark();

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 5_000})
  void allButTheLeastKeyOfAUuidAreTold_howeverManyMakeAChunk(int maxUuids) {
    Random random = new Random(maxUuids);
    List<Row> rows = new ArrayList<>();
    TreeSet<Long> expected = new TreeSet<>();
    TreeSet<Integer> seen = new TreeSet<>();
    for (long id = 0; id < 3_000; id++) {
      int number = random.nextInt(12_000);
      rows.add(RowFactory.create(id, SampleRequests.valid(number)));
      if (!seen.add(number)) {
        expected.add(id);
      }
    }
    Collections.shuffle(rows, random);
    assertThat(expected).hasSizeGreaterThan(100);
    Dataset<Row> requests = SPARK.session().createDataFrame(rows, REQUESTS).repartition(5);
    assertThat(repeated(requests, maxUuids))
        .containsExactlyElementsOf(expected.stream().map(id -> id + " /taskUUID").toList());
  }

  @Test
  void aUuidThatAllHave_isToldOfAllButOne() {
    List<Row> rows =
        LongStream.range(0, 500)
            .mapToObj(id -> RowFactory.create(id, SampleRequests.valid(1)))
            .toList();
    Dataset<Row> requests = SPARK.session().createDataFrame(rows, REQUESTS).repartition(3);
    assertThat(repeated(requests, 10)).hasSize(499).doesNotContain("0 /taskUUID");
  }

  @Test
  void aUuidIsTheSame_howeverItIsWritten_andToldAsItIs() {
    String capitals = SampleRequests.uuid(1).toString().toUpperCase(Locale.ROOT);
    String inCapitals =
        SampleRequests.valid(1).replace(SampleRequests.uuid(1).toString(), capitals);
    Dataset<Row> requests =
        SPARK
            .session()
            .createDataFrame(
                List.of(
                    RowFactory.create(1L, SampleRequests.valid(1)),
                    RowFactory.create(2L, "[" + SampleRequests.valid(2) + "," + inCapitals + "]"),
                    RowFactory.create(3L, SampleRequests.wrongDuration(1))),
                REQUESTS);
    Dataset<Row> found = duplicates(requests, 1);
    assertThat(
            found.collectAsList().stream()
                .map(row -> row.<Long>getAs("key") + row.<String>getAs("pointer")))
        .containsExactly("2/1/taskUUID", "3/taskUUID");
    assertThat(found.first().<String>getAs("message")).contains(capitals);
    assertThat(found.filter("key = 3").first().<String>getAs("message"))
        .contains(SampleRequests.uuid(1).toString());
  }

  @Test
  void keysMayBeOfManyTypes_orBeMissing() {
    Dataset<Row> requests =
        SPARK
            .session()
            .createDataFrame(
                IntStream.range(0, 4)
                    .mapToObj(id -> RowFactory.create((long) id, SampleRequests.valid(1)))
                    .toList(),
                REQUESTS)
            .selectExpr(
                "cast(date_add(date'2026-09-01', cast(id as int)) as timestamp) as at",
                "cast(id as decimal(20, 3)) as amount",
                "if(id = 0, null, encode(cast(id as string), 'utf-8')) as bytes",
                "array(id) as list",
                "value");
    for (String column : List.of("at", "amount", "bytes", "list")) {
      Dataset<Row> found =
          CallsheetLint.requests(requests).key(column).lint().findings().orderBy("key");
      assertThat(found.select("key").collectAsList())
          .as(column)
          .isEqualTo(requests.select(column).orderBy(column).offset(1).collectAsList());
    }
  }

  @Test
  void linesOfSeveralFiles_areOrderedByFileAndOffset() throws Exception {
    String line = SampleRequests.valid(1) + "\n";
    Files.writeString(directory.resolve("b.jsonl"), line + line);
    Files.writeString(directory.resolve("a.jsonl"), SampleRequests.valid(2) + "\n" + line);
    Dataset<Row> found =
        JsonLines.of(SPARK.session(), List.of(directory.toString()))
            .lint()
            .findings()
            .selectExpr("substring_index(key.file, '/', -1) as file", "key.offset as offset")
            .orderBy("offset");
    assertThat(found.collectAsList())
        .containsExactly(
            RowFactory.create("b.jsonl", 0L), RowFactory.create("b.jsonl", (long) line.length()));
  }

  /** The keys and pointers of what repeats a UUID, in the order of the keys. */
  private static List<String> repeated(Dataset<Row> requests, int maxUuids) {
    return duplicates(requests, maxUuids).collectAsList().stream()
        .map(row -> row.<Long>getAs("key") + " " + row.<String>getAs("pointer"))
        .toList();
  }

  private static Dataset<Row> duplicates(Dataset<Row> requests, int maxUuids) {
    RecordLintFunction function = new RecordLintFunction(RecordLintOptions.defaults(), maxUuids);
    return CallsheetLint.requests(requests)
        .key("id")
        .lint(function)
        .findings()
        .filter("rule = 'duplicate-task-uuid'")
        .orderBy("key");
  }
}
