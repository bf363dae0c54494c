package dev.callsheet.runtime.internal.journal;

import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JobRecord.Owner;
import dev.callsheet.runtime.client.journal.JobRecord.Phase;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The directory of a journal. A file's name tells the process that it belongs to, so that no
 * process ever opens a file of its own a second time: on POSIX systems, closing that would end the
 * lock of the first. No name is used twice.
 */
public final class JournalDirectory {
  private static final String SUFFIX = ".jsonl";
  private static final String RELEASED_PREFIX = "free";

  /** The same for all copies of this class in a process, whatever loaded them. */
  private static final String PROCESS_ID =
      (String)
          System.getProperties()
              .computeIfAbsent("callsheet.journal.process", key -> UUID.randomUUID().toString());

  private final Path directory;

  public JournalDirectory(Path directory) {
    this.directory = directory;
    try {
      Files.createDirectories(directory, ownerOnlyAttributes("rwx------"));
    } catch (FileAlreadyExistsException e) {
      throw unusableException("it is not a directory", e);
    } catch (IOException e) {
      throw unusableException("it cannot be made: " + reason(e), e);
    }
    if (!Files.isWritable(directory)) {
      throw unusableException("it is not writable", null);
    }
  }

  /** A new name for a file of this process. */
  Path newOwnedName() {
    return directory.resolve(PROCESS_ID + "-" + UUID.randomUUID() + SUFFIX);
  }

  /** A new name for a file that belongs to no process. */
  Path newReleasedName() {
    return directory.resolve(RELEASED_PREFIX + "-" + UUID.randomUUID() + SUFFIX);
  }

  /** All files, sorted by name. */
  List<Path> files() throws IOException {
    try (var files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (NoSuchFileException gone) {
      return List.of();
    }
  }

  static boolean belongsToThisProcess(Path file) {
    return file.getFileName().toString().startsWith(PROCESS_ID);
  }

  /** What a file of another process says of jobs that are not acknowledged; it is only read. */
  List<JobRecord> readJobs(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      var following = JournalFile.isOwnerAlive(channel) ? Owner.OTHER_SESSION : Owner.NONE;
      var contents = JournalFileContents.read(Channels.newInputStream(channel));
      var scope = contents.scope();
      return scope == null
          ? List.of()
          : contents.jobs().values().stream()
              .map(lines -> lines.stream().map(StoredEntry::entry).toList())
              .flatMap(entries -> JobRecord.of(entries, scope, following).stream())
              .filter(job -> job.phase() != Phase.ACKNOWLEDGED)
              .toList();
    } catch (NoSuchFileException gone) {
      return List.of();
    }
  }

  /** Makes new and changed names durable, where the system has a way to ask for it. */
  void sync() {
    try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notHere) {
      // Windows opens no directories; its file systems keep names by themselves
    }
  }

  /** Attributes of new files and directories that keep others out, where there are any. */
  FileAttribute<?>[] ownerOnlyAttributes(String permissions) {
    return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  JournalException unusableException(String why, @Nullable Exception cause) {
    return new JournalException(
        "The journal cannot be kept in "
            + directory
            + ": "
            + why
            + ". Name another directory in "
            + StateDirectory.VARIABLE
            + " or to journal(Path), or do without by Journal.none()",
        cause);
  }

  /** The reason in the system's words, without the path that stands in most messages. */
  static String reason(IOException e) {
    var reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }

  @Override
  public String toString() {
    return directory.toString();
  }
}
