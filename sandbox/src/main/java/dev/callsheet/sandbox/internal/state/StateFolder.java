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
import java.nio.file.LinkOption;
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
import java.util.regex.Pattern;
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
  private static final Set<String> OWN_NAMES = Set.of(LOCK, FILES, StateFile.NAME, StateFile.DRAFT);

  /** The names of callers' files. */
  private static final Pattern UUID_NAME =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** What the root of a disk has by itself. */
  private static final String LOST_AND_FOUND = "lost+found";

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
    requireOnly(
        root, child -> Files.isDirectory(child) && (child.equals(folder) || isState(child)));
    make(folder);
    requireOnly(folder, child -> OWN_NAMES.contains(name(child)));
    requireOwnFiles(folder);
    FileChannel lock = lock(folder);
    try {
      StateFile values = StateFile.open(folder, platform);
      make(folder.resolve(FILES));
      StateFolder state = new StateFolder(folder, lock, values);
      state.deleteUnreferencedFiles();
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
      requireOnly(folder, child -> OWN_NAMES.contains(name(child)));
      requireOwnFiles(folder);
      return true;
    } catch (IOException unreadableOrOfOthers) {
      return false;
    }
  }

  /** Callers' files, which may be deleted, are in a folder of their own, and a state's. */
  private static void requireOwnFiles(Path folder) throws IOException {
    Path files = folder.resolve(FILES);
    if (Files.exists(files, LinkOption.NOFOLLOW_LINKS)) {
      if (!Files.isDirectory(files, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileSystemException(files.toString(), null, "it is no folder, or a link to one");
      }
      boolean hasState = Files.exists(folder.resolve(StateFile.NAME));
      requireOnly(files, child -> hasState && isOwnFile(child));
    }
  }

  private static boolean isOwnFile(Path file) {
    String name = name(file);
    return !Files.isDirectory(file)
        && !Files.isSymbolicLink(file)
        && (isUuid(name) || isDraft(name));
  }

  private static boolean isUuid(String name) {
    return UUID_NAME.matcher(name).matches();
  }

  private static boolean isDraft(String name) {
    return name.endsWith(DRAFT_ENDING)
        && isUuid(name.substring(0, name.length() - DRAFT_ENDING.length()));
  }

  private static void requireOnly(Path folder, Predicate<Path> isOurs) throws IOException {
    for (Path child : children(folder)) {
      String name = name(child);
      if (!name.startsWith(".") && !name.equals(LOST_AND_FOUND) && !isOurs.test(child)) {
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

  /** After a crash. A file that a damaged line may have spoken of stays. */
  private void deleteUnreferencedFiles() throws IOException {
    Set<String> known = values.owners(name(Section.UPLOADS));
    boolean isKnown = values.damagedLines() == 0;
    deleteFiles(name -> isDraft(name) || (isKnown && !known.contains(name)));
  }

  private void deleteFiles(Predicate<String> which) throws IOException {
    for (Path file : children(folder.resolve(FILES))) {
      if (isOwnFile(file) && which.test(name(file))) {
        Files.deleteIfExists(file);
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
            deleteFiles(name -> true);
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
  public synchronized void putFile(String name, byte[] content) {
    if (!isClosed) {
      Path draft = path(name + DRAFT_ENDING);
      attempt(
          () -> {
            Files.write(draft, content);
            Files.move(draft, path(name), StandardCopyOption.ATOMIC_MOVE);
          });
    }
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
  public synchronized void deleteFile(String name) {
    if (!isClosed) {
      attempt(() -> Files.deleteIfExists(path(name)));
    }
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
            try (lock) {
              values.close();
            }
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
