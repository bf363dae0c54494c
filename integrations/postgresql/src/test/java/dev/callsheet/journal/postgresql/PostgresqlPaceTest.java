package dev.callsheet.journal.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.client.journal.Scope;
import dev.callsheet.runtime.client.policy.SharedPace.Grant;
import dev.callsheet.runtime.client.policy.SharedPace.Permits;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresqlPaceTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();
  private static final Scope SCOPE = new Scope(URI.create("http://127.0.0.1:1/v1"), "test");

  private final List<Permits> open = new ArrayList<>();

  @AfterEach
  void close() {
    open.forEach(Permits::close);
  }

  private Permits open(int requests, Duration window, Scope scope, Duration requestTimeout) {
    var permits =
        Objects.requireNonNull(
            new PostgresqlPace(DATABASE.source())
                .withLimit("acme", requests, window)
                .open("acme", scope, null, requestTimeout));
    open.add(permits);
    return permits;
  }

  private Permits open(int requests, Duration window) {
    return open(requests, window, SCOPE, Duration.ofSeconds(5));
  }

  private static Grant grant(Permits permits, int most) {
    return permits.acquire(1, most).orTimeout(20, TimeUnit.SECONDS).join();
  }

  @Test
  void aPlatformWithoutALimitHasNoPaceUnlessItsDescriptionSaysSo() {
    var pace = new PostgresqlPace(DATABASE.source());

    assertThat(pace.open("acme", SCOPE, null, Duration.ofSeconds(1))).isNull();
    var published = Objects.requireNonNull(pace.open("acme", SCOPE, 30, Duration.ofSeconds(1)));
    assertThat(published.limit()).isEqualTo(30);
    published.close();
  }

  @Test
  void aLimitOfNothingIsRefused() {
    var pace = new PostgresqlPace(DATABASE.source());

    assertThatThrownBy(() -> pace.withLimit("acme", 0, Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatOneWorkerHasOutAnotherCannotHave() throws Exception {
    var all = grant(open(1, Duration.ofMinutes(5)), 1);
    assertThat(all.isValid()).isTrue();

    var other = open(1, Duration.ofMinutes(5)).acquire(1, 1);
    all.end(0);

    assertThat(other.get(20, TimeUnit.SECONDS).permits()).as("it was not used").isEqualTo(1);
  }

  @Test
  void accountsHavePacesOfTheirOwn() {
    grant(open(1, Duration.ofMinutes(5)), 1);

    var other = open(1, Duration.ofMinutes(5), new Scope(SCOPE.endpoint(), "other"), Duration.ZERO);

    assertThat(grant(other, 1).permits()).isEqualTo(1);
  }

  @Test
  void aTenthOfTheWindowHasATenthOfTheRequests() {
    assertThat(grant(open(100, Duration.ofMinutes(5)), 64).permits()).isEqualTo(10);
  }

  @Test
  void aWorkerThatDiesTakesItsPermitsAlongForAWhileOnly() throws Exception {
    grant(open(1, Duration.ofMinutes(5)), 1);
    var free = "select extract(epoch from free - clock_timestamp()) from callsheet_permit";
    assertThat(Double.parseDouble(DATABASE.query(free).get(0))).isBetween(300.0, 320.0);

    DATABASE.execute("update callsheet_permit set free = clock_timestamp()");

    assertThat(grant(open(1, Duration.ofMinutes(5)), 1).permits()).isEqualTo(1);
  }

  @Test
  void aPauseIsOneForAllWorkers() throws Exception {
    open(1, Duration.ofMillis(10)).pause(Duration.ofMinutes(5));
    while (DATABASE.query("select pace from callsheet_pace where paused_until > now()").isEmpty()) {
      Thread.onSpinWait(); // it is a query each time
    }

    var other = open(1, Duration.ofMillis(10)).acquire(1, 1);
    DATABASE.execute("update callsheet_pace set paused_until = now()");

    assertThat(other.get(20, TimeUnit.SECONDS).permits()).isEqualTo(1);
  }

  /**
   * A law: whatever time requests are on their way, and though a worker dies in the midst of them,
   * the platform never counts more in a window than the limit. Every window is looked at.
   */
  @Test
  void noWindowAtThePlatformHasMoreThanTheLimit() {
    var requests = 40;
    var window = Duration.ofMillis(400);
    var arrivals = new ConcurrentLinkedQueue<Long>();
    var end = System.nanoTime() + Duration.ofSeconds(4).toNanos();
    var workers =
        IntStream.range(0, 6)
            .mapToObj(
                seed ->
                    CompletableFuture.runAsync(
                        () -> work(open(requests, window), arrivals, end, new Random(seed))))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(workers).join();

    var sorted = arrivals.stream().sorted().toList();
    assertThat(PaceWindows.most(sorted, window)).isLessThanOrEqualTo(requests);
    assertThat(sorted).as("more than one window is full of").hasSizeGreaterThan(requests);
  }

  /** Asks for some, and has them arrive at any time before they are over. */
  private static void work(Permits permits, Queue<Long> arrivals, long end, Random random) {
    var isDead = false;
    while (System.nanoTime() < end && !isDead) {
      var grant = grant(permits, 1 + random.nextInt(8));
      var used = random.nextInt(grant.permits() + 1);
      for (var i = 0; i < used; i++) {
        LockSupport.parkNanos(random.nextInt(20_000_000));
        arrivals.add(System.nanoTime());
        LockSupport.parkNanos(random.nextInt(20_000_000));
      }
      isDead = random.nextInt(200) == 0;
      if (!isDead) {
        grant.end(used);
      }
    }
  }
}
