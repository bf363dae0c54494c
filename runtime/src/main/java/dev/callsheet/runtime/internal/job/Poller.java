package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.client.job.JobListener.Polled;
import dev.callsheet.runtime.client.policy.PollPolicy;
import dev.callsheet.runtime.internal.loop.EventLoop;
import dev.callsheet.runtime.internal.loop.LoopAlarm;
import dev.callsheet.runtime.internal.transport.TransportRequest;
import dev.callsheet.runtime.internal.wire.ApiReply;
import dev.callsheet.runtime.internal.wire.ApiReply.ParsedReply;
import dev.callsheet.runtime.internal.wire.ErrorCodes;
import dev.callsheet.runtime.internal.wire.TaskUpdate;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Asks the server for the state of all running jobs, each at intervals of its own, those that are
 * due at about the same time in one request. A poll that fails is repeated at the next interval.
 * Runs on the loop.
 */
final class Poller {
  private static final System.Logger LOG = System.getLogger(Poller.class.getName());

  private final ClientContext context;
  private final EventLoop loop;
  private final PollPolicy policy;
  private final BatchLimit batchLimit;
  private final LoopAlarm alarm;
  private final PriorityQueue<PollSchedule> schedules =
      new PriorityQueue<>(Comparator.comparingLong(PollSchedule::dueTime));

  Poller(ClientContext context) {
    this.context = context;
    this.loop = context.loop();
    this.policy = context.pollPolicy();
    this.batchLimit = new BatchLimit(policy.maxBatchSize());
    this.alarm = new LoopAlarm(loop, this::pollDue);
  }

  /** Polls a job now, and then at intervals until it ends. */
  void followNow(ActiveJob<?> job) {
    follow(new PollSchedule(job, policy.initialDelay(), false), Duration.ZERO);
  }

  /** Polls a job that this client has just submitted, at intervals until it ends. */
  void followSubmitted(ActiveJob<?> job) {
    if (job.isActive()) {
      var schedule = new PollSchedule(job, policy.initialDelay(), true);
      follow(schedule, expectsNotification(schedule) ? policy.maxDelay() : policy.initialDelay());
    }
  }

  private void follow(PollSchedule schedule, Duration delay) {
    schedule(schedule, policy.withJitter(delay, context.random()));
  }

  /** Where the server reports results by itself, polls are only for reports that got lost. */
  private boolean expectsNotification(PollSchedule schedule) {
    return schedule.isSubmittedHere() && context.scheduler().sendsNotifications();
  }

  private void schedule(PollSchedule schedule, Duration delay) {
    schedule.setDueTime(loop.now() + delay.toNanos());
    schedule.setQueued(true);
    schedules.add(schedule);
    setAlarm();
  }

  private void setAlarm() {
    var next = schedules.peek();
    if (next != null) {
      alarm.setNoLaterThan(next.dueTime());
    }
  }

  private void pollDue() {
    try {
      batchesOf(takeDue()).forEach(this::poll);
    } finally {
      setAlarm();
    }
  }

  private List<List<PollSchedule>> batchesOf(List<PollSchedule> due) {
    var batches = new ArrayList<List<PollSchedule>>();
    var batched = new ArrayList<PollSchedule>();
    for (var schedule : due) {
      if (schedule.isPolledAlone()) {
        batches.add(List.of(schedule));
      } else {
        batched.add(schedule);
      }
    }
    for (var from = 0; from < batched.size(); from += batchLimit.current()) {
      var to = Math.min(batched.size(), from + batchLimit.current());
      batches.add(List.copyOf(batched.subList(from, to)));
    }
    return batches;
  }

  private List<PollSchedule> takeDue() {
    var horizon = loop.now() + policy.batchWindow().toNanos();
    var due = new ArrayList<PollSchedule>();
    for (var next = schedules.peek();
        next != null && next.dueTime() <= horizon;
        next = schedules.peek()) {
      schedules.remove();
      next.setQueued(false);
      if (next.job().isActive()) {
        due.add(next);
      }
    }
    return due;
  }

  private void poll(List<PollSchedule> batch) {
    var request =
        TransportRequest.poll(batch.stream().map(polled -> polled.job().taskHandle()).toList());
    var sent = loop.now();
    var unused =
        context
            .scheduler()
            .exchange(request)
            .thenAccept(reply -> onReply(batch, reply, loop.elapsedSince(sent)))
            .exceptionally(
                fault -> {
                  onFault(batch, fault);
                  return null;
                });
  }

  /** Whatever went wrong, no job is left that nobody asks for any more. */
  private void onFault(List<PollSchedule> batch, Throwable fault) {
    LOG.log(Level.ERROR, "A poll failed", fault);
    batch.stream()
        .filter(schedule -> !schedule.isQueued() && schedule.job().isActive())
        .forEach(schedule -> follow(schedule, policy.maxDelay()));
  }

  private void onReply(List<PollSchedule> batch, ApiReply reply, Duration duration) {
    dispatchPolled(batch, reply, duration);
    if (batch.size() > 1 && isBatchRefused(batch, reply)) {
      batchLimit.onRefused(batch.size());
      for (var schedule : batch) {
        schedule(schedule, Duration.ZERO);
      }
      return;
    }
    batchLimit.onAccepted(batch.size());
    for (var schedule : batch) {
      if (batch.size() > 1) {
        schedule.setLastBatchSize(batch.size());
      }
      takeInAndFollow(schedule, batch, reply);
    }
  }

  /** Whatever becomes of this report, the job is asked for again until it ends. */
  private void takeInAndFollow(PollSchedule schedule, List<PollSchedule> batch, ApiReply reply) {
    var job = schedule.job();
    var isNews = false;
    try {
      isNews = takeIn(schedule, batch, reply);
    } catch (RuntimeException | Error fault) {
      LOG.log(Level.ERROR, "A report on job " + job.id() + " cannot be taken in", fault);
      job.handle(
          new JobEvent.FollowFailed(
              ErrorCodes.localError(
                  "clientFailed", "A report cannot be taken in: " + fault, null)));
    } finally {
      if (job.isActive()) {
        schedule.setInterval(
            expectsNotification(schedule)
                ? policy.maxDelay()
                : isNews ? policy.initialDelay() : policy.nextDelay(schedule.interval()));
        follow(schedule, schedule.interval());
      }
    }
  }

  /** Returns whether there was anything new in a reply on a job. */
  private boolean takeIn(PollSchedule schedule, List<PollSchedule> batch, ApiReply reply) {
    var update = taskUpdate(schedule, batch, reply);
    var job = schedule.job();
    var isNews = job.onUpdate(update);
    if (update.isEmpty()) {
      reply.firstError().ifPresent(error -> job.handle(new JobEvent.FollowFailed(error)));
    }
    if (job.isActive()) {
      batchLimit.adjust(schedule, batch.size() > 1, update.isEmpty(), reply instanceof ParsedReply);
    }
    return isNews;
  }

  private static TaskUpdate taskUpdate(
      PollSchedule schedule, List<PollSchedule> batch, ApiReply reply) {
    return reply instanceof ParsedReply parsed
        ? TaskUpdate.of(parsed, schedule.job().id(), batch.size() == 1)
        : TaskUpdate.EMPTY;
  }

  /**
   * Whether the server refused the whole request, without a word on any task in it, or answered
   * with more than is taken from it.
   */
  private static boolean isBatchRefused(List<PollSchedule> batch, ApiReply reply) {
    return reply.firstError().filter(ErrorCodes::isTooLarge).isPresent()
        || (reply.isRequestRefused()
            && batch.stream().allMatch(schedule -> taskUpdate(schedule, batch, reply).isEmpty()));
  }

  private void dispatchPolled(List<PollSchedule> batch, ApiReply reply, Duration duration) {
    var jobs = batch.stream().map(schedule -> schedule.job().id()).toList();
    var event = new Polled(jobs, duration, reply.firstError().orElse(null));
    context.events().dispatch(listener -> listener.onPolled(event));
  }
}
