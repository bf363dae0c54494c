package dev.callsheet.linter.baseline;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Names of files as they are seen from a directory, so that it does not matter where a command is
 * run, or how its user writes them.
 */
record RelativeFileNames(Path directory) {
  /** As seen from the directory that a file is in. */
  static RelativeFileNames toDirectoryOf(Path file) {
    Path parent = file.toAbsolutePath().normalize().getParent();
    return new RelativeFileNames(parent == null ? file.toAbsolutePath() : parent);
  }

  /** The name of a file, with slashes; unchanged where it names none. */
  String relativize(String name) {
    try {
      String relative = directory.relativize(Path.of(name).toAbsolutePath().normalize()).toString();
      return relative.replace(directory.getFileSystem().getSeparator(), "/");
    } catch (IllegalArgumentException noFile) { // an InvalidPathException is one, too
      return name;
    }
  }

  /** Where a file of that name is. */
  Path resolve(String name) throws InvalidPathException {
    return directory.resolve(name);
  }
}
