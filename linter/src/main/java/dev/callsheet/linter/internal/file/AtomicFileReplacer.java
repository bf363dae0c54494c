package dev.callsheet.linter.internal.file;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/** Replaces a file as a whole, or not at all. */
public final class AtomicFileReplacer {
  private AtomicFileReplacer() {}

  /** Writes beside the file, gives what is written the file's permissions, and moves it there. */
  public static void replace(Path file, byte[] content) throws IOException {
    if (!Files.isWritable(file)) {
      throw new IOException("it may not be written");
    }
    Path directory = file.toAbsolutePath().getParent();
    Path draft = Files.createTempFile(directory, "." + file.getFileName(), ".tmp");
    try {
      Files.write(draft, content);
      copyPermissions(file, draft);
      move(draft, file);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void copyPermissions(Path file, Path draft) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
    if (view != null) {
      PosixFileAttributes before = Files.readAttributes(file, PosixFileAttributes.class);
      view.setPermissions(before.permissions());
      if (!before.group().equals(view.readAttributes().group())) {
        view.setGroup(before.group());
      }
    }
  }

  private static void move(Path draft, Path file) throws IOException {
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException unusual) {
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
