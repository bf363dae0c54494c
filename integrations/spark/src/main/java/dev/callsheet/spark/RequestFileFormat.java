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
 * is read once, or every task in it would repeat its own UUID.
 *
 * <p>It is public for Hadoop, which makes one by its name.
 */
public final class RequestFileFormat extends TextInputFormat {
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
    return List.copyOf(files.values());
  }
}
