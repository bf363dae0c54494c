package dev.callsheet.runtime.client.download;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.IntStream;

/** Puts a finished file in its place, all at once and never over another. */
final class TargetFile {
  private TargetFile() {}

  /**
   * Moves {@code finished} to {@code stem.extension} in {@code directory}. A file of that name with
   * the same content is left as it is and serves; beside one with other content, the new one gets a
   * number: {@code stem-2.extension}.
   */
  static Path place(Path finished, Path directory, String stem, String extension)
      throws IOException {
    var candidates =
        IntStream.iterate(1, number -> number + 1)
            .mapToObj(number -> number == 1 ? stem : stem + "-" + number)
            .map(name -> directory.resolve(name + "." + extension))
            .iterator();
    while (true) {
      var target = candidates.next();
      if (Files.notExists(target)) {
        return move(finished, target);
      }
      if (Files.isRegularFile(target) && Files.mismatch(finished, target) < 0) {
        return target;
      }
    }
  }

  private static Path move(Path from, Path to) throws IOException {
    try {
      return Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      return Files.move(from, to);
    }
  }
}
