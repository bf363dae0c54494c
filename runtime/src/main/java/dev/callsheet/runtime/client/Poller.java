package dev.callsheet.runtime.client;

import dev.callsheet.runtime.client.JobListener.Polled;
import dev.callsheet.runtime.client.loop.Loop;
import dev.callsheet.runtime.client.transport.Message;
import dev.callsheet.runtime.client.wire.Reply;
import dev.callsheet.runtime.client.wire.Reply.Answer;
import dev.callsheet.runtime.client.wire.TaskReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Asks the server for the state of all running jobs: those whose turn it is together, each at an
 * interval of its own. A failed question only means another one later. Runs on the loop.
 */
final class Poller {
  private static final long NEVER = Long.MAX_VALUE;

  private final Engine engine;
  private final Loop loop;
  private final BatchLimit limit;
  private final PriorityQueue<Turn> turns =
      new PriorityQueue<>(Comparator.comparingLong(Turn::due));
  private long wakeAt = NEVER;

  Poller(Engine engine) {
    this.engine = engine;
    this.loop = engine.loop();
    this.limit = new BatchLimit(engine.polling().atOnce());
  }

  /** Asks for a job after a wait and then now and then, until it ends. */
  void follow(JobState<?> job, Duration wait) {
    follow(new Turn(job, engine.polling().first(), false), wait);
  }

  /**
   * As {@link #follow}, for a task just submitted: the server may tell of it without being asked.
   */
  void followSubmitted(JobState<?> job) {
    var turn = new Turn(job, engine.polling().first(), true);
    follow(turn, expectsNews(turn) ? engine.polling().longest() : engine.polling().first());
  }

  private void follow(Turn turn, Duration wait) {
    schedule(turn, engine.polling().jittered(wait, engine.random()));
  }

  /** Where the server tells of results by itself, questions are for those that got lost only. */
  private boolean expectsNews(Turn turn) {
    return turn.submittedHere() && engine.traffic().bringsNews();
  }

  private void schedule(Turn turn, Duration wait) {
    turn.due(loop.now() + wait.toNanos());
    turns.add(turn);
    wake();
  }

  /** Sets the alarm for the next turn, unless it goes off early enough already. */
  private void wake() {
    var next = turns.peek();
    if (next == null) {
      return;
    }
    var at = next.due();
    if (at < wakeAt) {
      wakeAt = at;
      loop.after(
          Duration.ofNanos(at - loop.now()),
          () -> {
            if (wakeAt == at) { // else an earlier alarm has taken this one's place
              wakeAt = NEVER;
              sweep();
            }
          });
    }
  }

  private void sweep() {
    var company = new ArrayList<Turn>();
    for (var turn : due()) {
      if (turn.alone()) {
        ask(List.of(turn));
      } else {
        company.add(turn);
      }
    }
    for (var from = 0; from < company.size(); from += limit.now()) {
      ask(List.copyOf(company.subList(from, Math.min(company.size(), from + limit.now()))));
    }
    wake();
  }

  private List<Turn> due() {
    var horizon = loop.now() + engine.polling().together().toNanos();
    var due = new ArrayList<Turn>();
    for (var turn = turns.peek(); turn != null && turn.due() <= horizon; turn = turns.peek()) {
      turns.remove();
      if (turn.job().isLive()) {
        due.add(turn);
      }
    }
    return due;
  }

  private void ask(List<Turn> asked) {
    var message = Message.poll(asked.stream().map(turn -> turn.job().id()).toList());
    var sent = loop.now();
    var unused =
        engine
            .traffic()
            .exchange(message)
            .thenAccept(reply -> answered(asked, reply, loop.since(sent)));
  }

  private void answered(List<Turn> asked, Reply reply, Duration took) {
    announce(asked, reply, took);
    if (asked.size() > 1 && refusesCompany(asked, reply)) {
      limit.refused(asked.size());
      for (var turn : asked) {
        schedule(turn, Duration.ZERO);
      }
      return;
    }
    if (asked.size() >= limit.now()) {
      limit.accepted();
    }
    for (var turn : asked) {
      if (asked.size() > 1) {
        turn.company(asked.size());
      }
      heard(turn, report(turn, asked, reply), asked.size() > 1, reply);
    }
  }

  private void heard(Turn turn, TaskReport report, boolean inCompany, Reply reply) {
    var job = turn.job();
    var news = job.report(report);
    if (report.isSilent()) {
      reply.trouble().ifPresent(job::trouble);
    }
    if (job.isLive()) {
      learn(turn, report.isSilent(), inCompany, reply);
      var polling = engine.polling();
      turn.pause(
          expectsNews(turn)
              ? polling.longest()
              : news ? polling.first() : polling.grown(turn.pause()));
      schedule(turn, polling.jittered(turn.pause(), engine.random()));
    }
  }

  /**
   * Who is passed over in company is asked alone next. An answer then says that the company is too
   * large for the server; none says that it does not know the task, and company makes no odds.
   */
  private void learn(Turn turn, boolean silent, boolean inCompany, Reply reply) {
    if (turn.alone() && !inCompany) {
      if (!silent) {
        limit.refused(turn.company());
      }
      turn.unknown(silent && reply instanceof Answer);
    }
    turn.alone(inCompany && silent && !turn.unknown() && reply instanceof Answer);
  }

  private static TaskReport report(Turn turn, List<Turn> asked, Reply reply) {
    return reply instanceof Answer answer
        ? TaskReport.of(answer, turn.job().id(), asked.size() == 1)
        : TaskReport.SILENT;
  }

  /** A refusal of the whole request, with not a word about any task in it. */
  private static boolean refusesCompany(List<Turn> asked, Reply reply) {
    return reply.refusesRequest()
        && asked.stream().allMatch(turn -> report(turn, asked, reply).isSilent());
  }

  private void announce(List<Turn> asked, Reply reply, Duration took) {
    var jobs = asked.stream().map(turn -> turn.job().id()).toList();
    var event = new Polled(jobs, took, reply.trouble().orElse(null));
    engine.announcer().tell(listener -> listener.onPolled(event));
  }
}
