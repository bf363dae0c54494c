package dev.callsheet.sandbox.internal.sample;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The files of samples that were asked for last: a player asks for one in many ranges. Each is made
 * once at a time, by whoever asks for it first.
 */
public final class RecentFiles {
  private record Key(SampleDescription description, SampleFormat format) {}

  /** In bytes, all files together. */
  private static final long ROOM = 32L * 1024 * 1024;

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
    try {
      mine.complete(format.write(description));
    } finally {
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
