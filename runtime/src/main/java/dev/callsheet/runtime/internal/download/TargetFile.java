package dev.callsheet.runtime.internal.download;

import dev.callsheet.runtime.client.download.ExistingFilePolicy;
import dev.callsheet.runtime.client.error.DownloadException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.IntStream;

/**
 * The name of a finished file, and how it is put in its place: all at once.
 *
 * @param stem the name up to its extension
 * @param extension the extension with its dot; may be empty
 */
record TargetFile(String stem, String extension) {
  /** A name in two parts, the extension without its dot. */
  static TargetFile of(String stem, String extension) {
    return new TargetFile(stem, "." + extension);
  }

  /** A whole name; what follows the last dot within it is its extension. */
  static TargetFile of(String name) {
    var dot = name.lastIndexOf('.');
    return dot < 1 || dot == name.length() - 1
        ? new TargetFile(name, "")
        : new TargetFile(name.substring(0, dot), name.substring(dot));
  }

  /** The same, with that extension if it has none. */
  TargetFile withDefaultExtension(String other) {
    return extension.isEmpty() ? of(stem, other) : this;
  }

  /**
   * Moves {@code finished} to this name. A file of that name with the same content is left as it is
   * and serves. Beside one with other content that is to be kept, the new one gets a number: {@code
   * stem-2.extension}.
   *
   * @throws DownloadException if the name is taken and that is not allowed
   */
  Path moveInto(Path finished, Path directory, ExistingFilePolicy whenTaken) throws IOException {
    var candidates =
        IntStream.iterate(1, number -> number + 1)
            .mapToObj(number -> number == 1 ? stem : stem + "-" + number)
            .map(name -> directory.resolve(name + extension))
            .iterator();
    while (true) {
      var target = candidates.next();
      if (link(finished, target)) {
        return target;
      }
      if (Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
        if (Files.mismatch(finished, target) < 0) {
          return target;
        }
        if (whenTaken == ExistingFilePolicy.REPLACE) {
          return replace(finished, target);
        }
      }
      if (whenTaken != ExistingFilePolicy.KEEP_BOTH) {
        throw new DownloadException(target + " is there already, with other content", null);
      }
    }
  }

  /**
   * Gives a finished file a name that nobody has taken, however many try at the same time: a hard
   * link is made as a whole or not at all. Where a file system has none, the name is taken by an
   * empty file first.
   *
   * @return whether the name was free
   */
  private static boolean link(Path finished, Path target) throws IOException {
    try {
      Files.createLink(target, finished);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    } catch (UnsupportedOperationException | IOException noHardLinks) {
      return reserveAndMove(finished, target);
    }
  }

  private static boolean reserveAndMove(Path finished, Path target) throws IOException {
    try {
      Files.createFile(target);
    } catch (FileAlreadyExistsException taken) {
      return false;
    }
    replace(finished, target);
    return true;
  }

  private static Path replace(Path from, Path to) throws IOException {
    try {
      return Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      return Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
