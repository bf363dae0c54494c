package dev.callsheet.sandbox.internal.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A folder with the state of sandboxes: one in it for each platform that is played, with the values
 * in a {@link StateFile} and the files of callers beside it. A sandbox has its folder to itself for
 * as long as it runs: the lock ends with its process, however that ends.
 */
public final class StateFolder implements SandboxState {
  private static final String LOCK = "lock";
  private static final String FILES = "media";
  private static final String DRAFT_ENDING = ".new";
  private static final Set<String> OURS = Set.of(LOCK, FILES, StateFile.NAME, StateFile.DRAFT);

  /** What the root of a disk has by itself. */
  private static final String OF_THE_DISK = "lost+found";

  private final Path folder;
  private final FileChannel lock;
  private final StateFile values;
  private boolean isClosed;

  private StateFolder(Path folder, FileChannel lock, StateFile values) {
    this.folder = folder;
    this.lock = lock;
    this.values = values;
  }

  /**
   * Takes the folder of a platform in a folder; makes both where they are not there yet.
   *
   * @throws FileSystemException if it is no such folder, or another sandbox has it; its message is
   *     for people
   */
  public static StateFolder open(Path root, String platform) throws IOException {
    Path folder = root.resolve(platform);
    make(root);
    requireOnly(root, child -> Files.isDirectory(child) && isState(child));
    make(folder);
    requireOnly(folder, child -> OURS.contains(name(child)));
    FileChannel lock = lock(folder);
    try {
      StateFile values = StateFile.open(folder, platform);
      make(folder.resolve(FILES));
      StateFolder state = new StateFolder(folder, lock, values);
      state.deleteFilesOfNobody();
      return state;
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static void make(Path folder) throws IOException {
    boolean isPosix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownersOnly =
        isPosix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
            }
            : new FileAttribute<?>[0];
    try {
      Files.createDirectories(folder, ownersOnly);
    } catch (FileAlreadyExistsException e) {
      throw new FileSystemException(folder.toString(), null, "it is no folder");
    }
  }

  private static boolean isState(Path folder) {
    try {
      List<Path> children = children(folder);
      return children.isEmpty() || children.stream().anyMatch(child -> OURS.contains(name(child)));
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static void requireOnly(Path folder, Predicate<Path> isOurs) throws IOException {
    for (Path child : children(folder)) {
      String name = name(child);
      if (!name.startsWith(".") && !name.equals(OF_THE_DISK) && !isOurs.test(child)) {
        throw new FileSystemException(
            folder.toString(),
            null,
            "there is `"
                + name
                + "` in it, which is no state of a sandbox; name a folder that is empty or new");
      }
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(LOCK),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    boolean isTaken;
    try {
      isTaken = channel.tryLock(Long.MAX_VALUE - 1, 1, false) == null; // the number is read
    } catch (OverlappingFileLockException inThisProcess) {
      isTaken = true;
    }
    if (isTaken) {
      ByteBuffer owner = ByteBuffer.allocate(20);
      channel.read(owner, 0);
      channel.close();
      throw new FileSystemException(
          folder.toString(),
          null,
          "another sandbox has it, in process "
              + new String(owner.array(), 0, owner.position(), StandardCharsets.US_ASCII).strip()
              + "; stop that one, or name another folder");
    }
    byte[] process = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(process), 0);
    return channel;
  }

  private void deleteFilesOfNobody() throws IOException {
    Set<String> known = values.owners(name(Section.UPLOADS));
    for (Path file : children(folder.resolve(FILES))) {
      if (!known.contains(name(file))) {
        Files.delete(file);
      }
    }
  }

  private static String name(Section section) {
    return section.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void put(Section section, String owner, String name, Supplier<JsonNode> value) {
    write(new StateRecord(new StateRecord.OwnerKey(name(section), owner), name, value.get()));
  }

  @Override
  public void forget(Section section, String owner) {
    write(new StateRecord(new StateRecord.OwnerKey(name(section), owner), null, null));
  }

  @Override
  public void forget(Section section, String owner, String name) {
    write(new StateRecord(new StateRecord.OwnerKey(name(section), owner), name, null));
  }

  private synchronized void write(StateRecord change) {
    if (!isClosed) {
      attempt(() -> values.write(change));
    }
  }

  @Override
  public synchronized void clear() {
    if (!isClosed) {
      attempt(
          () -> {
            values.clear();
            deleteFilesOfNobody();
          });
    }
  }

  @Override
  public synchronized void restore(Section section, Reader reader) {
    attempt(
        () ->
            values.forEach(
                name(section),
                record -> {
                  if (record.name() != null && record.value() != null) {
                    reader.read(record.key().owner(), record.name(), record.value());
                  }
                }));
  }

  @Override
  public void putFile(String name, byte[] content) {
    Path draft = path(name + DRAFT_ENDING);
    attempt(
        () -> {
          Files.write(draft, content);
          Files.move(draft, path(name), StandardCopyOption.ATOMIC_MOVE);
        });
  }

  private Path path(String name) {
    return folder.resolve(FILES).resolve(name);
  }

  @Override
  public Optional<byte[]> file(String name) {
    try {
      return Optional.of(Files.readAllBytes(path(name)));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  @Override
  public void deleteFile(String name) {
    attempt(() -> Files.deleteIfExists(path(name)));
  }

  @Override
  public Optional<String> warning() {
    int damaged = values.damagedLines();
    return damaged == 0
        ? Optional.empty()
        : Optional.of(
            "warning: %d %s of the state in %s %s damaged; what is in the others is there"
                .formatted(
                    damaged, damaged == 1 ? "line" : "lines", folder, damaged == 1 ? "is" : "are"));
  }

  @Override
  public synchronized void close() {
    if (!isClosed) {
      isClosed = true;
      attempt(
          () -> {
            values.close();
            lock.close();
          });
    }
  }

  @FunctionalInterface
  private interface FileAction {
    void run() throws IOException;
  }

  private void attempt(FileAction action) {
    try {
      action.run();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private UncheckedIOException failure(IOException cause) {
    return new UncheckedIOException("the state in " + folder + " cannot be used: " + cause, cause);
  }
}
