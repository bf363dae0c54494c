package dev.callsheet.runtime.internal.platform;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.job.Cancellation;
import dev.callsheet.runtime.client.policy.ResponseLimits;
import dev.callsheet.runtime.internal.media.StorageCalls;
import dev.callsheet.runtime.internal.transport.ApiKey;
import dev.callsheet.runtime.internal.transport.HttpReply;
import dev.callsheet.runtime.internal.transport.HttpSender;
import dev.callsheet.runtime.internal.transport.SharedHttpClient;
import dev.callsheet.runtime.internal.transport.TaskHandle;
import dev.callsheet.runtime.internal.transport.Transport;
import dev.callsheet.runtime.internal.transport.TransportRequest;
import dev.callsheet.runtime.internal.wire.ApiReply;
import dev.callsheet.runtime.internal.wire.ApiReply.ParsedReply;
import dev.callsheet.runtime.internal.wire.ErrorCodes;
import dev.callsheet.runtime.internal.wire.ReplyItemState;
import dev.callsheet.runtime.internal.wire.ReplyJson;
import dev.callsheet.runtime.internal.wire.SecretRedaction;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import dev.callsheet.runtime.protocol.PlatformProtocol.Cancel;
import dev.callsheet.runtime.protocol.PlatformProtocol.ErrorPlace;
import dev.callsheet.runtime.protocol.PlatformProtocol.Find;
import dev.callsheet.runtime.protocol.PlatformProtocol.Poll;
import dev.callsheet.runtime.protocol.PlatformProtocol.ReplyKind;
import dev.callsheet.runtime.protocol.RemoteState;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Carries requests about tasks to a platform as its description says, one task at a time. */
public final class DescribedTransport implements Transport {
  private static final int MAX_CONCURRENCY = 32;

  /** In place of a reply, where there is nothing to ask for. */
  private static final PlatformReply NOTHING = PlatformReply.ofBody(MissingNode.getInstance());

  private final PlatformProtocol protocol;
  private final ApiKey key;
  private final RequestFactory requests;
  private final PlatformErrors errors;
  private final TaskReplies replies;
  private final TaskSearch search;
  private final HttpSender sender;
  private final Duration timeout;
  private final Clock clock;

  /**
   * A transport.
   *
   * @param endpoint the address to use instead of the description's; null for none
   * @param net what sends; closed with this transport
   * @param timeout the longest time from sending a request to the last byte of its reply
   * @param limits how much is taken of a reply
   * @param clock what a date in {@code Retry-After} is compared with
   */
  public DescribedTransport(
      PlatformProtocol protocol,
      @Nullable URI endpoint,
      ApiKey key,
      SharedHttpClient net,
      Duration timeout,
      ResponseLimits limits,
      Clock clock) {
    this.protocol = protocol;
    this.key = key;
    this.timeout = timeout;
    this.clock = clock;
    this.requests = new RequestFactory(protocol, endpoint, key);
    this.errors = new PlatformErrors(protocol, limits.messageLength());
    this.replies = new TaskReplies(protocol, errors, clock);
    this.search = new TaskSearch(replies);
    this.sender = new HttpSender(net, limits, key::redactIn);
  }

  @Override
  public CompletableFuture<ApiReply> exchange(TransportRequest message) {
    var task = message.handles().get(0);
    return switch (message.purpose()) {
      case SUBMISSION -> submit(task, message.body());
      case LOOKUP -> find(task, message.body());
      case POLL -> poll(task);
    };
  }

  /** Results may have an address of their own, and a list several pages. */
  @Override
  public int requests(TransportRequest message) {
    return switch (message.purpose()) {
      case SUBMISSION -> resultRequests(protocol.submit().reply() == ReplyKind.STATE);
      case POLL -> resultRequests(true);
      case LOOKUP -> TaskSearch.MAX_PAGES;
    };
  }

  private int resultRequests(boolean maySayDone) {
    return maySayDone && protocol.result().request() != null ? 2 : 1;
  }

  @Override
  public int maxConcurrency() {
    return MAX_CONCURRENCY;
  }

  private CompletableFuture<ApiReply> submit(TaskHandle task, byte[] body) {
    var submit = protocol.submit();
    var names = RequestFactory.submissionNames(protocol, task.model(), json(body));
    var headers = new HashMap<>(submit.headers());
    var header = protocol.once().key();
    if (header != null) {
      headers.put(header, task.job().toString());
    }
    return send(
        submit.request(),
        Map.of(),
        names,
        headers,
        body,
        submit.timeout() == null ? timeout : submit.timeout().duration(),
        reply -> onSubmitted(task, reply));
  }

  private CompletableFuture<ApiReply> onSubmitted(TaskHandle task, PlatformReply reply) {
    var submit = protocol.submit();
    if (!reply.isStatus(submit.accepted())) {
      return completed(replies.refused(reply));
    }
    if (!reply.isReadable()) {
      return completed(replies.unreadable(reply, "something that is not JSON"));
    }
    var reference = TaskReference.of(reply, submit.id(), submit.links());
    if (submit.reply() == ReplyKind.RESULT) {
      return completed(replies.delivered(reply, task.job(), reference.orElse(null)));
    }
    if (reference.isEmpty()) {
      return completed(replies.unreadable(reply, "no name for the task"));
    }
    var poll = protocol.poll();
    return submit.reply() == ReplyKind.STATE && poll != null
        ? onPolled(task, reference.get(), poll, reply)
        : completed(replies.running(reply, task.job(), reference.get()));
  }

  private CompletableFuture<ApiReply> poll(TaskHandle task) {
    var poll = protocol.poll();
    var name = task.reference();
    if (poll == null || name == null) {
      var lost =
          ErrorCodes.localError(
              "resultLost",
              protocol.title() + " has answered with the result, which was lost before it was kept",
              null);
      return completed(replies.failed(NOTHING, task.job(), lost, null));
    }
    var reference = TaskReference.parse(name);
    return send(
        poll.request(),
        poll.query(),
        names(task, reference),
        Map.of(),
        null,
        timeout,
        reply -> onPolled(task, reference, poll, reply));
  }

  private CompletableFuture<ApiReply> onPolled(
      TaskHandle task, TaskReference reference, Poll poll, PlatformReply reply) {
    var state = replies.state(reply, poll);
    if (state.isEmpty()) {
      return completed(
          reply.status() >= 300
              ? replies.refused(reply)
              : replies.unreadable(reply, "no state of the task"));
    }
    var request = protocol.result().request();
    return state.get() == RemoteState.DONE && request != null
        ? send(
            request,
            Map.of(),
            names(task, reference),
            Map.of(),
            null,
            timeout,
            result -> completed(onResult(task, reference, poll, result)))
        : completed(replyTo(task, reference, poll, state.get(), ErrorPlace.FAILURE, reply));
  }

  /** A refusal in place of the result is its failure, unless it is about the call. */
  private ApiReply onResult(
      TaskHandle task, TaskReference reference, Poll poll, PlatformReply reply) {
    var state = reply.state(protocol.result().when());
    if (state.isPresent()) {
      return replyTo(task, reference, poll, state.get(), ErrorPlace.RESULT, reply);
    }
    if (reply.status() < 300) {
      return reply.isReadable()
          ? replies.delivered(reply, task.job(), reference)
          : replies.unreadable(reply, "something that is not JSON");
    }
    var refusal = replies.refused(reply);
    return refusal.isCallFailure()
        ? refusal
        : replies.failed(reply, task.job(), ErrorPlace.RESULT, reference);
  }

  private ApiReply replyTo(
      TaskHandle task,
      TaskReference reference,
      Poll poll,
      RemoteState state,
      ErrorPlace place,
      PlatformReply reply) {
    var job = task.job();
    return switch (state) {
      case WAITING, RUNNING ->
          replies.isOverdue(task.submitted(), poll)
              ? replies.failed(reply, job, overdue(poll), reference)
              : replies.running(reply, job, reference);
      case DONE -> replies.delivered(reply, job, reference);
      case FAILED -> replies.failed(reply, job, place, reference);
      case CANCELLED ->
          replies.failed(
              reply,
              job,
              ErrorCodes.localError("taskCancelled", "The task was cancelled", null),
              reference);
      case GONE -> replies.gone(reply, job);
    };
  }

  @Override
  public CompletableFuture<Cancellation> cancel(TaskHandle task) {
    var cancel = protocol.cancel();
    var name = task.reference();
    if (cancel == null || name == null) {
      return CompletableFuture.completedFuture(Cancellation.NOT_POSSIBLE);
    }
    if (!cancel.deletes()) {
      return sendCancel(task, cancel, name);
    }
    return poll(task)
        .thenCompose(
            state ->
                state instanceof ParsedReply known
                        && !known.items().isEmpty()
                        && known.items().get(0).state() == ReplyItemState.RUNNING
                    ? sendCancel(task, cancel, name)
                    : CompletableFuture.completedFuture(
                        state.firstError().isPresent()
                            ? Cancellation.UNKNOWN
                            : Cancellation.TOO_LATE));
  }

  private CompletableFuture<Cancellation> sendCancel(TaskHandle task, Cancel cancel, String name) {
    return requests
        .request(cancel.request(), Map.of(), names(task, TaskReference.parse(name)), Map.of(), null)
        .map(request -> sender.send(request, timeout))
        .map(sent -> sent.thenApply(reply -> cancellation(cancel, reply)))
        .orElseGet(() -> CompletableFuture.completedFuture(Cancellation.NOT_POSSIBLE));
  }

  private Cancellation cancellation(Cancel cancel, HttpReply reply) {
    if (!(reply instanceof HttpReply.Received received)) {
      return Cancellation.UNKNOWN;
    }
    var read = platformReply(received);
    return read.state(cancel.when())
        .map(
            state ->
                switch (state) {
                  case WAITING, RUNNING -> Cancellation.REQUESTED;
                  case DONE, FAILED, GONE -> Cancellation.TOO_LATE;
                  case CANCELLED -> Cancellation.CANCELLED;
                })
        .orElse(read.status() < 300 ? Cancellation.CANCELLED : Cancellation.UNKNOWN);
  }

  private static ApiError overdue(Poll poll) {
    return ErrorCodes.localError(
        "taskTimeout", "The task has not ended within " + poll.giveUp().text(), null);
  }

  private CompletableFuture<ApiReply> find(TaskHandle task, byte[] body) {
    var find = protocol.once().find();
    if (find == null) {
      return completed(replies.refused(NOTHING));
    }
    var names = requests.modelNames(task.model());
    names.put("since", task.submitted().minus(TaskSearch.CLOCK_SKEW).toString());
    return findPage(task, find, json(body), find.request(), find.query(), names, 1);
  }

  private CompletableFuture<ApiReply> findPage(
      TaskHandle task,
      Find find,
      JsonNode body,
      String request,
      Map<String, String> query,
      Map<String, String> names,
      int page) {
    return send(
        request,
        query,
        names,
        Map.of(),
        null,
        timeout,
        reply -> {
          var next = TaskSearch.nextPage(reply, find);
          var found = search.read(reply, find, task.job(), body);
          if (next.isEmpty() || !TaskSearch.isEmpty(found)) {
            return completed(found);
          }
          return page < TaskSearch.MAX_PAGES
              ? findPage(
                  task, find, body, "GET {next}", Map.of(), Map.of("next", next.get()), page + 1)
              : completed(replies.unreadable(reply, "a list without an end"));
        });
  }

  private Map<String, String> names(TaskHandle task, TaskReference reference) {
    var names = requests.modelNames(task.model());
    names.putAll(reference.names());
    return names;
  }

  private CompletableFuture<ApiReply> send(
      String line,
      Map<String, String> query,
      Map<String, String> names,
      Map<String, String> headers,
      byte @Nullable [] body,
      Duration limit,
      Function<PlatformReply, CompletableFuture<ApiReply>> onReply) {
    Optional<HttpRequest> request =
        requests.request(
            line, query, names, headers, body == null ? null : BodyPublishers.ofByteArray(body));
    if (request.isEmpty()) {
      return completed(
          new ApiReply.Failure(
              ErrorCodes.localError(
                  "connectionFailed",
                  "The address of `"
                      + line
                      + "` is none of "
                      + protocol.title()
                      + ", so the key is not sent there",
                  null),
              null));
    }
    return sender
        .send(request.get(), limit)
        .thenCompose(
            reply ->
                reply instanceof HttpReply.Received received
                    ? onReply.apply(platformReply(received))
                    : completed(new ApiReply.Failure(((HttpReply.Failed) reply).error(), null)));
  }

  private PlatformReply platformReply(HttpReply.Received received) {
    return new PlatformReply(
        received.status(),
        received.headers(),
        ReplyBytes.read(received, protocol.result().bytes())
            .orElseGet(() -> json(received.body())));
  }

  /** What stores files with the platform; empty where it stores none. */
  public Optional<FileUpload> uploads(StorageCalls calls, Duration limit) {
    return Optional.ofNullable(protocol.upload())
        .map(
            upload ->
                new FileUpload(
                    protocol,
                    upload,
                    requests,
                    request -> sender.send(request, limit).thenApply(this::uploadReply),
                    errors,
                    clock,
                    calls));
  }

  private FileUpload.Reply uploadReply(HttpReply reply) {
    return reply instanceof HttpReply.Received received
        ? new FileUpload.Reply(platformReply(received), null)
        : new FileUpload.Reply(NOTHING, ((HttpReply.Failed) reply).error());
  }

  /** What was sent, without the key; missing where it is no JSON. */
  private JsonNode json(byte[] body) {
    try {
      return new SecretRedaction(key::redactIn).apply(ReplyJson.read(body));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError unreadable) {
      return MissingNode.getInstance();
    }
  }

  private static CompletableFuture<ApiReply> completed(ApiReply reply) {
    return CompletableFuture.completedFuture(reply);
  }

  @Override
  public void close() {
    sender.close();
  }
}
