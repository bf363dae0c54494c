package dev.callsheet.linter.internal.gitignore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which files git ignores in a directory: by the {@code .gitignore} of that directory and of those
 * above it up to the repository's root, and by the repository's {@code info/exclude}. A user's own
 * list of excludes is not read, since results must not depend on the user. As in git, a file below
 * an ignored directory is ignored whatever else is written about it.
 */
public final class GitIgnoreRules {
  private final @Nullable GitIgnoreRules outer;
  private final GitIgnoreFile file;

  private GitIgnoreRules(@Nullable GitIgnoreRules outer, GitIgnoreFile file) {
    this.outer = outer;
    this.file = file;
  }

  /** The rules for the content of a directory, which itself may be ignored. */
  public static GitIgnoreRules forDirectory(Path directory) throws IOException {
    Path start = directory.toAbsolutePath().normalize();
    List<Path> around = new ArrayList<>();
    Path root = start;
    while (root != null && !Files.exists(root.resolve(".git"))) {
      around.add(0, root);
      root = root.getParent();
    }
    if (root == null) {
      return new GitIgnoreRules(null, GitIgnoreFile.read(start, start.resolve(".gitignore")));
    }
    around.add(0, root);
    GitIgnoreRules ignore = new GitIgnoreRules(null, GitIgnoreFile.read(root, excludeFile(root)));
    for (Path each : around) {
      ignore = ignore.forSubdirectory(each);
    }
    return ignore;
  }

  /** The rules for a directory within this one. */
  public GitIgnoreRules forSubdirectory(Path directory) throws IOException {
    Path absolute = directory.toAbsolutePath().normalize();
    GitIgnoreFile read = GitIgnoreFile.read(absolute, absolute.resolve(".gitignore"));
    return read.patterns().isEmpty() ? this : new GitIgnoreRules(this, read);
  }

  /** Whether a file or directory in this directory is ignored; {@code .git} always is. */
  public boolean ignores(Path path, boolean isDirectory) {
    Path absolute = path.toAbsolutePath().normalize();
    if (absolute.endsWith(".git")) {
      return true;
    }
    for (GitIgnoreRules ignore = this; ignore != null; ignore = ignore.outer) {
      Boolean ignored = ignore.file.ignores(absolute, isDirectory);
      if (ignored != null) {
        return ignored;
      }
    }
    return false;
  }

  /**
   * The repository's {@code info/exclude}; in a linked work tree, the file {@code .git} has the
   * path.
   */
  private static Path excludeFile(Path root) throws IOException {
    Path git = root.resolve(".git");
    if (Files.isRegularFile(git)) {
      String text = Files.readString(git).strip();
      git = root.resolve(text.substring(text.indexOf(':') + 1).strip());
      Path common = git.resolve("commondir");
      git = Files.isRegularFile(common) ? git.resolve(Files.readString(common).strip()) : git;
    }
    return git.resolve("info/exclude");
  }
}
