package dev.callsheet.spec.internal.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

/** What went wrong with a file, for people. */
public final class FileErrors {
  private FileErrors() {}

  /** The file, where the exception names one, and the reason. */
  public static String describe(IOException failed) {
    return failed instanceof FileSystemException system && system.getFile() != null
        ? system.getFile() + ": " + reason(failed)
        : reason(failed);
  }

  /** The reason in a few words, without the file's name, which whoever asks has said. */
  public static String reason(IOException failed) {
    if (failed instanceof NoSuchFileException) {
      return "there is no such file or directory";
    }
    if (failed instanceof AccessDeniedException) {
      return "access is denied";
    }
    if (failed instanceof FileSystemLoopException) {
      return "its links lead in a circle";
    }
    if (failed instanceof NotDirectoryException || failed instanceof FileAlreadyExistsException) {
      return ((FileSystemException) failed).getFile() + " is no directory";
    }
    if (failed instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return Objects.requireNonNullElse(failed.getMessage(), failed.getClass().getSimpleName());
  }
}
