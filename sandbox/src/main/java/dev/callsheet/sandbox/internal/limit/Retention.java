package dev.callsheet.sandbox.internal.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Decides what is forgotten, so that memory does not grow with the time a sandbox runs: what has
 * been finished for long, and where there is too much of it, what was finished first. What is not
 * finished yet stays. Whoever keeps something under a name listens, and drops it when its name is
 * forgotten.
 *
 * <p>Listeners are called while nothing else can be kept, so that what is kept anew is not dropped
 * by an older decision. So they do not call back, and whoever holds a lock that a listener takes
 * calls nothing here. What is not finished is kept here before others can find it.
 */
public final class Retention {
  /** Something that is kept, by when it is finished. */
  private record Kept(String name, Instant finishedAt, long weight) implements Comparable<Kept> {
    @Override
    public int compareTo(Kept other) {
      int order = finishedAt.compareTo(other.finishedAt);
      return order != 0 ? order : name.compareTo(other.name);
    }
  }

  private final Duration age;
  private final int count;
  private final long weight;
  private final InstantSource clock;
  private final Map<String, Kept> byName = new HashMap<>();
  private final TreeSet<Kept> inOrder = new TreeSet<>();
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
  private long totalWeight;

  /**
   * Keeps nothing yet.
   *
   * @param age how long something is kept that is finished
   * @param count how many are kept, those included that are not finished
   * @param weight how much all of it may weigh, in bytes
   */
  public Retention(Duration age, int count, long weight, InstantSource clock) {
    this.age = age;
    this.count = count;
    this.weight = weight;
    this.clock = clock;
  }

  /**
   * Calls this with each name that is forgotten, before those that listen already: what was made of
   * something is forgotten before it.
   */
  public void onForget(Consumer<String> listener) {
    listeners.add(0, listener);
  }

  /** Keeps what has this name, as of now, and forgets what is no longer kept. */
  public void keep(String name) {
    keep(name, clock.instant(), 0);
  }

  /** The same for something that is heavier by so much than it was. */
  public void keep(String name, long addedWeight) {
    keep(name, clock.instant(), addedWeight);
  }

  /**
   * The same for something that is finished at a time, and heavier by so much than it was. The
   * latest time counts.
   */
  public synchronized void keep(String name, Instant finishedAt, long addedWeight) {
    restore(name, finishedAt, addedWeight);
    sweep();
  }

  /**
   * The same for something that another sandbox kept, of which more may follow; nothing is
   * forgotten before {@link #sweep}.
   */
  public synchronized void restore(String name, Instant finishedAt, long addedWeight) {
    Kept known = byName.remove(name);
    // What was forgotten and is kept anew may become lighter by what it no longer has.
    Kept kept = new Kept(name, finishedAt, Math.max(0, addedWeight));
    if (known != null) {
      inOrder.remove(known);
      totalWeight -= known.weight();
      Instant latest = known.finishedAt().isAfter(finishedAt) ? known.finishedAt() : finishedAt;
      kept = new Kept(name, latest, Math.max(0, known.weight() + addedWeight));
    }
    byName.put(name, kept);
    inOrder.add(kept);
    totalWeight += kept.weight();
  }

  /** Makes what has this name heavier by so much, if it is kept; its time stays. */
  public synchronized void weigh(String name, long addedWeight) {
    Kept known = byName.get(name);
    if (known != null) {
      keep(name, known.finishedAt(), addedWeight);
    }
  }

  /** Forgets what is no longer kept. */
  public synchronized void sweep() {
    Instant now = clock.instant();
    List<String> forgotten = new ArrayList<>();
    while (!inOrder.isEmpty() && isOverdue(inOrder.first(), now)) {
      Kept first = inOrder.pollFirst();
      byName.remove(first.name());
      totalWeight -= first.weight();
      forgotten.add(first.name());
    }
    callListeners(forgotten);
  }

  /** Forgets everything, finished or not. */
  public synchronized void forgetAll() {
    List<String> forgotten = List.copyOf(byName.keySet());
    byName.clear();
    inOrder.clear();
    totalWeight = 0;
    callListeners(forgotten);
  }

  /** Whether something of that weight could be kept beside all that is not finished yet. */
  public synchronized boolean hasRoom(long added) {
    if (totalWeight + added <= weight) {
      return true;
    }
    Kept firstUnfinished = new Kept("", clock.instant().plusNanos(1), 0);
    long unfinished = inOrder.tailSet(firstUnfinished).stream().mapToLong(Kept::weight).sum();
    return unfinished + added <= weight;
  }

  private boolean isOverdue(Kept kept, Instant now) {
    return !kept.finishedAt().isAfter(now)
        && (inOrder.size() > count
            || totalWeight > weight
            || Duration.between(kept.finishedAt(), now).compareTo(age) >= 0);
  }

  /** All of them, whatever one of them throws: that is thrown at the end. */
  private void callListeners(List<String> forgotten) {
    RuntimeException failure = null;
    for (String name : forgotten) {
      for (Consumer<String> listener : listeners) {
        try {
          listener.accept(name);
        } catch (RuntimeException e) {
          failure = failure == null ? e : failure;
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
