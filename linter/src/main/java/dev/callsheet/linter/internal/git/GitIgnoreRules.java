package dev.callsheet.linter.internal.git;

import dev.callsheet.spec.internal.file.FileNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which files git ignores in a directory: by the {@code .gitignore} of that directory and of those
 * above it up to the repository's root, and by the repository's {@code info/exclude}. A user's own
 * list of excludes is not read, since results must not depend on the user. As in git, a file below
 * an ignored directory is ignored whatever else is written about it, and a file that is tracked is
 * not ignored whatever is written about it.
 */
public final class GitIgnoreRules {
  private final @Nullable GitIgnoreRules outer;
  private final GitIgnoreFile file;
  private final TrackedFiles tracked;
  private final boolean isIgnoredDirectory;

  private GitIgnoreRules(
      @Nullable GitIgnoreRules outer,
      GitIgnoreFile file,
      TrackedFiles tracked,
      boolean isIgnoredDirectory) {
    this.outer = outer;
    this.file = file;
    this.tracked = tracked;
    this.isIgnoredDirectory = isIgnoredDirectory;
  }

  /** The files that git tracks; its index is read when a pattern first fits. */
  private static final class TrackedFiles {
    private final Path root;
    private final Supplier<GitIndex> reader;
    private @Nullable GitIndex index;

    TrackedFiles(Path root, Supplier<GitIndex> reader) {
      this.root = root;
      this.reader = reader;
    }

    boolean contains(Path path, boolean isDirectory) {
      if (index == null) {
        index = reader.get();
      }
      String separator = path.getFileSystem().getSeparator();
      String name = FileNames.of(root.relativize(path)).replace(separator, "/");
      return isDirectory ? index.containsFileBelow(name) : index.containsFile(name);
    }
  }

  /** The rules for the content of a directory, which itself may be ignored. */
  public static GitIgnoreRules forDirectory(Path directory) throws IOException {
    Path start = directory.toAbsolutePath().normalize();
    GitDirectory git = GitDirectory.around(start);
    if (git == null) {
      TrackedFiles none = new TrackedFiles(start, GitIndex::empty);
      GitIgnoreFile own = GitIgnoreFile.read(start, start.resolve(".gitignore"));
      return new GitIgnoreRules(null, own, none, false);
    }
    Path root = git.root();
    List<Path> around = new ArrayList<>();
    for (Path each = start; each != null && !each.equals(root); each = each.getParent()) {
      around.add(0, each);
    }
    around.add(0, root);
    GitIgnoreRules rules =
        new GitIgnoreRules(
            null,
            GitIgnoreFile.read(root, git.common().resolve("info/exclude")),
            new TrackedFiles(root, () -> GitIndex.read(git)),
            false);
    for (Path each : around) {
      rules = rules.within(each, false);
    }
    return rules;
  }

  /** The rules for a directory within this one, which is ignored itself where a pattern says so. */
  public GitIgnoreRules forSubdirectory(Path directory) throws IOException {
    Path absolute = directory.toAbsolutePath().normalize();
    return within(absolute, isIgnoredDirectory || matches(absolute, true));
  }

  private GitIgnoreRules within(Path directory, boolean ignored) throws IOException {
    GitIgnoreFile read = GitIgnoreFile.read(directory, directory.resolve(".gitignore"));
    return read.patterns().isEmpty() && ignored == isIgnoredDirectory
        ? this
        : new GitIgnoreRules(this, read, tracked, ignored);
  }

  /**
   * Whether a file in this directory is ignored, or a directory with all that is in it; {@code
   * .git} always is.
   */
  public boolean ignores(Path path, boolean isDirectory) {
    Path absolute = path.toAbsolutePath().normalize();
    if (absolute.endsWith(".git")) {
      return true;
    }
    return (isIgnoredDirectory || matches(absolute, isDirectory))
        && !tracked.contains(absolute, isDirectory);
  }

  private boolean matches(Path path, boolean isDirectory) {
    for (GitIgnoreRules rules = this; rules != null; rules = rules.outer) {
      Boolean ignored = rules.file.ignores(path, isDirectory);
      if (ignored != null) {
        return ignored;
      }
    }
    return false;
  }
}
