package dev.callsheet.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.input.FileSplit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Into which parts files are cut; the local disk says that its blocks are of 32 MB. */
class RequestFileFormatTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({"1024, 2, 128", "1024, 16, 64", "1024, 1000, 4", "3, 1, 3"})
  void aPartIsAShareForEachTaskThatCanRun_ofFourTo128Megabytes(
      long file, int parallelism, long part) throws IOException {
    assertThat(parts("requests.jsonl", file, parallelism, new Configuration()))
        .hasSize((int) (file / part))
        .allMatch(size -> size == part);
  }

  @Test
  void aPackedFileIsOnePart() throws IOException {
    assertThat(parts("requests.jsonl.gz", 1024, 16, new Configuration())).containsExactly(1024L);
  }

  @Test
  void hadoopsOwnSettingsHold() throws IOException {
    Configuration configuration = new Configuration();
    configuration.setLong(FileInputFormat.SPLIT_MAXSIZE, 8 << 20);
    assertThat(parts("requests.jsonl", 1024, 1, configuration)).hasSize(128);
    configuration.setLong(FileInputFormat.SPLIT_MINSIZE, 512 << 20);
    assertThat(parts("requests.jsonl", 1024, 1, configuration)).hasSize(2);
  }

  /** The sizes of the parts of a file without content, in MB as its own. */
  private List<Long> parts(String name, long size, int parallelism, Configuration configuration)
      throws IOException {
    Path path = directory.resolve(name);
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(size << 20);
    }
    Job job = Job.getInstance(configuration);
    job.getConfiguration().setInt(RequestFileFormat.PARALLELISM, parallelism);
    FileInputFormat.addInputPath(job, new org.apache.hadoop.fs.Path(path.toUri()));
    List<InputSplit> splits = new RequestFileFormat().getSplits(job);
    return splits.stream().map(split -> ((FileSplit) split).getLength() >> 20).toList();
  }
}
