package dev.callsheet.spec.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Objects;

/** What a file has besides its content. */
final class FileAttributes {
  private FileAttributes() {}

  /**
   * Gives a draft the permissions, the owner and the group of a file, and returns whether it can
   * take the file's place without anybody noticing.
   */
  static boolean canReplace(Path draft, Path file) {
    return Objects.equals(draft.toAbsolutePath().getParent(), file.toAbsolutePath().getParent())
        && linkCount(file) == 1
        && copy(file, draft);
  }

  private static boolean copy(Path from, Path to) {
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (view == null) {
      return true; // no such attributes here
    }
    try {
      PosixFileAttributes before = Files.readAttributes(from, PosixFileAttributes.class);
      PosixFileAttributes now = view.readAttributes();
      if (!before.owner().equals(now.owner())) {
        view.setOwner(before.owner());
      }
      if (!before.group().equals(now.group())) {
        view.setGroup(before.group());
      }
      view.setPermissions(before.permissions());
      return true;
    } catch (IOException notAllowed) {
      return false;
    }
  }

  /** How many names a file has; 1 where nobody knows. */
  private static int linkCount(Path file) {
    try {
      return Files.getAttribute(file, "unix:nlink") instanceof Integer count ? count : 1;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
      return 1;
    }
  }
}
