package dev.callsheet.linter.internal.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where git keeps what it knows of a work tree.
 *
 * @param root the top of the work tree
 * @param own what is of this work tree alone
 * @param common what all work trees of a repository share
 */
public record GitDirectory(Path root, Path own, Path common) {
  /** More than any path has. */
  private static final int MAX_PATH_BYTES = 1 << 16;

  /** The work tree that a directory is in; null when it is in none. */
  public static @Nullable GitDirectory around(Path directory) {
    Path root = directory.toAbsolutePath().normalize();
    while (root != null && !Files.exists(root.resolve(".git"))) {
      root = root.getParent();
    }
    return root == null ? null : of(root);
  }

  /** In a linked work tree or a submodule, {@code .git} is a file that has the path. */
  private static GitDirectory of(Path root) {
    Path git = root.resolve(".git");
    try {
      if (!Files.isRegularFile(git)) {
        return new GitDirectory(root, git, git);
      }
      String text = BoundedRead.text(git, MAX_PATH_BYTES).strip();
      Path own = root.resolve(text.substring(text.indexOf(':') + 1).strip());
      Path common = own.resolve("commondir");
      return new GitDirectory(
          root,
          own,
          Files.isRegularFile(common)
              ? own.resolve(BoundedRead.text(common, MAX_PATH_BYTES).strip())
              : own);
    } catch (IOException | IllegalArgumentException unreadable) {
      return new GitDirectory(root, git, git); // so nothing is known of it
    }
  }
}
