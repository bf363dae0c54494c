package dev.callsheet.spec.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Ensures that no output overwrites another output or an input. */
public final class OutputConflicts {
  private OutputConflicts() {}

  /**
   * Ensures that every output has a file of its own, under whatever names and through whatever
   * links.
   *
   * @param outputs the files to be written
   * @param inputs the files that are read
   * @throws IOException when there is a conflict, or an output cannot be written whatever is done;
   *     the message names the file and says why
   */
  public static void requireNone(Collection<Path> outputs, Collection<Path> inputs)
      throws IOException {
    Map<Object, Path> written = new HashMap<>();
    for (Path output : outputs) {
      if (written.put(identityOfOutput(output), output) != null) {
        throw new IOException(output + ": two outputs go to this file; give each its own");
      }
    }
    if (written.isEmpty()) {
      return;
    }
    for (Path input : inputs) {
      if (Files.isRegularFile(input) && written.containsKey(identity(input))) {
        throw new IOException(input + ": this is read, so no output may go there; name another");
      }
    }
  }

  private static Object identityOfOutput(Path output) throws IOException {
    try {
      return identity(output);
    } catch (IOException e) {
      throw new IOException(output + ": could not be written: " + FileErrors.reason(e), e);
    }
  }

  /** Equal for paths that lead to the same file, whether it is there already or not. */
  private static Object identity(Path file) throws IOException {
    Path end = OutputTarget.of(file).path();
    if (Files.exists(end)) {
      Object key = Files.readAttributes(end, BasicFileAttributes.class).fileKey();
      return key == null ? end.toRealPath() : key;
    }
    Path absolute = end.toAbsolutePath().normalize();
    Path directory = absolute.getParent();
    return directory != null && Files.isDirectory(directory)
        ? directory.toRealPath().resolve(absolute.getFileName())
        : absolute;
  }
}
