package dev.callsheet.linter.internal.taskuuid;

import dev.callsheet.linter.internal.input.ArrayByteSource;
import dev.callsheet.linter.internal.input.ByteSource;
import dev.callsheet.linter.internal.input.LineCounter;
import dev.callsheet.linter.internal.input.StartPosition;
import dev.callsheet.linter.internal.scan.FlaggedRegions;
import dev.callsheet.linter.internal.scan.ScannedUuids;
import dev.callsheet.linter.internal.taskuuid.TaskUuidReader.TaskUuid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Finds the tasks of one input whose UUID an earlier one has. It is handed what a scan has found,
 * part by part in the order of the input: it knows the UUIDs of valid tasks from the scan, and of
 * most flagged ones, reads those of the others, and flags the valid ones that repeat a UUID.
 *
 * <p>Time is linear in the tasks and in the flagged bytes. The UUIDs of the first {@link
 * ScannedUuids#MAX_COUNT} tasks are remembered, which takes up to 50 MB; later tasks are compared
 * with these only, and {@link #notRemembered} counts them.
 */
public final class RepeatedTasks {
  private final FirstUseTable firstUses = new FirstUseTable(ScannedUuids.MAX_COUNT);
  private final Predicate<String> startsTask;
  private long notScanned;

  /**
   * Of an input of which nothing is known yet.
   *
   * @param startsTask whether a task of a type starts something under a UUID of its own; others
   *     name a task that was sent before
   */
  public RepeatedTasks(Predicate<String> startsTask) {
    this.startsTask = startsTask;
  }

  /** How many tasks were not remembered, so that later ones were not compared with them. */
  public long notRemembered() {
    return notScanned + firstUses.omitted();
  }

  /**
   * Goes through the next lines of an input of lines.
   *
   * @param bytes what was scanned
   * @param scanned lines in which a valid task repeats a UUID are flagged in it
   * @param firstLine the number of the first line in the input
   */
  public FirstUses addLines(byte[] bytes, FlaggedRegions scanned, long firstLine) {
    try {
      Pass pass = new Pass(new ScannedPart.Lines(bytes, firstLine));
      pass.addAll(scanned);
      return pass.firstUses(() -> place -> new StartPosition((int) (place >> 32), (int) place));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing is read but memory
    }
  }

  /**
   * Goes through the tasks of a document.
   *
   * @param scanned valid tasks that repeat a UUID are flagged in it
   * @param from where the document begins in the source
   * @param firstLine the number of the line there
   */
  public FirstUses addDocument(ByteSource source, FlaggedRegions scanned, long from, int firstLine)
      throws IOException {
    Pass pass = new Pass(new ScannedPart.Document(source));
    if (scanned.isList()) {
      pass.addAll(scanned);
    }
    return pass.firstUses(() -> new LineCounter(source, from, firstLine)::advance);
  }

  /** The same for a document in memory. */
  public FirstUses addDocument(byte[] bytes, FlaggedRegions scanned, int from) {
    try {
      return addDocument(new ArrayByteSource(bytes), scanned, from, 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing is read but memory
    }
  }

  /** Goes through the tasks of a document of which a scan could make nothing. */
  public FirstUses addDocument(byte[] bytes, int from) {
    try {
      Pass pass = new Pass(new ScannedPart.WholeDocument(bytes));
      pass.addRegion(from, bytes.length, 0);
      ByteSource source = new ArrayByteSource(bytes);
      return pass.firstUses(() -> new LineCounter(source, from, 1)::advance);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing is read but memory
    }
  }

  /** Finds the position of a place; it is asked for places in ascending order. */
  private interface Positions {
    StartPosition of(long place) throws IOException;
  }

  /** One pass over a part of the input. */
  private final class Pass {
    private final ScannedPart part;

    /** The numbers of the first uses, by the keys of the tasks that repeat them. */
    private final Map<Long, Integer> repeated = new HashMap<>();

    private int nextFlagged;

    Pass(ScannedPart part) {
      this.part = part;
    }

    /** Goes through what was scanned in its order, and flags valid tasks that repeat a UUID. */
    void addAll(FlaggedRegions scanned) throws IOException {
      ScannedUuids valid = scanned.validUuids();
      notScanned += valid.omitted();
      FlaggedRegions repeating = new FlaggedRegions();
      long repeatingTasks = 0;
      int region = 0;
      for (int task = 0; task < valid.count(); task++) {
        long from = valid.from(task);
        while (region < scanned.count() && scanned.from(region) < from) {
          addFlagged(scanned, region++);
        }
        long index = valid.index(task);
        long place = part.place(from, valid.offset(task), index);
        if (isRepeated(valid.high(task), valid.low(task), place, index, valid.item(task))
            && (repeating.count() == 0 || repeating.from(repeating.count() - 1) < from)) {
          repeating.add(from, valid.to(task), index);
          repeatingTasks += part.tasks(from, valid.to(task)).count();
        }
      }
      while (region < scanned.count()) {
        addFlagged(scanned, region++);
      }
      if (repeating.count() > 0) {
        scanned.addAll(repeating, repeatingTasks);
      }
    }

    private void addFlagged(FlaggedRegions scanned, int region) throws IOException {
      long from = scanned.from(region);
      long index = scanned.index(region);
      if (!scanned.isRead(region)) {
        addRegion(from, scanned.to(region), index);
        return;
      }
      ScannedUuids known = scanned.flaggedUuids();
      for (; nextFlagged < known.count() && known.from(nextFlagged) == from; nextFlagged++) {
        long place = part.place(from, known.offset(nextFlagged), index);
        isRepeated(
            known.high(nextFlagged), known.low(nextFlagged), place, index, known.item(nextFlagged));
      }
    }

    /** Goes through the tasks between two offsets, of which nothing is known. */
    void addRegion(long from, long to, long index) throws IOException {
      for (TaskUuid uuid : part.tasks(from, to).uuids()) {
        if (startsTask.test(uuid.taskType())) {
          long place = part.place(from, uuid.offset(), index);
          isRepeated(uuid.high(), uuid.low(), place, index, uuid.item());
        }
      }
    }

    private boolean isRepeated(long high, long low, long place, long index, int item) {
      int ownItem = part.item(index, item);
      int first = firstUses.findOrAdd(high, low, place, ownItem);
      if (first >= 0) {
        repeated.put(FirstUses.key(part.line(index), ownItem), first);
      }
      return first >= 0;
    }

    FirstUses firstUses(Supplier<Positions> finder) throws IOException {
      if (repeated.isEmpty()) {
        return FirstUses.NONE;
      }
      Positions positions = finder.get();
      // The first uses are numbered in the order of their places.
      Map<Integer, FirstUse> uses = new HashMap<>();
      for (int first : new TreeSet<>(repeated.values())) {
        int item = firstUses.item(first);
        StartPosition position = positions.of(firstUses.place(first));
        uses.put(first, new FirstUse(item < 0 ? "" : "/" + item, position));
      }
      Map<Long, FirstUse> byTask = new HashMap<>();
      repeated.forEach((task, first) -> byTask.put(task, uses.get(first)));
      return new FirstUses(byTask);
    }
  }
}
