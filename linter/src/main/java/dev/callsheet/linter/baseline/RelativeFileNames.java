package dev.callsheet.linter.baseline;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * File names relative to a directory, which stay the same wherever a command is run and however its
 * user writes paths.
 */
record RelativeFileNames(Path directory) {
  /** Names relative to the directory of a file. */
  static RelativeFileNames toDirectoryOf(Path file) {
    Path parent = file.toAbsolutePath().normalize().getParent();
    return new RelativeFileNames(parent == null ? file.toAbsolutePath() : parent);
  }

  /** The relative name of a file, with slashes; unchanged if it cannot be a path. */
  String relativize(String name) {
    try {
      String relative = directory.relativize(Path.of(name).toAbsolutePath().normalize()).toString();
      return relative.replace(directory.getFileSystem().getSeparator(), "/");
    } catch (IllegalArgumentException notAPath) { // includes InvalidPathException
      return name;
    }
  }

  /** The path of a file of that relative name. */
  Path resolve(String name) throws InvalidPathException {
    return directory.resolve(name);
  }
}
