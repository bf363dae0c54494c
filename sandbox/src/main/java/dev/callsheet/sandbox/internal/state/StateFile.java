package dev.callsheet.sandbox.internal.state;

import dev.callsheet.runtime.internal.journal.LineReader;
import dev.callsheet.sandbox.internal.state.StateRecord.OwnerKey;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Values by owner and name, in a file that is only appended to: a line a change, each with a
 * checksum. The places of the lines that still count are in memory, their values are not.
 *
 * <p>Crashes. A line is written in one call, so that a process that is killed leaves all of it or,
 * at the end of the file, a part; that has no line break, and is cut off when the file is opened. A
 * line that has one and a wrong checksum is left out and counted.
 *
 * <p>Compaction. When less than half of the file still counts, those lines are copied to a new
 * file, which takes the place of the old one in one step. So each byte is copied at most once for
 * each byte written, and the file is at most twice as long as what is kept, or a little. A
 * compaction that fails, as on a full disk, changes nothing; it is tried again when the file has
 * doubled.
 *
 * <p>Not thread-safe.
 */
final class StateFile implements Closeable {
  static final String NAME = "state.jsonl";
  static final String DRAFT = "state.new";
  private static final String KIND = "callsheet";
  private static final int VERSION = 1;
  private static final int LONGEST_HEADER = 1000;
  private static final int LONGEST_LINE = Integer.MAX_VALUE - 64;

  /** A file that is shorter is left as it is. */
  private static final long SHORT = 1 << 20;

  private record LinePosition(long offset, int length) {}

  private final Path path;
  private final String platform;
  private final Map<OwnerKey, Map<String, LinePosition>> owners = new LinkedHashMap<>();
  private AppendedFile file;
  private long live;
  private long nextCompaction = SHORT;
  private int damaged;

  private StateFile(Path path, String platform, AppendedFile file) {
    this.path = path;
    this.platform = platform;
    this.file = file;
  }

  /**
   * Opens the file in a folder, or makes one.
   *
   * @throws FileSystemException if it is none of ours; the reason says what it is
   */
  static StateFile open(Path folder, String platform) throws IOException {
    Path path = folder.resolve(NAME);
    Files.deleteIfExists(folder.resolve(DRAFT));
    if (!Files.exists(path)) {
      StateFile empty = new StateFile(path, platform, AppendedFile.create(folder.resolve(DRAFT)));
      empty.file.append(empty.header());
      empty.file.replace(path);
      return empty;
    }
    StateFile known = new StateFile(path, platform, AppendedFile.open(path));
    try {
      known.read();
      return known;
    } catch (IOException | RuntimeException e) {
      known.close();
      throw e;
    }
  }

  private byte[] header() {
    return StateRecord.encoded(
        JsonNodeFactory.instance
            .objectNode()
            .put("sandbox", KIND)
            .put("version", VERSION)
            .put("platform", platform));
  }

  private void read() throws IOException {
    LineReader lines = new LineReader(file.content());
    LineReader.Line first = lines.first(LONGEST_HEADER);
    requireCompatibleHeader(first == null ? null : StateRecord.json(first.content()).orElse(null));
    long end = Objects.requireNonNull(first).end();
    for (LineReader.Line line = lines.next(LONGEST_LINE);
        line != null;
        line = lines.next(LONGEST_LINE)) {
      JsonNode json = StateRecord.json(line.content()).orElse(null);
      if (json == null) {
        damaged++;
      } else {
        apply(StateRecord.of(json), new LinePosition(line.offset(), (int) line.length()));
      }
      end = line.end();
    }
    file.truncate(end); // a line without an end: its write has not returned
  }

  private void requireCompatibleHeader(@Nullable JsonNode header) throws FileSystemException {
    if (header == null || !header.path("sandbox").asString("").equals(KIND)) {
      throw new FileSystemException(
          path.toString(), null, "it is no state of a sandbox, or its first line is damaged");
    }
    int version = header.path("version").asInt(0);
    if (version != VERSION) {
      throw new FileSystemException(
          path.toString(),
          null,
          "it is the state of another version of Callsheet (format %d, and this one has %d)"
              .formatted(version, VERSION));
    }
    if (!header.path("platform").asString("").equals(platform)) {
      throw new FileSystemException(
          path.toString(),
          null,
          "it is the state of a sandbox of " + header.path("platform").asString(""));
    }
  }

  /** Writes a change; after an exception, it is not in the file. */
  void write(StateRecord change) throws IOException {
    if (changesAnything(change)) {
      byte[] line = change.line();
      long offset = file.length();
      file.append(line);
      apply(change, new LinePosition(offset, line.length));
      if (file.length() > nextCompaction && live < file.length() / 2) {
        compactIfPossible();
      }
    }
  }

  /** Whether it changes what is kept: nothing that is unknown can be forgotten. */
  private boolean changesAnything(StateRecord change) {
    Map<String, LinePosition> known = owners.get(change.key());
    return change.value() != null
        || (known != null && (change.name() == null || known.containsKey(change.name())));
  }

  private void apply(StateRecord change, LinePosition place) {
    String name = change.name();
    if (name == null) {
      Map<String, LinePosition> forgotten = owners.remove(change.key());
      live -= forgotten == null ? 0 : size(forgotten);
      return;
    }
    Map<String, LinePosition> values =
        owners.computeIfAbsent(change.key(), owner -> new LinkedHashMap<>());
    LinePosition before = change.value() == null ? values.remove(name) : values.put(name, place);
    live += (change.value() == null ? 0 : place.length()) - (before == null ? 0 : before.length());
    if (values.isEmpty()) {
      owners.remove(change.key());
    }
  }

  private static long size(Map<String, LinePosition> values) {
    return values.values().stream().mapToLong(LinePosition::length).sum();
  }

  private void compactIfPossible() {
    try {
      replaceBy(owners);
      nextCompaction = SHORT;
    } catch (IOException isStillWhole) {
      nextCompaction = 2 * file.length();
    }
  }

  /** Goes on in a new file with these lines alone; after an exception, in the old one. */
  private void replaceBy(Map<OwnerKey, Map<String, LinePosition>> kept) throws IOException {
    Path draft = folder().resolve(DRAFT);
    StateFile compacted = new StateFile(path, platform, AppendedFile.create(draft));
    try {
      compacted.file.append(compacted.header());
      for (Map.Entry<OwnerKey, Map<String, LinePosition>> owner : kept.entrySet()) {
        Map<String, LinePosition> copied = new LinkedHashMap<>();
        for (Map.Entry<String, LinePosition> value : owner.getValue().entrySet()) {
          byte[] line = line(value.getValue());
          copied.put(value.getKey(), new LinePosition(compacted.file.length(), line.length));
          compacted.file.append(line);
          compacted.live += line.length;
        }
        compacted.owners.put(owner.getKey(), copied);
      }
      compacted.file.replace(path);
    } catch (IOException e) {
      try {
        compacted.file.abandon();
        Files.deleteIfExists(draft);
      } catch (IOException notDeleted) {
        e.addSuppressed(notDeleted);
      }
      throw e;
    }
    AppendedFile replaced = file;
    file = compacted.file;
    live = compacted.live;
    owners.clear();
    owners.putAll(compacted.owners);
    replaced.abandon();
  }

  private Path folder() {
    return Objects.requireNonNull(path.getParent());
  }

  private byte[] line(LinePosition position) throws IOException {
    return file.read(position.offset(), position.length());
  }

  /** Forgets everything. */
  void clear() throws IOException {
    replaceBy(Map.of());
  }

  /** Reads what is kept in a section, owner by owner. Whoever takes it writes nothing here. */
  void forEach(String section, Consumer<StateRecord> reader) throws IOException {
    for (Map.Entry<OwnerKey, Map<String, LinePosition>> owner : owners.entrySet()) {
      if (owner.getKey().section().equals(section)) {
        for (LinePosition place : owner.getValue().values()) {
          byte[] line = line(place);
          StateRecord.json(Arrays.copyOf(line, line.length - 1))
              .map(StateRecord::of)
              .ifPresent(reader);
        }
      }
    }
  }

  /** The owners in a section. */
  Set<String> owners(String section) {
    return owners.keySet().stream()
        .filter(owner -> owner.section().equals(section))
        .map(OwnerKey::owner)
        .collect(Collectors.toSet());
  }

  /** How many lines were damaged when it was opened. */
  int damagedLines() {
    return damaged;
  }

  /** Sees to it that it is on disk, whatever becomes of the machine. */
  @Override
  public void close() throws IOException {
    file.close();
  }
}
