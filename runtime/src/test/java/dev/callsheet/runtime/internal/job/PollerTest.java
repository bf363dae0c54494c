package dev.callsheet.runtime.internal.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.client.Clip;
import dev.callsheet.runtime.client.ClipRequest;
import dev.callsheet.runtime.client.job.JobStatus;
import dev.callsheet.runtime.client.policy.RatePolicy;
import dev.callsheet.runtime.internal.loop.VirtualEventLoop;
import dev.callsheet.runtime.internal.transport.Transport;
import dev.callsheet.runtime.internal.transport.TransportRequest;
import dev.callsheet.runtime.internal.wire.ApiReply;
import dev.callsheet.runtime.internal.wire.ApiReplyReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When and how jobs are polled, in virtual time. */
class PollerTest {
  private record Poll(Duration at, List<UUID> tasks) {}

  private final VirtualEventLoop loop = new VirtualEventLoop();
  private final List<Poll> polls = new ArrayList<>();
  private Function<List<UUID>, String> server = tasks -> states("processing", tasks);
  private final EventDispatcher events = new EventDispatcher(List.of());
  private boolean reportsUnasked;

  private final Transport transport =
      new Transport() {
        @Override
        public CompletableFuture<ApiReply> exchange(TransportRequest message) {
          polls.add(new Poll(Duration.ofNanos(loop.now()), message.tasks()));
          var body = server.apply(message.tasks());
          var status = body.contains("tooMany") ? 400 : 200;
          return CompletableFuture.completedFuture(
              new ApiReplyReader(text -> text, 1000)
                  .read(status, body.getBytes(StandardCharsets.UTF_8), null));
        }

        @Override
        public int maxConcurrency() {
          return 1000;
        }

        @Override
        public boolean sendsNotifications() {
          return reportsUnasked;
        }

        @Override
        public void close() {}
      };

  @AfterEach
  void close() {
    events.close();
  }

  private ActiveJob<Clip> job(ClientContext context) {
    return new ActiveJob<>(
        JobDefinition.known(UUID.randomUUID(), ClipRequest.TYPE, 1, Instant.EPOCH, null),
        JobStatus.RUNNING,
        context,
        ended -> {});
  }

  private List<ActiveJob<Clip>> followed(int jobs, RatePolicy rate) {
    var context = ClientContexts.virtual(transport, loop, events, rate);
    var poller = new Poller(context);
    var made = new ArrayList<ActiveJob<Clip>>();
    for (var i = 0; i < jobs; i++) {
      var job = job(context);
      poller.followSubmitted(job);
      made.add(job);
    }
    return made;
  }

  private static String states(String status, List<UUID> tasks) {
    return tasks.stream()
        .map(
            task ->
                "{\"taskUUID\":\"%s\",\"status\":\"%s\",\"videoUUID\":\"%s\"}"
                    .formatted(task, status, task))
        .collect(Collectors.joining(",", "{\"data\":[", "]}"));
  }

  private List<Long> millis() {
    return polls.stream().map(poll -> poll.at().toMillis()).toList();
  }

  @Test
  void increasesIntervalWhileNothingIsNew() {
    followed(1, RatePolicy.unlimited());
    loop.advance(Duration.ofSeconds(40));

    assertThat(millis()).containsExactly(1000L, 2500L, 4750L, 8125L, 13187L, 20781L, 30781L);
  }

  @Test
  void stopsPollingWhenTheResultIsDelivered() {
    server = tasks -> states("success", tasks);
    var job = followed(1, RatePolicy.unlimited()).get(0);
    loop.advance(Duration.ofMinutes(5));

    assertThat(polls).hasSize(1);
    assertThat(job.status()).isEqualTo(JobStatus.FINISHED);
  }

  @Test
  void pollsAThousandJobsInTenRequests() {
    followed(1000, RatePolicy.unlimited());
    loop.advance(Duration.ofMillis(1200));

    assertThat(polls).hasSize(10).allSatisfy(each -> assertThat(each.tasks()).hasSize(100));
  }

  @Test
  void neverPollsOneJobTwiceAtOnce() {
    followed(1000, RatePolicy.perSecond(2));
    loop.advance(Duration.ofSeconds(4));

    assertThat(polls.stream().flatMap(each -> each.tasks().stream())).doesNotHaveDuplicates();
    assertThat(polls).hasSizeBetween(6, 9);
  }

  @Test
  void findsLargestBatchSizeThatServerAccepts() {
    server =
        tasks ->
            tasks.size() > 12
                ? "{\"errors\":[{\"code\":\"tooMany\"}]}"
                : states("processing", tasks);
    followed(100, RatePolicy.unlimited());
    loop.advance(Duration.ofMillis(1200));
    polls.clear();
    loop.advance(Duration.ofMillis(1500));

    assertThat(polls).hasSize(9).allSatisfy(each -> assertThat(each.tasks().size()).isLessThan(13));
  }

  @Test
  void detectsThatServerIgnoresPartOfBatch() {
    server = tasks -> states("processing", tasks.subList(0, Math.min(3, tasks.size())));
    followed(8, RatePolicy.unlimited());
    loop.advance(Duration.ofSeconds(60));
    polls.clear();
    loop.advance(Duration.ofSeconds(20));

    assertThat(polls).allSatisfy(each -> assertThat(each.tasks().size()).isLessThan(4));
  }

  @Test
  void keepsTaskUnknownToServerInBatch() {
    var jobs = followed(8, RatePolicy.unlimited());
    var unknown = jobs.get(0).id();
    server =
        tasks ->
            states("processing", tasks.stream().filter(task -> !task.equals(unknown)).toList());
    loop.advance(Duration.ofSeconds(60));
    polls.clear();
    loop.advance(Duration.ofSeconds(10));

    assertThat(polls).singleElement().satisfies(each -> assertThat(each.tasks()).hasSize(8));
  }

  @Test
  void pollsRarelyWhenServerSendsNotifications() {
    reportsUnasked = true;
    followed(1, RatePolicy.unlimited());
    loop.advance(Duration.ofSeconds(40));

    assertThat(millis()).containsExactly(10_000L, 20_000L, 30_000L, 40_000L);
  }

  @Test
  void pollsSoonForTaskOfAnotherClient() {
    reportsUnasked = true;
    var context = ClientContexts.virtual(transport, loop, events, RatePolicy.unlimited());
    new Poller(context).followNow(job(context));
    loop.advance(Duration.ofSeconds(3));

    assertThat(millis()).startsWith(0L, 1500L);
  }
}
