package dev.callsheet.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;

import dev.callsheet.linter.record.RecordLintOptions;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.input.FileSplit;
import org.apache.spark.api.java.JavaNewHadoopRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import scala.Tuple2;

/**
 * Files of one request, or one list of requests, per line; lines without anything are passed over.
 * The key of a record is {@code struct<file: string, offset: bigint>}: its file, and where in it
 * its line begins, in bytes of the text. Unlike the number of a line, that is known without having
 * counted all lines before.
 *
 * <p>Lines are linted where Hadoop's reader leaves them, as bytes. A column of text in a dataset
 * would have each line copied three times, and its offset is not to be had there.
 */
public final class JsonLines {
  private final SparkSession spark;
  private final List<String> paths;
  private final RecordLintOptions options;

  private JsonLines(SparkSession spark, List<String> paths, RecordLintOptions options) {
    this.spark = spark;
    this.paths = paths;
    this.options = options;
  }

  /**
   * The lines of files, linted as of today by the bundled specs.
   *
   * @param paths files, directories and all below them, or patterns, of whatever Hadoop reads; with
   *     {@code .gz} and the like, packed; those whose names begin with {@code _} or {@code .} are
   *     passed over
   */
  public static JsonLines of(SparkSession spark, List<String> paths) {
    return new JsonLines(spark, List.copyOf(paths), RecordLintOptions.defaults());
  }

  /** The same, linted by other options. */
  public JsonLines options(RecordLintOptions chosen) {
    return new JsonLines(spark, paths, chosen);
  }

  /**
   * The plan.
   *
   * @throws UncheckedIOException when a path cannot be looked for
   */
  public LintedRequests lint() {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    JavaNewHadoopRDD<LongWritable, Text> lines =
        (JavaNewHadoopRDD<LongWritable, Text>)
            context.newAPIHadoopRDD(
                configuration(context), RequestFileFormat.class, LongWritable.class, Text.class);
    JavaRDD<Row> parts =
        lines.mapPartitionsWithInputSplit(new LintLines(new RecordLintFunction(options)), true);
    return new LintedRequests(
        spark.createDataFrame(parts, PartRow.schema(DataTypes.LongType)),
        struct(col(PartRow.PLACE).as("file"), col(PartRow.FINDING_KEY).as("offset")));
  }

  private Configuration configuration(JavaSparkContext context) {
    try {
      Job job = Job.getInstance(context.hadoopConfiguration());
      job.getConfiguration().setInt(RequestFileFormat.PARALLELISM, context.defaultParallelism());
      FileInputFormat.setInputDirRecursive(job, true);
      for (String path : paths) {
        FileInputFormat.addInputPath(job, new Path(path));
      }
      return job.getConfiguration();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lints the lines of a part of a file. */
  private record LintLines(RecordLintFunction function)
      implements Function2<InputSplit, Iterator<Tuple2<LongWritable, Text>>, Iterator<Row>>,
          Serializable {
    @Override
    public Iterator<Row> call(InputSplit split, Iterator<Tuple2<LongWritable, Text>> lines) {
      return function.lint(((FileSplit) split).getPath().toString(), new LineRecords(lines));
    }
  }

  /** The lines that are not blank; Hadoop's reader uses one pair of objects for all. */
  private static final class LineRecords implements Records {
    private final Iterator<Tuple2<LongWritable, Text>> lines;
    private long offset;
    private Text line = new Text();

    LineRecords(Iterator<Tuple2<LongWritable, Text>> lines) {
      this.lines = lines;
    }

    @Override
    public boolean next() {
      while (lines.hasNext()) {
        Tuple2<LongWritable, Text> read = lines.next();
        offset = read._1().get();
        line = read._2();
        if (!isBlank()) {
          return true;
        }
      }
      return false;
    }

    private boolean isBlank() {
      return line.getLength() == 0 || (line.getBytes()[0] <= ' ' && line.toString().isBlank());
    }

    @Override
    public Long key() {
      return offset;
    }

    @Override
    public byte[] buffer() {
      return line.getBytes();
    }

    @Override
    public int length() {
      return line.getLength();
    }
  }
}
