package dev.callsheet.spark;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.lib.input.TextInputFormat;

/**
 * Lines of files, with offsets that name them. Packed files are read as a whole: in the middle of
 * one, Hadoop's reader does not know how much text came before. A file that several paths lead to
 * is read once, or every task in it would repeat its own UUID. A part of a file has up to 128 MB;
 * Hadoop's own settings for the least and the largest part hold.
 *
 * <p>It is public for Hadoop, which makes one by its name.
 */
public final class RequestFileFormat extends TextInputFormat {
  /** Names the number of tasks that can run at a time: so many parts are worth having. */
  static final String PARALLELISM = "callsheet.parallelism";

  /** As for the files that Spark reads itself. */
  private static final long LARGEST_PART = 128L << 20;

  private static final long SMALLEST_PART = 4L << 20;

  private long partSize = LARGEST_PART;

  /** For Hadoop. */
  public RequestFileFormat() {}

  @Override
  protected boolean isSplitable(JobContext context, Path file) {
    return new CompressionCodecFactory(context.getConfiguration()).getCodec(file) == null;
  }

  @Override
  protected List<FileStatus> listStatus(JobContext job) throws IOException {
    Map<Path, FileStatus> files = new LinkedHashMap<>();
    super.listStatus(job).forEach(file -> files.putIfAbsent(file.getPath(), file));
    long size = files.values().stream().mapToLong(FileStatus::getLen).sum();
    long share = size / job.getConfiguration().getInt(PARALLELISM, 1);
    partSize = Math.min(LARGEST_PART, Math.max(SMALLEST_PART, share));
    return List.copyOf(files.values());
  }

  /** Whatever the blocks are, which are of 32 MB on a local disk: a task costs more than a seek. */
  @Override
  protected long computeSplitSize(long blockSize, long minSize, long maxSize) {
    return Math.max(minSize, Math.min(maxSize, partSize));
  }
}
