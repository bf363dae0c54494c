package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.client.job.JobListener.Polled;
import dev.callsheet.runtime.internal.loop.EventLoop;
import dev.callsheet.runtime.internal.transport.TransportRequest;
import dev.callsheet.runtime.internal.wire.ApiReply;
import dev.callsheet.runtime.internal.wire.ApiReply.ParsedReply;
import dev.callsheet.runtime.internal.wire.TaskUpdate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Asks the server for the state of all running jobs: those whose turn it is together, each at an
 * interval of its own. A failed question only means another one later. Runs on the loop.
 */
public final class Poller {
  private static final long NEVER = Long.MAX_VALUE;

  private final ClientContext context;
  private final EventLoop loop;
  private final BatchLimit batchLimit;
  private final PriorityQueue<PollSchedule> schedules =
      new PriorityQueue<>(Comparator.comparingLong(PollSchedule::dueTime));
  private long wakeAt = NEVER;

  public Poller(ClientContext engine) {
    this.context = engine;
    this.loop = engine.loop();
    this.batchLimit = new BatchLimit(engine.pollPolicy().maxBatchSize());
  }

  /** Asks for a job after a wait and then now and then, until it ends. */
  void follow(JobState<?> job, Duration wait) {
    follow(new PollSchedule(job, context.pollPolicy().initialDelay(), false), wait);
  }

  /**
   * As {@link #follow}, for a task just submitted: the server may tell of it without being asked.
   */
  void followSubmitted(JobState<?> job) {
    var turn = new PollSchedule(job, context.pollPolicy().initialDelay(), true);
    follow(
        turn,
        expectsNotification(turn)
            ? context.pollPolicy().maxDelay()
            : context.pollPolicy().initialDelay());
  }

  private void follow(PollSchedule turn, Duration wait) {
    schedule(turn, context.pollPolicy().withJitter(wait, context.random()));
  }

  /** Where the server tells of results by itself, questions are for those that got lost only. */
  private boolean expectsNotification(PollSchedule turn) {
    return turn.isSubmittedHere() && context.scheduler().sendsNotifications();
  }

  private void schedule(PollSchedule turn, Duration wait) {
    turn.dueTime(loop.now() + wait.toNanos());
    schedules.add(turn);
    scheduleWakeUp();
  }

  /** Sets the alarm for the next turn, unless it goes off early enough already. */
  private void scheduleWakeUp() {
    var next = schedules.peek();
    if (next == null) {
      return;
    }
    var at = next.dueTime();
    if (at < wakeAt) {
      wakeAt = at;
      loop.schedule(
          Duration.ofNanos(at - loop.now()),
          () -> {
            if (wakeAt == at) { // else an earlier alarm has taken this one's place
              wakeAt = NEVER;
              pollDue();
            }
          });
    }
  }

  private void pollDue() {
    var company = new ArrayList<PollSchedule>();
    for (var turn : takeDue()) {
      if (turn.polledAlone()) {
        poll(List.of(turn));
      } else {
        company.add(turn);
      }
    }
    for (var from = 0; from < company.size(); from += batchLimit.current()) {
      poll(
          List.copyOf(
              company.subList(from, Math.min(company.size(), from + batchLimit.current()))));
    }
    scheduleWakeUp();
  }

  private List<PollSchedule> takeDue() {
    var horizon = loop.now() + context.pollPolicy().batchWindow().toNanos();
    var due = new ArrayList<PollSchedule>();
    for (var turn = schedules.peek();
        turn != null && turn.dueTime() <= horizon;
        turn = schedules.peek()) {
      schedules.remove();
      if (turn.job().isActive()) {
        due.add(turn);
      }
    }
    return due;
  }

  private void poll(List<PollSchedule> asked) {
    var message = TransportRequest.poll(asked.stream().map(turn -> turn.job().id()).toList());
    var sent = loop.now();
    var unused =
        context
            .scheduler()
            .exchange(message)
            .thenAccept(reply -> onReply(asked, reply, loop.elapsedSince(sent)));
  }

  private void onReply(List<PollSchedule> asked, ApiReply reply, Duration took) {
    dispatchPolled(asked, reply, took);
    if (asked.size() > 1 && rejectsBatch(asked, reply)) {
      batchLimit.onRefused(asked.size());
      for (var turn : asked) {
        schedule(turn, Duration.ZERO);
      }
      return;
    }
    if (asked.size() >= batchLimit.current()) {
      batchLimit.onAccepted();
    }
    for (var turn : asked) {
      if (asked.size() > 1) {
        turn.lastBatchSize(asked.size());
      }
      onTaskUpdate(turn, taskUpdate(turn, asked, reply), asked.size() > 1, reply);
    }
  }

  private void onTaskUpdate(
      PollSchedule turn, TaskUpdate report, boolean inCompany, ApiReply reply) {
    var job = turn.job();
    var news = job.onUpdate(report);
    if (report.isEmpty()) {
      reply.firstError().ifPresent(job::onPollError);
    }
    if (job.isActive()) {
      adjustBatching(turn, report.isEmpty(), inCompany, reply);
      var polling = context.pollPolicy();
      turn.interval(
          expectsNotification(turn)
              ? polling.maxDelay()
              : news ? polling.initialDelay() : polling.nextDelay(turn.interval()));
      schedule(turn, polling.withJitter(turn.interval(), context.random()));
    }
  }

  /**
   * Who is passed over in company is asked alone next. An answer then says that the company is too
   * large for the server; none says that it does not know the task, and company makes no odds.
   */
  private void adjustBatching(
      PollSchedule turn, boolean silent, boolean inCompany, ApiReply reply) {
    if (turn.polledAlone() && !inCompany) {
      if (!silent) {
        batchLimit.onRefused(turn.lastBatchSize());
      }
      turn.unknownToServer(silent && reply instanceof ParsedReply);
    }
    turn.polledAlone(
        inCompany && silent && !turn.unknownToServer() && reply instanceof ParsedReply);
  }

  private static TaskUpdate taskUpdate(
      PollSchedule turn, List<PollSchedule> asked, ApiReply reply) {
    return reply instanceof ParsedReply answer
        ? TaskUpdate.of(answer, turn.job().id(), asked.size() == 1)
        : TaskUpdate.EMPTY;
  }

  /** A refusal of the whole request, with not a word about any task in it. */
  private static boolean rejectsBatch(List<PollSchedule> asked, ApiReply reply) {
    return reply.isRequestRefused()
        && asked.stream().allMatch(turn -> taskUpdate(turn, asked, reply).isEmpty());
  }

  private void dispatchPolled(List<PollSchedule> asked, ApiReply reply, Duration took) {
    var jobs = asked.stream().map(turn -> turn.job().id()).toList();
    var event = new Polled(jobs, took, reply.firstError().orElse(null));
    context.events().dispatch(listener -> listener.onPolled(event));
  }
}
