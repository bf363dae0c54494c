package dev.callsheet.sandbox.internal.platform;

import dev.callsheet.runtime.internal.platform.RequestFactory;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import dev.callsheet.runtime.protocol.PlatformProtocol.Cancel;
import dev.callsheet.runtime.protocol.PlatformProtocol.Find;
import dev.callsheet.runtime.protocol.PlatformProtocol.Poll;
import dev.callsheet.runtime.protocol.PlatformProtocol.ReplyKind;
import dev.callsheet.runtime.protocol.RemoteState;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.internal.http.DelayedHttpReply;
import dev.callsheet.sandbox.internal.http.PreparedHttpReply;
import dev.callsheet.sandbox.internal.ledger.RecordingLedger;
import dev.callsheet.sandbox.internal.limit.JsonWeight;
import dev.callsheet.sandbox.internal.limit.Retention;
import dev.callsheet.sandbox.internal.media.MediaStore;
import dev.callsheet.sandbox.internal.platform.RefusalException.Reason;
import dev.callsheet.sandbox.internal.render.AcceptedTask;
import dev.callsheet.sandbox.internal.render.FakeRenderer;
import dev.callsheet.sandbox.internal.render.TaskQuote;
import dev.callsheet.sandbox.internal.render.TaskStatus;
import dev.callsheet.sandbox.internal.service.DueTime;
import dev.callsheet.sandbox.internal.service.RequestKind;
import dev.callsheet.sandbox.internal.state.SandboxState;
import dev.callsheet.sandbox.ledger.LedgerEntry;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.SandboxDescription;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers requests as a platform's description says. */
public final class PlatformService {
  private static final int UNAVAILABLE = 503;
  private static final int GATEWAY_TIMEOUT = 504;

  private final PlatformProtocol protocol;
  private final SandboxBehavior behavior;
  private final KeyCheck keys;
  private final SubmissionReader submissions;
  private final ErrorReplies errors;
  private final StateReplies states;
  private final TaskAddresses addresses;
  private final FakeRenderer renderer;
  private final MediaStore media;
  private final FileUploads files;
  private final HoldRequests holds;
  private final RecordingLedger ledger;
  private final InstantSource clock;
  private final TaskRegistry tasks;
  private final List<Endpoint> endpoints = new ArrayList<>();

  /** What a request of a kind is answered with. */
  @FunctionalInterface
  private interface Answer {
    DelayedHttpReply to(PlatformCall call, Map<String, String> names) throws RefusalException;
  }

  private record Endpoint(RequestPattern pattern, RequestKind kind, Answer answer) {}

  /**
   * A request that the description knows.
   *
   * @param kind what it is for
   * @param reply handles it with its body, and makes its reply
   */
  record KnownRequest(RequestKind kind, Function<PlatformCall, DelayedHttpReply> reply) {
    DelayedHttpReply handle(PlatformCall call) {
      return reply.apply(call);
    }
  }

  /**
   * A platform that begins with the tasks of the state.
   *
   * @param retention how long tasks are kept
   */
  public PlatformService(
      PlayedPlatform played,
      FakeRenderer renderer,
      MediaStore media,
      FileUploads files,
      RecordingLedger ledger,
      Retention retention,
      SandboxState state,
      InstantSource clock) {
    this.protocol = played.protocol();
    this.behavior = played.behavior();
    this.keys = new KeyCheck(protocol, played.apiKeys());
    this.submissions = new SubmissionReader(played, clock.withZone(ZoneOffset.UTC));
    this.addresses = new TaskAddresses(protocol, played.endpoint());
    this.errors = new ErrorReplies(protocol);
    this.states =
        new StateReplies(protocol, played.platform().sandbox().headers(), addresses, errors);
    this.renderer = renderer;
    this.media = media;
    this.files = files;
    this.holds = new HoldRequests(played.platform().sandbox().hold());
    this.ledger = ledger;
    this.tasks =
        new TaskRegistry(
            retention,
            state,
            (model, body, render, end) -> {
              Submission submission = submissions.restored(model, body);
              return new PlatformTask(
                  submission, renderer.restore(render, submission.described()), end);
            });
    tasks.all().forEach(task -> task.render().restoreCharge(ledger));
    this.clock = clock;
    addEndpoints(played.platform().sandbox());
  }

  /** Those that say most of an address come first: a model's id is any text. */
  private void addEndpoints(SandboxDescription sandbox) {
    for (SandboxDescription.FileRequest file : sandbox.files()) {
      add(
          file.request(),
          RequestKind.OTHER,
          (call, names) ->
              DelayedHttpReply.immediate(PreparedHttpReply.json(200, files.request(file, call))));
    }
    Find find = protocol.once().find();
    if (find != null) {
      TaskListReplies list = new TaskListReplies(find, addresses);
      add(
          find.request(),
          RequestKind.POLL,
          (call, names) -> reply(list.list(call, names, tasks.all())));
    }
    Poll poll = protocol.poll();
    if (poll != null) {
      add(poll.request(), RequestKind.POLL, (call, names) -> poll(names, poll));
    }
    String result = protocol.result().request();
    if (result != null) {
      add(result, RequestKind.POLL, (call, names) -> result(names));
    }
    Cancel cancel = protocol.cancel();
    if (cancel != null) {
      add(cancel.request(), RequestKind.OTHER, (call, names) -> cancel(names, cancel));
    }
    add(protocol.submit().request(), RequestKind.SUBMIT, this::submit);
    sandbox.submit().forEach(line -> add(line, RequestKind.SUBMIT, this::submit));
  }

  private void add(String line, RequestKind kind, Answer answer) {
    endpoints.add(new Endpoint(addresses.pattern(line), kind, answer));
  }

  /** The task of that name, if it is not forgotten. */
  public Optional<TaskStatus> status(String id) {
    return tasks
        .find(id)
        .map(task -> new TaskStatus(task.render(), task.model(), task.isEndedByCaller()));
  }

  /** What a request is, by its method and address alone; empty where there is no such. */
  Optional<KnownRequest> find(PlatformCall call) {
    return endpoints.stream()
        .flatMap(
            endpoint ->
                endpoint.pattern().match(call).stream()
                    .map(
                        names ->
                            new KnownRequest(
                                endpoint.kind(), whole -> answer(endpoint.answer(), whole, names))))
        .findFirst();
  }

  private DelayedHttpReply answer(Answer answer, PlatformCall call, Map<String, String> names) {
    try {
      keys.check(call);
      return answer.to(call, names);
    } catch (RefusalException refused) {
      return reply(errors.refusal(refused));
    }
  }

  /** The reply to a request that the description has no such of. */
  PreparedHttpReply unknownAddress(PlatformCall call) {
    return errors
        .refusal(
            new RefusalException(
                Reason.NOT_FOUND,
                "not_found",
                "Nothing in the description of "
                    + protocol.title()
                    + " is at "
                    + call.method()
                    + " "
                    + call.path()))
        .toReply();
  }

  /** A refusal with that status, such as of a fault. */
  PreparedHttpReply error(int status, String code, String message) {
    return errors.refusal(status, List.of(PlatformError.of(code, message))).toReply();
  }

  /** The reply of a fault that is a code alone: a refusal, with the status that the code has. */
  PreparedHttpReply error(String code, String message) {
    return errors.refusal(new RefusalException(Reason.INVALID_REQUEST, code, message)).toReply();
  }

  private DelayedHttpReply submit(PlatformCall call, Map<String, String> names) {
    String id = UUID.randomUUID().toString();
    Submission submission;
    try {
      submission = submissions.read(call, names);
    } catch (RefusalException refused) {
      recordRejection(id, refused.getMessage());
      return reply(errors.refusal(refused));
    }
    String header = protocol.once().key();
    String key = header == null ? null : call.header(header).orElse(null);
    Optional<TaskRegistry.Registration> registration =
        tasks.register(
            key,
            JsonWeight.of(submission.body())
                + call.path().length()
                + (key == null ? 0 : key.length()),
            () -> new PlatformTask(submission, render(submission, id)));
    if (registration.isEmpty()) {
      recordRejection(id, "no room");
      return DelayedHttpReply.immediate(
          error(
              UNAVAILABLE,
              "service_unavailable",
              "Too many large tasks run at once; try again later."));
    }
    TaskRegistry.Registration taken = registration.get();
    PlatformTask task = taken.task();
    ledger.record(LedgerEntry.Kind.SUBMIT, task.id(), "submitted");
    if (taken.isRepetition()) {
      ledger.record(LedgerEntry.Kind.CONFLICT, task.id(), "recognized by its key as a repetition");
    } else {
      TaskQuote quote = task.render().quote();
      ledger.charge(task.id(), quote.chargedAmount(), quote.why());
    }
    return protocol.submit().reply() == ReplyKind.RESULT
        ? delivery(task)
        : acceptance(task, holds.wanted(call));
  }

  private void recordRejection(String id, @Nullable String why) {
    ledger.record(LedgerEntry.Kind.SUBMIT, id, "submitted");
    ledger.record(LedgerEntry.Kind.REJECTION, id, "rejected: " + why);
  }

  /** A reply that says the state is held as long as the caller wants, but not beyond the end. */
  private DelayedHttpReply acceptance(PlatformTask task, Duration wanted) {
    Duration longest = wanted.compareTo(behavior.syncWindow()) > 0 ? behavior.syncWindow() : wanted;
    Duration left = DueTime.until(task.render().finishedAt(), clock);
    return new DelayedHttpReply(
        left.compareTo(longest) > 0 ? longest : left,
        () -> {
          Instant now = clock.instant();
          if (protocol.submit().reply() == ReplyKind.STATE && protocol.result().request() == null) {
            recordIfDelivered(LedgerEntry.Kind.REPLY, task, task.state(now));
          }
          return states.accepted(task, now).toReply();
        });
  }

  private AcceptedTask render(Submission submission, String id) {
    Optional<ModelSpec> spec = submission.described();
    return spec.filter(renderer::canRender).isPresent()
        ? renderer.render(spec.orElseThrow(), submission.input(), id)
        : renderer.renderPicture(
            submission.input(),
            id,
            spec.map(model -> TaskQuote.of(model, submission.input(), media))
                .orElseGet(
                    () -> TaskQuote.nothing("no spec describes it; the sandbox charges nothing")));
  }

  /** A submission whose reply is the result is held until that is there, or for too long. */
  private DelayedHttpReply delivery(PlatformTask task) {
    Duration window = behavior.syncWindow();
    Instant end = task.render().startedAt().plus(window);
    return task.render().isFinished(end)
        ? new DelayedHttpReply(
            DueTime.until(task.render().finishedAt(), clock),
            () -> {
              recordIfDelivered(LedgerEntry.Kind.REPLY, task, task.state(clock.instant()));
              return states.delivered(task).toReply();
            })
        : new DelayedHttpReply(
            DueTime.until(end, clock),
            () -> error(GATEWAY_TIMEOUT, "timeout", "The task takes longer than a reply may."));
  }

  private DelayedHttpReply poll(Map<String, String> names, Poll poll) {
    Instant now = clock.instant();
    Optional<PlatformTask> task = task(names);
    if (protocol.result().request() == null) {
      task.ifPresent(one -> recordIfDelivered(LedgerEntry.Kind.POLL, one, one.state(now)));
    }
    return reply(task.map(one -> states.polled(one, poll, now)).orElseGet(states::unknown));
  }

  private DelayedHttpReply result(Map<String, String> names) {
    Instant now = clock.instant();
    Optional<PlatformTask> task = task(names);
    task.ifPresent(one -> recordIfDelivered(LedgerEntry.Kind.POLL, one, one.state(now)));
    return reply(task.map(one -> states.result(one, now)).orElseGet(states::unknown));
  }

  private DelayedHttpReply cancel(Map<String, String> names, Cancel cancel) {
    Instant now = clock.instant();
    Optional<PlatformTask> task = task(names);
    if (task.isEmpty() || task.get().state(now) == RemoteState.GONE) {
      return reply(states.unknown());
    }
    PlatformTask known = task.get();
    RemoteState before = known.cancel(now);
    boolean isCancelled = before == RemoteState.WAITING || before == RemoteState.RUNNING;
    if (isCancelled) {
      ledger.record(LedgerEntry.Kind.CANCEL, known.id(), "cancelled");
    }
    ReplyDraft reply = states.cancelled(known, cancel, before, now);
    if (cancel.deletes()) {
      known.delete();
    }
    tasks.keepEnd(known);
    return reply(reply);
  }

  private void recordIfDelivered(LedgerEntry.Kind kind, PlatformTask task, RemoteState state) {
    if (state == RemoteState.DONE) {
      ledger.record(kind, task.id(), "result delivered");
    }
  }

  /** The task that an address names, if the rest of the address is that of its model. */
  private Optional<PlatformTask> task(Map<String, String> names) {
    return tasks
        .find(names.get("id"))
        .filter(
            task -> {
              Map<String, String> own = RequestFactory.modelNames(protocol, task.model());
              return names.entrySet().stream()
                  .allMatch(
                      name ->
                          name.getValue().equals(own.getOrDefault(name.getKey(), name.getValue())));
            });
  }

  private static DelayedHttpReply reply(ReplyDraft draft) {
    return DelayedHttpReply.immediate(draft.toReply());
  }
}
