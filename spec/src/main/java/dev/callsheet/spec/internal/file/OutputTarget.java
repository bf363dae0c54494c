package dev.callsheet.spec.internal.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** What a path leads to that is to be written. Links are followed. */
sealed interface OutputTarget {
  /** Where it is written. */
  Path path();

  /** There is nothing yet. */
  record Missing(Path path) implements OutputTarget {}

  /** A file, by its real path. */
  record Regular(Path path) implements OutputTarget {}

  /**
   * A pipe, a device, or a file that a process has open: it takes what is written, piece by piece.
   */
  record Stream(Path path) implements OutputTarget {}

  /** As many links lead from one to the next at most, as in Linux. */
  int MAX_LINKS = 40;

  /**
   * What a path leads to.
   *
   * @throws FileSystemException when it is a directory, or links lead in a circle
   */
  static OutputTarget of(Path path) throws IOException {
    Path end = path;
    for (int links = 0; Files.isSymbolicLink(end); links++) {
      if (links == MAX_LINKS) {
        throw new FileSystemLoopException(path.toString());
      }
      if (isDescriptor(end)) {
        return new Stream(end);
      }
      end = end.resolveSibling(Files.readSymbolicLink(end));
    }
    try {
      BasicFileAttributes attributes = Files.readAttributes(end, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        throw new FileSystemException(path.toString(), null, "it is a directory");
      }
      return attributes.isOther() ? new Stream(end) : new Regular(end.toRealPath());
    } catch (NoSuchFileException nothing) {
      return new Missing(end);
    }
  }

  /** Whether a link stands for what a process has open, such as {@code /dev/stdout}. */
  private static boolean isDescriptor(Path link) {
    Path absolute = link.toAbsolutePath();
    return absolute.startsWith("/dev/fd") || absolute.startsWith("/proc");
  }
}
