package dev.callsheet.runtime.internal.journal;

import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JobRecord.Owner;
import dev.callsheet.runtime.client.journal.JobRecord.Phase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The directory of a journal. A file's name identifies the process that it belongs to, so that no
 * process ever opens a file of its own a second time: on POSIX systems, closing that would end the
 * lock of the first. No name is used twice.
 */
public final class JournalDirectory {
  private static final String SUFFIX = ".jsonl";
  private static final String QUARANTINE_SUFFIX = ".damaged";
  private static final String RELEASED_PREFIX = "free";
  private static final String PROBE_PREFIX = "probe-";
  private static final int ROOT = 0;

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
    try {
      if (hasPosixFiles()) {
        requireOwn(ownUserId());
      } // elsewhere the directory is as private as the one that it is in
    } catch (IOException e) {
      throw unusableException("it cannot be examined: " + reason(e), e);
    }
  }

  /**
   * A journal says what is sent again, and with whose money: whoever can write to its directory
   * could have it send anything. That is its owner, who may be root, and whom its permissions let.
   *
   * @param user the number of the user that this process is run by
   */
  void requireOwn(int user) throws IOException {
    int owner = userId(directory);
    if (owner != user && owner != ROOT) {
      throw unusableException(
          "it belongs to another user ("
              + Files.getOwner(directory).getName()
              + "), who could change what is in it",
          null);
    }
    var permissions = Files.getPosixFilePermissions(directory);
    if (permissions.contains(PosixFilePermission.GROUP_WRITE)
        || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
      throw unusableException(
          "others may write to it ("
              + PosixFilePermissions.toString(permissions)
              + "): take that from them with `chmod go-w`",
          null);
    }
  }

  /** The user that the system makes the owner of a new file, as Java does not tell who runs it. */
  private int ownUserId() throws IOException {
    var probe = Files.createFile(directory.resolve(PROBE_PREFIX + UUID.randomUUID()));
    try {
      return userId(probe);
    } finally {
      Files.deleteIfExists(probe);
    }
  }

  private static int userId(Path path) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:uid");
  }

  private boolean hasPosixFiles() {
    return directory.getFileSystem().supportedFileAttributeViews().contains("unix");
  }

  /** A new name for a file of this process. */
  Path newOwnedName() {
    return directory.resolve(PROCESS_ID + "-" + UUID.randomUUID() + SUFFIX);
  }

  /** A new name for a file that belongs to no process. */
  Path newReleasedName() {
    return directory.resolve(RELEASED_PREFIX + "-" + UUID.randomUUID() + SUFFIX);
  }

  /**
   * All files of sessions, sorted by name. What has such a name and is no file is a problem, and
   * never opened: a pipe would have no end.
   */
  List<Path> files(JournalProblems problems) throws IOException {
    return named(SUFFIX).stream().filter(path -> isFile(path, problems)).toList();
  }

  private List<Path> named(String suffix) throws IOException {
    try (var paths = Files.list(directory)) {
      return paths.filter(path -> path.toString().endsWith(suffix)).sorted().toList();
    } catch (NoSuchFileException gone) {
      return List.of();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean isFile(Path path, JournalProblems problems) {
    try {
      var attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!attributes.isRegularFile()) {
        var kind =
            attributes.isDirectory()
                ? "a directory"
                : attributes.isSymbolicLink() ? "a link" : "a pipe or device";
        problems.add(path, "is " + kind + ", and no file of a journal");
      }
      return attributes.isRegularFile();
    } catch (NoSuchFileException gone) {
      return false;
    } catch (IOException e) {
      problems.addUnreadable(path, e);
      return false;
    }
  }

  /** Where a file is set aside of which something could not be read. */
  static Path quarantined(Path file) {
    return file.resolveSibling(file.getFileName() + QUARANTINE_SUFFIX);
  }

  /** Finds again what could not be read of files that were set aside. */
  void findQuarantined(JournalProblems problems) throws IOException {
    for (var path : named(SUFFIX + QUARANTINE_SUFFIX)) {
      if (isFile(path, problems)) {
        try (var channel = JournalFile.openToRead(path)) {
          var contents = JournalFileContents.read(Channels.newInputStream(channel));
          problems.addAll(path, contents);
        } catch (NoSuchFileException gone) {
          // somebody has looked at it
        } catch (IOException e) {
          problems.addUnreadable(path, e);
        }
      }
    }
  }

  static boolean belongsToThisProcess(Path file) {
    return file.getFileName().toString().startsWith(PROCESS_ID);
  }

  /** What a file of another process says of jobs that are not acknowledged; it is only read. */
  List<JobRecord> readJobs(Path file, JournalProblems problems) {
    try (var channel = JournalFile.openToRead(file)) {
      var following = JournalFile.isOwnerAlive(channel) ? Owner.OTHER_SESSION : Owner.NONE;
      var contents = JournalFileContents.read(Channels.newInputStream(channel));
      problems.addAll(file, contents);
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
    } catch (IOException e) {
      problems.addUnreadable(file, e);
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
    return hasPosixFiles()
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
