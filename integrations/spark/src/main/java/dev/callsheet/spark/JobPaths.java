package dev.callsheet.spark;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** Sees to it, before a job begins, that what it reads is there and that it writes over nothing. */
record JobPaths(Configuration configuration) {
  void requireInput(String input) {
    FileStatus[] found;
    try {
      Path path = path("--input", input);
      found = path.getFileSystem(configuration).globStatus(path, JobPaths::isRead);
    } catch (IOException | IllegalArgumentException e) { // the latter for an unknown host
      throw new JobInputException("--input " + input + " cannot be read: " + e.getMessage());
    }
    if (found == null || found.length == 0) {
      throw new JobInputException(
          "--input "
              + input
              + ": there is no such file or directory; names that begin with _ or . do not count");
    }
  }

  void requireNew(String output) {
    boolean exists;
    try {
      Path path = path("--output", output);
      exists = path.getFileSystem(configuration).exists(path);
    } catch (IOException | IllegalArgumentException e) {
      throw new JobInputException("--output " + output + " cannot be used: " + e.getMessage());
    }
    if (exists) {
      throw new JobInputException(
          "--output " + output + " is there already; name a directory that is not, or remove it");
    }
  }

  /** Hadoop and Spark take others for files that are not finished, or not meant to be read. */
  private static boolean isRead(Path path) {
    return !path.getName().startsWith("_") && !path.getName().startsWith(".");
  }

  private static Path path(String option, String text) {
    try {
      return new Path(text);
    } catch (IllegalArgumentException e) {
      throw new JobInputException(option + " '" + text + "' is no path: " + e.getMessage());
    }
  }
}
