package dev.callsheet.linter.internal.git;

import dev.callsheet.spec.internal.file.FileNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Names of files as a code host resolves them: from the root of the repository, wherever a command
 * was run and however its user wrote the path. The repository is the one of the working directory;
 * for a file outside of it, the file's own. A file in no repository is named from the working
 * directory, and one outside of that by its whole path.
 */
public final class RepositoryNames {
  private final Path workingDirectory;
  private final @Nullable GitDirectory repository;
  private Named last = new Named("", "");

  /** A name as it is written, and as a code host resolves it. */
  private record Named(String written, String resolved) {}

  private RepositoryNames(Path workingDirectory) {
    this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
    this.repository = GitDirectory.around(workingDirectory);
  }

  /** The names as seen from the working directory of the process. */
  public static RepositoryNames ofWorkingDirectory() {
    return new RepositoryNames(Path.of(""));
  }

  /** The same from another directory. */
  static RepositoryNames of(Path workingDirectory) {
    return new RepositoryNames(workingDirectory);
  }

  /**
   * The name of a file, with slashes; an absolute path begins with one.
   *
   * @param name as it is written; one of no file stays as it is
   */
  public String nameOf(String name) {
    if (!last.written().equals(name)) {
      last = new Named(name, resolve(name)); // the findings of one file come together
    }
    return last.resolved();
  }

  private String resolve(String name) {
    try {
      Path file = workingDirectory.resolve(name).normalize();
      return Files.exists(file) ? nameOf(file) : name;
    } catch (InvalidPathException noPath) {
      return name;
    }
  }

  private String nameOf(Path file) {
    String below = repository == null ? null : below(repository.root(), file);
    if (below == null && file.getParent() != null) {
      GitDirectory own = GitDirectory.around(file.getParent());
      below = below(own == null ? workingDirectory : own.root(), file);
    }
    return below == null ? slashed(file) : below;
  }

  /** The path of a file from a directory around it, also where links lead to either. */
  private static @Nullable String below(Path directory, Path file) {
    if (file.startsWith(directory)) {
      return slashed(directory.relativize(file));
    }
    Path parent = file.getParent();
    if (parent == null) {
      return null;
    }
    try {
      Path real = parent.toRealPath().resolve(file.getFileName());
      Path realDirectory = directory.toRealPath();
      return real.startsWith(realDirectory) ? slashed(realDirectory.relativize(real)) : null;
    } catch (IOException gone) {
      return null;
    }
  }

  private static String slashed(Path path) {
    return FileNames.of(path).replace(path.getFileSystem().getSeparator(), "/");
  }
}
