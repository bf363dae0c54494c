package dev.callsheet.journal.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.error.ErrorCategory;
import dev.callsheet.runtime.client.error.ErrorClassification;
import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JobRecord.Owner;
import dev.callsheet.runtime.client.journal.JobRecord.Phase;
import dev.callsheet.runtime.client.journal.JournalEntry;
import dev.callsheet.runtime.client.journal.JournalEntry.Accepted;
import dev.callsheet.runtime.client.journal.JournalEntry.Acknowledged;
import dev.callsheet.runtime.client.journal.JournalEntry.Delivered;
import dev.callsheet.runtime.client.journal.JournalEntry.Finished;
import dev.callsheet.runtime.client.journal.JournalEntry.Submitted;
import dev.callsheet.runtime.client.journal.JournalEntryJson;
import dev.callsheet.runtime.client.journal.JournalSession;
import dev.callsheet.runtime.client.journal.Scope;
import dev.callsheet.runtime.client.policy.PollPolicy;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Against a real PostgreSQL. */
class PostgresqlJournalTest {
  private static final Scope SCOPE = new Scope(URI.create("http://127.0.0.1:1/v1"), "test");

  private static EmbeddedPostgres postgres;
  private final Queue<JournalSession> sessions = new ConcurrentLinkedQueue<>();
  private DataSource database;
  private PostgresqlJournal journal;

  @BeforeAll
  static void startPostgres() throws IOException {
    postgres = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stopPostgres() throws IOException {
    postgres.close();
  }

  @BeforeEach
  void emptyDatabase() throws SQLException {
    database = postgres.getPostgresDatabase();
    execute("drop schema public cascade");
    execute("create schema public");
    journal = new PostgresqlJournal(database);
  }

  @AfterEach
  void closeSessions() throws SQLException {
    JournalTables.migrate(database);
    sessions.forEach(JournalSession::close);
  }

  @Test
  void readsBackWrittenEntries() {
    var session = open(journal, SCOPE);
    var task = task(UUID.randomUUID());
    var failure =
        new ApiError(
            new ErrorClassification(ErrorCategory.TIMEOUT, true, "TIMEOUT by code *Timeout*"),
            "timeoutProvider",
            "«too late»\u0001",
            List.of(),
            null,
            200,
            MissingNode.getInstance());
    write(
        session,
        task,
        new Accepted(task.job(), now(), task.job().toString()),
        new Delivered(task.job(), now(), "{}"));
    write(session, new Finished(task.job(), now(), List.of(failure)));

    assertThat(session.jobs())
        .singleElement()
        .satisfies(
            job -> {
              assertThat(job.task()).isEqualTo(task);
              assertThat(job.scope()).isEqualTo(SCOPE);
              assertThat(job.phase()).isEqualTo(Phase.FINISHED);
              assertThat(job.results()).containsExactly("{}");
              assertThat(job.failures()).containsExactly(failure);
              assertThat(job.owner()).isEqualTo(Owner.THIS_SESSION);
            });

    write(session, new Acknowledged(task.job(), now()));
    assertThat(session.jobs()).isEmpty();
  }

  @Test
  void anEntryThatCannotBeReadIsToldAndNoOtherIsLost() throws SQLException {
    var session = open(journal, SCOPE);
    var odd = task(UUID.randomUUID());
    var sound = task(UUID.randomUUID());
    write(session, odd, sound);
    execute("insert into callsheet_entry (job, entry) values ('%s', '{')".formatted(odd.job()));

    assertThat(session.jobs())
        .extracting(JobRecord::id)
        .containsExactlyInAnyOrder(odd.job(), sound.job());
    assertThat(session.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.jobs()).containsExactly(odd.job()));
  }

  @Test
  void aTaskWhoseEntriesCannotBeReadIsNotSentAgain() throws SQLException {
    var session = open(journal, SCOPE);
    var task = task(UUID.randomUUID());
    write(session, task);
    execute("update callsheet_entry set entry = '{' where job = '%s'".formatted(task.job()));

    assertThat(session.jobs()).isEmpty();
    assertThat(session.begin(task))
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableThat()
        .withMessageContaining("its entries cannot be read");
  }

  @Test
  void leavesTheJobsOfALivingWorkerAlone() {
    var one = open(journal, SCOPE);
    var other = open(journal, SCOPE);
    var task = task(UUID.randomUUID());
    write(one, task);

    assertThat(other.adopt(any -> true)).isEmpty();
    assertThat(other.jobs()).extracting(JobRecord::owner).containsExactly(Owner.OTHER_SESSION);
    assertThat(other.begin(task)).failsWithin(Duration.ofSeconds(10));
  }

  @Test
  void takesTheJobsOverOfAWorkerThatIsSilentForLongerThanItsLease() throws SQLException {
    var one = open(journal, SCOPE);
    var other = open(journal, SCOPE);
    var task = task(UUID.randomUUID());
    write(one, task);
    execute("update callsheet_worker set alive_until = now() - interval '1 second'");

    assertThat(other.adopt(any -> true)).extracting(JobRecord::id).containsExactly(task.job());

    assertThatThrownBy(
            () -> one.append(new Accepted(task.job(), now(), task.job().toString())).join())
        .cause()
        .isInstanceOfSatisfying(
            JournalException.class, late -> assertThat(late.isTakenOver()).isTrue());
    write(other, new Accepted(task.job(), now(), task.job().toString()));
    assertThat(other.jobs()).extracting(JobRecord::phase).containsExactly(Phase.RUNNING);
  }

  @Test
  void livingWorkerRenewsItsLease() throws Exception {
    var one = open(journal.withLease(Duration.ofSeconds(1)), SCOPE);
    write(one, task(UUID.randomUUID()));
    var begun = lastBeat();

    while (!lastBeat().isAfter(begun)) {
      Thread.onSpinWait(); // it is a query each time
    }

    assertThat(open(journal, SCOPE).adopt(any -> true)).isEmpty();
  }

  @Test
  void leavesItsJobsWhenItCloses() {
    var one = open(journal, SCOPE);
    var task = task(UUID.randomUUID());
    write(one, task);
    one.close();
    var other = open(journal, SCOPE);

    assertThat(other.begin(task).join()).get().extracting(JobRecord::id).isEqualTo(task.job());
    assertThat(other.adopt(any -> true)).hasSize(1);
    write(other, new Acknowledged(task.job(), now()));
    assertThat(other.jobs()).isEmpty();
  }

  @Test
  void takesOnlyWhatIsWantedAndOfItsScope() {
    var one = open(journal, SCOPE);
    var wanted = task(UUID.randomUUID());
    var unwanted = task(UUID.randomUUID());
    write(one, wanted, unwanted);
    one.close();
    var stranger = open(journal, new Scope(SCOPE.endpoint(), "someone else"));
    var other = open(journal, SCOPE);

    assertThat(stranger.adopt(any -> true)).isEmpty();
    assertThat(stranger.begin(wanted)).failsWithin(Duration.ofSeconds(10));
    assertThat(other.adopt(job -> job.id().equals(wanted.job()))).hasSize(1);
    assertThat(other.jobs())
        .extracting(JobRecord::owner)
        .containsExactlyInAnyOrder(Owner.THIS_SESSION, Owner.NONE);
  }

  @Test
  void givesEachJobToOneOfManyWorkersThatAskAtOnce() {
    var dead = open(journal, SCOPE);
    var tasks = IntStream.range(0, 200).mapToObj(i -> task(UUID.randomUUID())).toList();
    CompletableFuture.allOf(tasks.stream().map(dead::begin).toArray(CompletableFuture[]::new))
        .join();
    dead.close();

    var adopted =
        IntStream.range(0, 8)
            .mapToObj(i -> open(journal, SCOPE))
            .map(session -> CompletableFuture.supplyAsync(() -> session.adopt(any -> true)))
            .toList()
            .stream()
            .flatMap(jobs -> jobs.join().stream())
            .map(JobRecord::id)
            .toList();

    assertThat(adopted).hasSize(200).doesNotHaveDuplicates();
  }

  @Test
  void takesOverTheTablesOfTheFirstVersion() throws SQLException {
    Transaction.execute(database, connection -> JournalTables.migrate(connection, 1));
    var job = UUID.randomUUID();
    execute(
        "insert into callsheet_job values ('%s', '%s', '%s', '%s')"
            .formatted(job, SCOPE.endpoint(), SCOPE.account(), UUID.randomUUID()));
    execute(
        "insert into callsheet_entry (job, entry) values ('%s', '%s')"
            .formatted(job, JournalEntryJson.write(task(job))));

    var session = open(journal, SCOPE);

    assertThat(session.jobs()).extracting(JobRecord::id).containsExactly(job);
    assertThat(session.adopt(job)).isPresent();
    write(session, new Accepted(job, now(), job.toString()));
  }

  @Test
  void listsJobsPageByPageInTheOrderTheyBegan() {
    var session = open(journal, SCOPE);
    var tasks = Stream.generate(() -> task(UUID.randomUUID())).limit(2500).toList();
    tasks.stream().map(session::begin).toList().forEach(CompletableFuture::join);

    var listed = new ArrayList<UUID>();
    session.forEachJob(job -> listed.add(job.id()));

    assertThat(listed).isEqualTo(tasks.stream().map(Submitted::job).toList());
  }

  @Test
  void oneJobIsAdoptedAloneAndNeverFromALivingWorker() throws SQLException {
    var one = open(journal, SCOPE);
    var tasks = Stream.generate(() -> task(UUID.randomUUID())).limit(3).toList();
    write(one, tasks.toArray(Submitted[]::new));
    var other = open(journal, SCOPE);
    assertThat(other.adopt(tasks.get(1).job())).isEmpty();

    one.close();

    assertThat(other.adopt(tasks.get(1).job())).isPresent();
    assertThat(other.jobs())
        .extracting(JobRecord::owner)
        .containsExactly(Owner.NONE, Owner.THIS_SESSION, Owner.NONE);
    assertThat(other.adopt(any -> true)).hasSize(3);
  }

  @Test
  void makesItsTablesOnceHoweverManyWorkersBegin() throws SQLException {
    var sessions =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> open(journal, SCOPE)))
            .toList();

    assertThat(sessions).allSatisfy(session -> assertThat(session.join().jobs()).isEmpty());

    execute("insert into callsheet_schema values (99)");
    assertThatThrownBy(() -> open(journal, SCOPE))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("made by a later Callsheet");
    execute("delete from callsheet_schema where version = 99");
  }

  @Test
  void forgetsFinishedJobsAfterAWhile() throws SQLException {
    var session = open(journal.withRetention(Duration.ofDays(7)), SCOPE);
    var old = task(UUID.randomUUID());
    var open = task(UUID.randomUUID());
    write(session, old, new Finished(old.job(), now(), List.of()), open);
    execute("update callsheet_job set finished = finished - interval '8 days'");

    assertThat(session.adopt(any -> true)).extracting(JobRecord::id).containsExactly(open.job());
  }

  @Test
  void sendsNothingWhenTheDatabaseIsGone() throws SQLException {
    var session = open(journal, SCOPE);
    execute("drop table callsheet_entry");

    assertThatThrownBy(() -> session.begin(task(UUID.randomUUID())).join())
        .hasCauseInstanceOf(JournalException.class)
        .hasMessageContaining("The database cannot be used");
  }

  /** A client that dies between the server's acceptance and its reply, and another worker. */
  @Test
  void letsAnotherWorkerBringATaskToItsEndThatIsPaidOnce() throws Exception {
    var charges = ConcurrentHashMap.<String>newKeySet();
    var arrived = new CountDownLatch(1);
    var server = server(charges, arrived);
    var first = client(server);
    var task =
        new JsonMapper().createObjectNode().put("taskType", "videoInference").put("model", "a:b@1");
    var id = first.submit(RawRequest.of(task)).id();
    arrived.await();
    execute("update callsheet_worker set alive_until = now() - interval '1 second'");

    try (var second = client(server)) {
      var jobs = second.resume();

      assertThat(jobs).singleElement().satisfies(job -> assertThat(job.id()).isEqualTo(id));
      assertThat(jobs.get(0).await(Duration.ofSeconds(20))).hasSize(1);
      jobs.get(0).acknowledge();
      assertThat(second.jobs()).isEmpty();
    } finally {
      first.close();
      server.stop(0);
    }
    assertThat(charges).containsExactly(id.toString());
  }

  private JournalSession open(PostgresqlJournal place, Scope scope) {
    var session = place.open(scope);
    sessions.add(session);
    return session;
  }

  private CallsheetClient client(HttpServer server) {
    return CallsheetClient.builder()
        .endpoint(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1"))
        .apiKey("a-key")
        .polling(PollPolicy.fixedDelay(Duration.ofMillis(20)))
        .journal(journal)
        .build();
  }

  /** It never answers the first request, which it accepts. */
  private static HttpServer server(Set<String> charges, CountDownLatch arrived) throws IOException {
    var json = new JsonMapper();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1",
        exchange -> {
          var task = json.readTree(exchange.getRequestBody().readAllBytes()).path(0);
          var id = task.path("taskUUID").asString();
          if (!task.path("taskType").asString().equals("getResponse")) {
            if (!charges.add(id)) {
              throw new AssertionError("a second charge for " + id);
            }
            arrived.countDown();
            return;
          }
          var reply =
              "{\"data\":[{\"taskUUID\":\"%s\",\"status\":\"success\",\"videoUUID\":\"%s\"}]}"
                  .formatted(id, id)
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, reply.length);
          exchange.getResponseBody().write(reply);
          exchange.close();
        });
    server.start();
    return server;
  }

  private Instant lastBeat() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select max(alive_until) from callsheet_worker")) {
      rows.next();
      return rows.getTimestamp(1).toInstant();
    }
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Submitted task(UUID job) {
    return new Submitted(job, now(), "runware", "acme:clip@1", 1, "[{\"n\":1}]");
  }

  private static Instant now() {
    return Instant.now();
  }

  private static void write(JournalSession session, JournalEntry... entries) {
    Stream.of(entries).forEach(entry -> session.append(entry).join());
  }
}
