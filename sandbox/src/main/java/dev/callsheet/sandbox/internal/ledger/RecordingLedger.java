package dev.callsheet.sandbox.internal.ledger;

import dev.callsheet.sandbox.internal.limit.Retention;
import dev.callsheet.sandbox.internal.state.SandboxState;
import dev.callsheet.sandbox.internal.state.SandboxState.Section;
import dev.callsheet.sandbox.ledger.Ledger;
import dev.callsheet.sandbox.ledger.LedgerEntry;
import dev.callsheet.sandbox.ledger.TaskAccount;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The ledger as the sandbox writes it. Accounts are forgotten as a whole; what was charged in all
 * is not.
 */
public final class RecordingLedger implements Ledger {
  /** Of an account with more entries, the first ones are dropped. */
  private static final int MAX_ENTRIES = 10_000;

  /** A note can have what a caller sent in it, of any length. */
  private static final int LONGEST_NOTE = 2000;

  private static final long PER_ENTRY = 200;
  private static final String TOTAL = "total";

  /**
   * Some entries in a row.
   *
   * @param entries by their numbers
   * @param accounts of the tasks in them, whole
   * @param hasMore whether there are entries after them
   */
  public record Page(
      Map<Long, LedgerEntry> entries, Map<String, TaskAccount> accounts, boolean hasMore) {}

  private final InstantSource clock;
  private final Retention retention;
  private final SandboxState state;
  private final TreeMap<Long, LedgerEntry> entries = new TreeMap<>();
  private final Map<String, Deque<Long>> numbersByTask = new LinkedHashMap<>();
  private BigDecimal total = BigDecimal.ZERO;
  private long lastNumber;

  /** The number with which the total is in the state by itself; -1 for none. */
  private long keptNumber = -1;

  /**
   * A ledger that dates its entries by this clock, and keeps them so long; it begins with what the
   * state has of the ledger before it.
   */
  public RecordingLedger(InstantSource clock, Retention retention, SandboxState state) {
    this.clock = clock;
    this.retention = retention;
    this.state = state;
    state.restore(Section.TOTAL, (none, name, value) -> count(value));
    state.restore(Section.LEDGER, this::restore);
    retention.onForget(this::forget);
  }

  private void restore(String task, String number, JsonNode value) {
    LedgerEntry entry =
        new LedgerEntry(
            Instant.parse(value.path("at").asString()),
            LedgerEntry.Kind.valueOf(value.path("kind").asString()),
            task,
            value.path("amount").decimalValue(),
            value.path("note").asString());
    entries.put(Long.valueOf(number), entry);
    numbersByTask.computeIfAbsent(task, key -> new ArrayDeque<>()).add(Long.valueOf(number));
    count(value);
    retention.restore(task, entry.at(), weight(entry));
  }

  /** Goes on from the latest number of all, with the total at that time. */
  private void count(JsonNode counted) {
    long number = counted.path("number").asLong();
    if (number >= lastNumber) {
      lastNumber = number;
      total = counted.path(TOTAL).decimalValue();
    }
  }

  private static ObjectNode counted(long number, BigDecimal total) {
    return JsonNodeFactory.instance.objectNode().put("number", number).put(TOTAL, total);
  }

  private void keepTotal() {
    state.put(Section.TOTAL, "", TOTAL, () -> counted(lastNumber, total));
    keptNumber = lastNumber;
  }

  /** Begins to count what is charged anew, when all accounts are about to be forgotten. */
  public synchronized void resetTotal() {
    total = BigDecimal.ZERO;
    keepTotal();
  }

  /** Records what happened to a task. */
  public void record(LedgerEntry.Kind kind, String taskUUID, String note) {
    record(kind, taskUUID, BigDecimal.ZERO, note);
  }

  /** Records a charge, in USD. */
  public void charge(String taskUUID, BigDecimal amount, String note) {
    record(LedgerEntry.Kind.CHARGE, taskUUID, amount, note);
  }

  private void record(LedgerEntry.Kind kind, String taskUUID, BigDecimal amount, String note) {
    LedgerEntry entry = entry(kind, taskUUID, amount, note);
    retention.keep(entry.taskUUID(), add(entry));
  }

  private LedgerEntry entry(
      LedgerEntry.Kind kind, String taskUUID, BigDecimal amount, String note) {
    return new LedgerEntry(
        clock.instant(), kind, TaskKey.of(taskUUID), amount, ShortText.of(note, LONGEST_NOTE));
  }

  /**
   * Adds an entry; returns by how much its account is heavier. What cannot be kept is not added.
   */
  private synchronized long add(LedgerEntry entry) {
    String task = entry.taskUUID();
    long number = lastNumber + 1;
    BigDecimal after = total.add(entry.amount());
    state.put(
        Section.LEDGER, task, String.valueOf(number), () -> toJson(entry, counted(number, after)));
    lastNumber = number;
    total = after;
    entries.put(number, entry);
    Deque<Long> numbers = numbersByTask.computeIfAbsent(task, key -> new ArrayDeque<>());
    numbers.add(number);
    long addedWeight = weight(entry);
    if (numbers.size() > MAX_ENTRIES) {
      long first = numbers.remove();
      addedWeight -= weight(Objects.requireNonNull(entries.remove(first)));
      state.forget(Section.LEDGER, task, String.valueOf(first));
    }
    return addedWeight;
  }

  /**
   * Enters the submission and the charge of a task that the state has, where they are missing: the
   * sandbox before ended between the task and them.
   *
   * @param begun when the task began; both are entered later than that
   */
  public void restoreCharge(String taskUUID, Instant begun, BigDecimal amount, String note) {
    List<LedgerEntry> known = account(taskUUID).entries();
    boolean isWhole = known.size() < MAX_ENTRIES;
    if (isWhole && isMissing(LedgerEntry.Kind.SUBMIT, begun, known)) {
      restore(entry(LedgerEntry.Kind.SUBMIT, taskUUID, BigDecimal.ZERO, "submitted"));
    }
    if (isWhole && isMissing(LedgerEntry.Kind.CHARGE, begun, known)) {
      restore(entry(LedgerEntry.Kind.CHARGE, taskUUID, amount, note));
    }
  }

  private static boolean isMissing(
      LedgerEntry.Kind kind, Instant begun, List<LedgerEntry> entries) {
    return entries.stream().noneMatch(entry -> entry.kind() == kind && !entry.at().isBefore(begun));
  }

  private void restore(LedgerEntry missing) {
    retention.restore(missing.taskUUID(), missing.at(), add(missing));
  }

  private static ObjectNode toJson(LedgerEntry entry, ObjectNode counted) {
    return counted
        .put("at", entry.at().toString())
        .put("kind", entry.kind().name())
        .put("amount", entry.amount())
        .put("note", entry.note());
  }

  /** About how many bytes an entry takes. */
  private static long weight(LedgerEntry entry) {
    return PER_ENTRY + entry.note().length();
  }

  private synchronized void forget(String task) {
    Deque<Long> numbers = numbersByTask.remove(task);
    if (numbers != null) {
      numbers.forEach(entries::remove);
      if (keptNumber != lastNumber) {
        keepTotal(); // it outlives the entries that have it
      }
      state.forget(Section.LEDGER, task);
    }
  }

  @Override
  public synchronized List<LedgerEntry> entries() {
    return List.copyOf(entries.values());
  }

  /** The entries after that number, at most so many. */
  public synchronized Page page(long after, int limit) {
    Map<Long, LedgerEntry> some = new LinkedHashMap<>();
    Map<String, TaskAccount> accounts = new LinkedHashMap<>();
    for (Map.Entry<Long, LedgerEntry> next : entries.tailMap(after, false).entrySet()) {
      if (some.size() == limit) {
        return new Page(some, accounts, true);
      }
      some.put(next.getKey(), next.getValue());
      accounts.computeIfAbsent(next.getValue().taskUUID(), this::account);
    }
    return new Page(some, accounts, false);
  }

  /**
   * The tasks that something happened to after that number, the latest first, at most so many; each
   * with the number of what happened last.
   */
  public synchronized Map<String, Long> latestTasks(long after, int limit) {
    Map<String, Long> tasks = new LinkedHashMap<>();
    int looked = 0;
    for (Map.Entry<Long, LedgerEntry> next :
        entries.tailMap(after, false).descendingMap().entrySet()) {
      looked++;
      if (tasks.size() == limit || looked > MAX_ENTRIES) {
        break;
      }
      tasks.putIfAbsent(next.getValue().taskUUID(), next.getKey());
    }
    return tasks;
  }

  @Override
  public TaskAccount account(UUID taskUUID) {
    return account(taskUUID.toString());
  }

  @Override
  public synchronized TaskAccount account(String task) {
    Deque<Long> numbers = numbersByTask.getOrDefault(TaskKey.of(task), new ArrayDeque<>());
    return new TaskAccount(
        numbers.stream().map(entries::get).map(Objects::requireNonNull).toList());
  }

  @Override
  public synchronized Map<String, TaskAccount> accounts() {
    Map<String, TaskAccount> all = new LinkedHashMap<>();
    numbersByTask.keySet().forEach(task -> all.put(task, account(task)));
    return all;
  }

  @Override
  public synchronized BigDecimal totalCharged() {
    return total;
  }
}
