package dev.callsheet.sandbox.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three processes share a journal and are killed at any moment, over and over, while one request in
 * four meets a fault. In the end every task is paid exactly once and every result is on disk.
 *
 * <p>{@code -Dcallsheet.chaos.kills=300} makes it as many kills as that.
 */
class ChaosTest {
  private static final int KILLS = Integer.getInteger("callsheet.chaos.kills", 10);
  private static final int WORKERS = 3;
  private static final double FAULT_PROBABILITY = 0.25;
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  @TempDir private Path temporary;
  private final List<ChildProcess> children = new ArrayList<>();
  private final List<UUID> recorded = new ArrayList<>();
  private final Random random = new Random();

  @Test
  void everyTaskIsPaidOnceAndEveryResultDelivered() throws Exception {
    var start = System.nanoTime();
    var sandbox =
        started(
            ChildProcess.start(FaultySandboxProcess.class, FAULT_PROBABILITY, random.nextLong()));
    var endpoint = URI.create(sandbox.next(TIMEOUT));
    var ledger = URI.create(sandbox.next(TIMEOUT));
    var workers = new ArrayList<ChildProcess>();
    for (var i = 0; i < WORKERS; i++) {
      workers.add(worker(endpoint, true));
    }

    for (var kill = 0; kill < KILLS; kill++) {
      killAtAnyMoment(workers.get(kill % WORKERS));
      workers.set(kill % WORKERS, worker(endpoint, true));
    }
    for (var worker : workers) {
      killAtAnyMoment(worker);
    }
    awaitDone(worker(endpoint, false));

    var books = LedgerPage.of(ledger);
    assertThat(books.tasks()).containsAll(recorded);
    assertThat(books.tasks()).allSatisfy(task -> assertSettled(task, books));
    try (var journal = Files.list(temporary.resolve("journal"))) {
      assertThat(journal).as("the journal has nothing left").isEmpty();
    }
    System.out.printf(
        "chaos: %d kills, %d tasks, %d submissions, %d conflicts, %d charges, %d polls with a result,"
            + " %d downloads, %.0f s%n",
        KILLS + WORKERS,
        books.tasks().size(),
        books.count("submit"),
        books.count("conflict"),
        books.count("charge"),
        books.count("poll"),
        books.count("download"),
        (System.nanoTime() - start) / 1e9);
  }

  private ChildProcess worker(URI endpoint, boolean submits) throws IOException {
    return started(
        ChildProcess.start(
            JobWorkerProcess.class,
            endpoint,
            temporary.resolve("journal"),
            temporary.resolve("out"),
            submits));
  }

  private ChildProcess started(ChildProcess child) {
    children.add(child);
    return child;
  }

  /** Now and then before it does anything, mostly in the midst of its work. */
  private void killAtAnyMoment(ChildProcess worker) throws InterruptedException {
    for (var lines = random.nextInt(12); lines > 0; lines--) {
      recordLine(worker.next(TIMEOUT));
    }
    LockSupport.parkNanos(random.nextInt(30_000_000));
    worker.kill();
    worker.remainingLines().forEach(this::recordLine);
  }

  private void recordLine(String line) {
    if (line.startsWith("recorded ")) {
      recorded.add(UUID.fromString(line.substring("recorded ".length())));
    } else {
      assertThat(line).matches("working|downloaded .*");
    }
  }

  private void awaitDone(ChildProcess last) throws InterruptedException {
    for (var line = last.next(TIMEOUT); !line.equals("done"); line = last.next(TIMEOUT)) {
      recordLine(line);
    }
  }

  private void assertSettled(UUID task, LedgerPage books) {
    assertThat(books.count(task, "charge")).as("charges of %s", task).isEqualTo(1);
    assertThat(books.downloadedMedia(task))
        .as("results of %s", task)
        .hasSize(JobWorkerProcess.results(task));
    assertThat(books.downloadedMedia(task)).isSubsetOf(filesOnDisk());
  }

  private List<String> filesOnDisk() {
    try (var files = Files.list(temporary.resolve("out"))) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("[.].*", ""))
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void endAll() {
    children.forEach(ChildProcess::kill);
  }
}
