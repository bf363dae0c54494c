package dev.callsheet.sandbox.internal.sample;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/**
 * The files of samples that were asked for last: a player asks for one in many ranges. Each is made
 * once at a time, by whoever asks for it first, and few are made at a time: an encoder takes all of
 * a processor, and some times the memory of its file.
 */
public final class RecentFiles {
  private record Key(SampleDescription description, SampleFormat format) {}

  /** In bytes, all files together. */
  private static final long ROOM = 32L * 1024 * 1024;

  private static final int MOST_AT_A_TIME = 2;

  private final Semaphore encoders = new Semaphore(MOST_AT_A_TIME);
  private final Map<Key, CompletableFuture<byte[]>> files = new LinkedHashMap<>(16, 0.75f, true);
  private long size;

  /** The file of a sample, which is not to be changed. */
  byte[] get(SampleDescription description, SampleFormat format) {
    Key key = new Key(description, format);
    CompletableFuture<byte[]> mine = new CompletableFuture<>();
    CompletableFuture<byte[]> known;
    synchronized (this) {
      known = files.putIfAbsent(key, mine);
    }
    if (known != null) {
      return known.join();
    }
    encoders.acquireUninterruptibly();
    try {
      mine.complete(format.write(description));
    } finally {
      encoders.release();
      settle(key, mine);
    }
    return mine.join();
  }

  /** In bytes, all that are kept. */
  synchronized long size() {
    return size;
  }

  /** What could not be made is made anew the next time; what was used last is kept. */
  private synchronized void settle(Key key, CompletableFuture<byte[]> made) {
    if (!made.isDone()) {
      files.remove(key);
      made.cancel(false);
      return;
    }
    size += made.join().length;
    Iterator<CompletableFuture<byte[]>> oldest = files.values().iterator();
    while (size > ROOM && oldest.hasNext()) {
      CompletableFuture<byte[]> file = oldest.next();
      if (file.isDone()) {
        size -= file.join().length;
        oldest.remove();
      }
    }
  }
}
