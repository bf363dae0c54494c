package dev.callsheet.journal.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.callsheet.runtime.Amount;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.Price.UnitPrice;
import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.client.budget.Budget;
import dev.callsheet.runtime.client.error.InvalidRequestException;
import dev.callsheet.runtime.client.journal.Scope;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class JobQueueTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();
  private static final UUID WORKER = UUID.randomUUID();

  private JobQueue queue;

  @BeforeEach
  void makeQueue() {
    queue = new JobQueue(DATABASE.source(), "films");
  }

  private static RawRequest request() {
    return RawRequest.of(
        new JsonMapper()
            .readTree(
                "{\"taskType\":\"imageInference\",\"model\":\"acme:still@1\",\"taskUUID\":\"%s\",\"strength\":0.10}"
                    .formatted(UUID.randomUUID())));
  }

  private static Stream<RawRequest> requests(int count) {
    return Stream.generate(JobQueueTest::request).limit(count);
  }

  private List<QueueTable.Item> take(int most) {
    return queue.run(connection -> queue.table().take(connection, WORKER, most));
  }

  private HeldItems items() {
    return new HeldItems(queue.table(), WORKER);
  }

  /** What is left of a job in the queue: nothing, or whether the worker holds it. */
  private Map<UUID, Boolean> complete(UUID job) {
    return queue.run(connection -> items().complete(connection, List.of(job)));
  }

  private String takenGroups(int most) {
    return take(most).stream().map(item -> item.job().group()).collect(Collectors.joining(" "));
  }

  @Test
  void groupsTakeTurnsHoweverManyJobsOneHas() throws Exception {
    queue.enqueue("a", requests(1000));
    queue.enqueue("b", requests(3));
    queue.enqueue("c", requests(2));

    assertThat(takenGroups(8)).isEqualTo("a b c a b c a b");
    assertThat(takenGroups(3)).isEqualTo("a a a");
  }

  @Test
  void aGroupThatComesLateBeginsInTheCurrentRoundAndOwesNothing() throws Exception {
    queue.enqueue("a", requests(100));
    take(50);
    queue.enqueue("b", requests(100));

    assertThat(takenGroups(6)).isEqualTo("a b a b a b");
  }

  @Test
  void aGroupThatWasIdleHasSavedNothing() throws Exception {
    queue.enqueue("b", requests(1));
    queue.enqueue("a", requests(100));
    take(51);
    queue.enqueue("b", requests(100));

    assertThat(takenGroups(6)).isEqualTo("a b a b a b");
  }

  @Test
  void withinAGroupTheFirstIsTheFirst() throws Exception {
    var all = requests(450).toList();
    queue.enqueue("a", all.stream());

    assertThat(take(450))
        .extracting(item -> item.job().id())
        .isEqualTo(all.stream().map(RawRequest::jobId).toList());
  }

  static List<Price> prices() {
    var known = new Amount(new BigDecimal("0.10"), new BigDecimal("0.25"));
    var second = new UnitPrice(Amount.exactly("0.02"), "second");
    return List.of(
        new Price.Exact(new BigDecimal("0.10"), "EUR", "one image"),
        new Price.Between(known.minimum(), known.maximum(), "USD", "by the step"),
        new Price.Rate(known, List.of(second), "EUR", "and by the second", List.of()),
        new Price.Rate(Amount.ZERO, List.of(second, second), "USD", "two clips", List.of()),
        new Price.Unknown("no price is published"));
  }

  @ParameterizedTest
  @MethodSource("prices")
  void aPriceIsKeptAsItWas(Price price) throws Exception {
    queue.offer("a", request().withPrice(price));

    assertThat(take(1).get(0).job().price()).isEqualTo(price);
  }

  @Test
  void aGroupWhoseTurnsAreOverIsForgotten() throws Exception {
    queue.enqueue("a", requests(2));
    queue.enqueue("b", requests(1));
    assertThat(DATABASE.query("select name from callsheet_queue_group order by name"))
        .containsExactly("a", "b");

    take(2);
    assertThat(DATABASE.query("select name from callsheet_queue_group")).containsExactly("a");

    take(1);
    assertThat(DATABASE.query("select name from callsheet_queue_group")).isEmpty();
  }

  @Test
  void aRequestIsSentAsItCameWithItsPrice() throws Exception {
    var price =
        new Price.Between(new BigDecimal("0.10"), new BigDecimal("0.25"), "USD", "by the step");
    var request = request().withPrice(price);
    queue.enqueue("a", Stream.of(request));

    var taken = take(1).get(0).request();

    assertThat(taken.task().toString()).isEqualTo(request.task().toString());
    assertThat(taken.jobId()).isEqualTo(request.jobId());
    assertThat(taken.price()).isEqualTo(price);
  }

  @Test
  void whatBreaksARuleIsNotQueued() {
    var wrong =
        request()
            .withChecker(
                any ->
                    List.of(
                        new Violation(
                            Severity.ERROR, "/prompt", new Problem.UnrecognizedParameter())));

    assertThatThrownBy(() -> queue.offer("a", wrong)).isInstanceOf(InvalidRequestException.class);
    assertThat(queue.groups()).isEmpty();
  }

  @Test
  void aJobThatIsInTheQueueIsNotAddedAgain() {
    var request = request();

    assertThat(queue.offer("a", request)).isTrue();
    assertThat(queue.offer("a", request)).isTrue();

    assertThat(queue.groups()).containsExactly(new QueueGroup("a", 1, 0, 0));
  }

  @Test
  void noMoreIsTakenInThanThereIsRoomFor() throws Exception {
    var bounded = queue.withLimit(3);
    bounded.enqueue("a", requests(3));
    assertThat(bounded.offer("a", request())).isFalse();

    var waiting =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return bounded.enqueue("a", requests(2));
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    take(2);

    assertThat(waiting.get(20, TimeUnit.SECONDS)).isEqualTo(2);
    assertThat(queue.groups()).containsExactly(new QueueGroup("a", 3, 2, 0));
  }

  @Test
  void workersThatTakeAtTheSameTimeNeverTakeTheSame() throws Exception {
    queue.enqueue("a", requests(400));
    queue.enqueue("b", requests(400));

    var taken =
        IntStream.range(0, 8)
            .mapToObj(
                worker ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          var mine = new ArrayList<UUID>();
                          for (var some = take(7); !some.isEmpty(); some = take(7)) {
                            some.forEach(item -> mine.add(item.job().id()));
                          }
                          return mine;
                        }))
            .toList()
            .stream()
            .flatMap(each -> each.join().stream())
            .toList();

    assertThat(new HashSet<>(taken)).hasSize(800).hasSameSizeAs(taken);
    assertThat(DATABASE.query("select waiting from callsheet_queue")).containsExactly("0");
  }

  @Test
  void aDeadWorkersJobsAreTakenOverAndALivingOnesAreNot() throws Exception {
    queue.enqueue("a", requests(3));
    var living = WorkerLease.begin(DATABASE.source(), Duration.ofMinutes(5));
    queue.run(connection -> queue.table().take(connection, living.worker(), 1));
    var orphans = take(2);

    var adopted =
        queue.run(connection -> queue.table().adopt(connection, UUID.randomUUID(), List.of(), 9));

    assertThat(adopted)
        .extracting(item -> item.job().id(), item -> item.job().attempts())
        .containsExactlyElementsOf(
            orphans.stream().map(item -> tuple(item.job().id(), 2)).toList());
    living.end();
  }

  @Test
  void whatAWorkerHasButNeverLearnedOfIsItsAgain() throws Exception {
    queue.enqueue("a", requests(2));
    var known = take(1).get(0).job().id();
    var lost = take(1).get(0).job().id();

    var adopted =
        queue.run(connection -> queue.table().adopt(connection, WORKER, List.of(known), 9));

    assertThat(adopted).extracting(item -> item.job().id()).containsExactlyInAnyOrder(lost);
  }

  @Test
  void aJobLeavesTheQueueOnlyWhenWhatItCostIsWrittenDown() throws Exception {
    queue.enqueue("a", requests(1));
    var job = take(1).get(0).job().id();
    DATABASE.execute("insert into callsheet_budget (budget, reserved) values ('films', 1)");
    DATABASE.execute("insert into callsheet_reservation values ('%s', 'films', 1)".formatted(job));

    assertThat(complete(job)).containsExactly(Map.entry(job, true));
    DATABASE.execute("delete from callsheet_reservation");
    assertThat(complete(job)).isEmpty();
    assertThat(queue.groups()).isEmpty();
  }

  @Test
  void aStoppedJobSaysWhyAndIsTakenAgainWhenAsked() throws Exception {
    queue.enqueue("a", requests(1));
    var job = take(1).get(0).job().id();
    queue.run(connection -> items().stop(connection, job, "the disk is full"));

    assertThat(take(1)).isEmpty();
    assertThat(queue.stopped(10))
        .singleElement()
        .satisfies(stopped -> assertThat(stopped.trouble()).contains("the disk is full"));

    assertThat(queue.retry(job)).isTrue();
    assertThat(take(1)).hasSize(1);
    assertThat(queue.retry(job)).isFalse();
  }

  @Test
  void aJobThatNobodyHasCanBeRemoved() throws Exception {
    queue.enqueue("a", requests(2));
    var held = take(1).get(0).job().id();
    var waiting =
        UUID.fromString(
            DATABASE.query("select job from callsheet_queue_item where state = 'waiting'").get(0));

    assertThat(queue.remove(held)).isFalse();
    assertThat(queue.remove(waiting)).isTrue();

    assertThat(queue.groups()).containsExactly(new QueueGroup("a", 0, 1, 0));
    assertThat(DATABASE.query("select waiting from callsheet_queue")).containsExactly("0");
  }

  @Test
  void whatIsOfferedAgainTakesNoRoomAndNoTurn() throws Exception {
    var first = request();
    var bounded = queue.withLimit(2);
    bounded.enqueue("a", Stream.of(first, request()));
    for (var i = 0; i < 9; i++) {
      assertThat(bounded.offer("a", first)).isTrue();
    }
    queue.enqueue("a", requests(2));
    queue.enqueue("b", requests(4));

    assertThat(takenGroups(8)).isEqualTo("a b a b a b a b");
    assertThat(DATABASE.query("select waiting from callsheet_queue")).containsExactly("0");
  }

  @Test
  void whatComesBeforeAWrongRequestIsAdded() {
    var wrong =
        request()
            .withChecker(
                any ->
                    List.of(
                        new Violation(
                            Severity.ERROR, "/prompt", new Problem.UnrecognizedParameter())));

    assertThatThrownBy(
            () -> queue.enqueue("a", Stream.concat(requests(205), Stream.of(wrong, request()))))
        .isInstanceOf(InvalidRequestException.class);

    assertThat(queue.groups()).containsExactly(new QueueGroup("a", 205, 0, 0));
  }

  @Test
  void whateverTheReasonIsAJobIsStopped() throws Exception {
    queue.enqueue("a", requests(1));
    var job = take(1).get(0).job().id();

    queue.run(connection -> items().stop(connection, job, "a\0b" + "c".repeat(100_000)));

    assertThat(queue.stopped(1).get(0).trouble().orElseThrow())
        .startsWith("a bccc")
        .hasSizeLessThan(2100);
  }

  @Test
  void aJobThatNobodyCanFindOutAboutIsStoppedAfterSomeTimes() throws Exception {
    queue.enqueue("a", requests(1));
    for (var i = 0; i < 5; i++) {
      var job = take(1).get(0).job().id();
      queue.run(connection -> items().doubt(connection, job, Duration.ZERO, "The reply was lost"));
    }

    assertThat(queue.groups()).containsExactly(new QueueGroup("a", 0, 0, 1));
    assertThat(queue.stopped(1).get(0).trouble()).contains("The reply was lost");
    assertThat(DATABASE.query("select waiting from callsheet_queue")).containsExactly("0");
  }

  @Test
  void whatHasEndedIsFreeForWhoeverTakesIt() throws Exception {
    queue.enqueue("a", requests(2));
    var living = WorkerLease.begin(DATABASE.source(), Duration.ofMinutes(5));
    DATABASE.execute(
        "insert into callsheet_job (job, endpoint, account, owner, finished)"
            + " select job, 'e', 'a', '%s', case when number = 1 then now() end"
                .formatted(living.worker())
            + " from callsheet_queue_item");

    var taken = take(2);

    assertThat(taken).extracting(QueueTable.Item::isRecorded).containsOnly(true);
    assertThat(DATABASE.query("select owner from callsheet_job order by finished"))
        .containsExactly(JobLeases.NOBODY.toString(), living.worker().toString());
    living.end();
  }

  @Test
  void whatIsReservedForAJobThatIsRemovedIsFreeUnlessItMayHaveBeenSent() throws Exception {
    queue.enqueue("a", requests(2));
    var budget = new PostgresqlBudget(DATABASE.source(), "films", Budget.of("10"));
    var waiting =
        DATABASE.query("select job from callsheet_queue_item").stream()
            .map(UUID::fromString)
            .toList();
    var price = new Price.Exact(new BigDecimal("2"), "USD", "one");
    waiting.forEach(job -> budget.reserve(job, "Still", price));
    DATABASE.execute(
        "insert into callsheet_job values ('%s', 'e', 'a', '%s')"
            .formatted(waiting.get(0), UUID.randomUUID()));

    waiting.forEach(queue::remove);

    assertThat(budget.spending().reserved()).isZero();
    assertThat(budget.spending().assumed()).isEqualByComparingTo("2");
  }

  @Test
  void resultsThatWaitInTheQueueAreKeptLongerThanOthers() throws Exception {
    queue.enqueue("a", requests(1));
    DATABASE.execute(
        "insert into callsheet_job (job, endpoint, account, owner, finished)"
            + " select job, 'e', 'a', job, now() - interval '1 year' from callsheet_queue_item"
            + " union all select gen_random_uuid(), 'e', 'a', gen_random_uuid(),"
            + " now() - interval '1 year'");

    new PostgresqlJournal(DATABASE.source())
        .open(new Scope(URI.create("https://api.example"), "a"))
        .close();

    assertThat(DATABASE.query("select job from callsheet_job"))
        .isEqualTo(DATABASE.query("select job from callsheet_queue_item"));
  }
}
