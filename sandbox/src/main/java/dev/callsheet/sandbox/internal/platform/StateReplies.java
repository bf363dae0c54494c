package dev.callsheet.sandbox.internal.platform;

import dev.callsheet.runtime.internal.platform.PlatformReply;
import dev.callsheet.runtime.protocol.Locator;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import dev.callsheet.runtime.protocol.PlatformProtocol.Cancel;
import dev.callsheet.runtime.protocol.PlatformProtocol.ErrorPlace;
import dev.callsheet.runtime.protocol.PlatformProtocol.Poll;
import dev.callsheet.runtime.protocol.PlatformProtocol.Progress;
import dev.callsheet.runtime.protocol.PlatformProtocol.ReplyKind;
import dev.callsheet.runtime.protocol.PlatformProtocol.StateRule;
import dev.callsheet.runtime.protocol.RemoteState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Writes the replies that say where a task is.
 *
 * <p>A description says how a state is read: by a word, or by a rule that looks at the status and
 * the body. So a reply for a state is looked for among candidates, one for each word and each rule
 * of that state, and the first is taken that reads back as it. Where a platform has no way to say a
 * state, the nearest is said that it can.
 */
final class StateReplies {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int UNPROCESSABLE = 422;
  private static final int SERVER_ERROR = 500;

  /** What is said in the place of a state that a platform has no word or rule for. */
  private static final Map<RemoteState, List<RemoteState>> NEAREST =
      Map.of(
          RemoteState.WAITING, List.of(RemoteState.WAITING, RemoteState.RUNNING),
          RemoteState.RUNNING, List.of(RemoteState.RUNNING, RemoteState.WAITING),
          RemoteState.DONE, List.of(RemoteState.DONE),
          RemoteState.FAILED, List.of(RemoteState.FAILED),
          RemoteState.CANCELLED,
              List.of(RemoteState.CANCELLED, RemoteState.FAILED, RemoteState.GONE),
          RemoteState.GONE, List.of(RemoteState.GONE));

  private static final PlatformError CANCELLED =
      PlatformError.of("cancelled", "The task was cancelled.");
  private static final PlatformError ENDED =
      PlatformError.of("already_ended", "The task has ended.");
  private static final PlatformError UNFINISHED =
      PlatformError.of("not_finished", "The task has not ended yet.");
  private static final PlatformError UNKNOWN =
      PlatformError.of("not_found", "There is no such task, or no longer.");
  private static final PlatformError WITHOUT_REASON =
      PlatformError.of("failed", "The task has failed.");

  private final PlatformProtocol protocol;
  private final Map<String, String> headers;
  private final TaskAddresses addresses;
  private final ErrorReplies errors;
  private final ResultWriter results;

  /**
   * A writer for a platform.
   *
   * @param headers of all replies about a task, in which {@code {id}} stands for its name
   */
  StateReplies(
      PlatformProtocol protocol,
      Map<String, String> headers,
      TaskAddresses addresses,
      ErrorReplies errors) {
    this.protocol = protocol;
    this.headers = headers;
    this.addresses = addresses;
    this.errors = errors;
    this.results = new ResultWriter(protocol);
  }

  /** The reply to a poll for a task that is not known. */
  ReplyDraft unknown() {
    Poll poll = protocol.poll();
    List<StateRule> rules = poll == null ? List.of() : poll.when();
    return unknown(rules);
  }

  private ReplyDraft unknown(List<StateRule> rules) {
    return of(rules, RemoteState.GONE, NOT_FOUND)
        .flatMap(
            draft -> errors.candidates(() -> draft, ErrorPlace.REFUSAL, List.of(UNKNOWN)).limit(1))
        .filter(draft -> draft.read().state(rules).equals(Optional.of(RemoteState.GONE)))
        .findFirst()
        .orElseGet(() -> errors.refusal(NOT_FOUND, List.of(UNKNOWN)));
  }

  /**
   * The reply to a submission that was taken. Where it is a state, one that is no end is said as
   * the first one: there are clients that take any other for the end.
   */
  ReplyDraft accepted(PlatformTask task, Instant now) {
    List<String> statuses = protocol.submit().accepted();
    int status = Statuses.any(statuses);
    Poll poll = protocol.poll();
    if (protocol.submit().reply() != ReplyKind.STATE || poll == null) {
      return named(new ReplyDraft(status), task);
    }
    RemoteState state = task.state(now);
    ReplyDraft draft =
        polled(task, poll, state == RemoteState.RUNNING ? RemoteState.WAITING : state, now);
    return draft.read().isStatus(statuses) ? draft : draft.withStatus(status);
  }

  /** The reply to a submission that is the result: it comes when the task has ended. */
  ReplyDraft delivered(PlatformTask task) {
    return task.failure()
        .map(failure -> errors.refusal(BAD_REQUEST, List.of(failure)))
        .orElseGet(
            () ->
                named(
                    results.write(new ReplyDraft(Statuses.any(protocol.submit().accepted())), task),
                    task));
  }

  /** The reply to a poll. */
  ReplyDraft polled(PlatformTask task, Poll poll, Instant now) {
    return polled(task, poll, task.state(now), now);
  }

  private ReplyDraft polled(PlatformTask task, Poll poll, RemoteState state, Instant now) {
    if (state == RemoteState.GONE) {
      return unknown();
    }
    return NEAREST.getOrDefault(state, List.of()).stream()
        .flatMap(said -> candidates(task, poll, said, now).limit(1))
        .findFirst()
        .orElseGet(() -> unsaid(task, poll, state));
  }

  /** A failure that the poll cannot say shows at the result; another word means that it goes on. */
  private ReplyDraft unsaid(PlatformTask task, Poll poll, RemoteState state) {
    boolean isEnd = state == RemoteState.FAILED || state == RemoteState.CANCELLED;
    List<String> words =
        isEnd ? poll.states().getOrDefault(RemoteState.DONE, List.of()) : List.of();
    return named(word(poll, words.isEmpty() ? "running" : words.get(0)), task);
  }

  private Stream<ReplyDraft> candidates(
      PlatformTask task, Poll poll, RemoteState said, Instant now) {
    if (said == RemoteState.GONE) {
      return Stream.of(unknown());
    }
    Stream<Supplier<ReplyDraft>> ways = ways(poll, said).map(way -> () -> named(way.get(), task));
    return ways.flatMap(
            way ->
                switch (said) {
                  case WAITING, GONE -> Stream.of(way.get());
                  case RUNNING -> Stream.of(withProgress(way.get(), poll, task.progress(now)));
                  case DONE -> Stream.of(withResult(way.get(), task));
                  case CANCELLED -> Stream.of(way.get());
                  case FAILED ->
                      errors.candidates(
                          way,
                          ErrorPlace.FAILURE,
                          List.of(task.failure().orElse(reason(task, now))));
                })
        .filter(draft -> state(draft.read(), poll).equals(Optional.of(said)));
  }

  private static PlatformError reason(PlatformTask task, Instant now) {
    return task.state(now) == RemoteState.CANCELLED ? CANCELLED : WITHOUT_REASON;
  }

  /**
   * Replies that may say a state, each of them new: by its words, then by its rules. An end that a
   * rule says stands beside the word for the end first, since other clients look at that alone.
   */
  private static Stream<Supplier<ReplyDraft>> ways(Poll poll, RemoteState said) {
    Stream<Supplier<ReplyDraft>> words =
        poll.states().getOrDefault(said, List.of()).stream().map(word -> () -> word(poll, word));
    Stream<Supplier<ReplyDraft>> besides =
        said == RemoteState.FAILED || said == RemoteState.CANCELLED
            ? poll.states().getOrDefault(RemoteState.DONE, List.of()).stream()
                .flatMap(
                    word ->
                        rules(poll.when(), said)
                            .map(rule -> () -> word(poll, word).satisfy(rule.condition())))
            : Stream.empty();
    Stream<Supplier<ReplyDraft>> rules =
        rules(poll.when(), said).map(rule -> () -> new ReplyDraft(OK).satisfy(rule.condition()));
    return Stream.of(words, besides, rules).flatMap(way -> way);
  }

  private static ReplyDraft word(Poll poll, String word) {
    Locator place = poll.state();
    ReplyDraft draft = new ReplyDraft(OK);
    return place == null ? draft : draft.put(place, word);
  }

  private static Stream<StateRule> rules(List<StateRule> rules, RemoteState state) {
    return rules.stream().filter(rule -> rule.is() == state);
  }

  /** A reply for each rule of a state, with a status where a rule asks for none. */
  private static Stream<ReplyDraft> of(List<StateRule> rules, RemoteState state, int status) {
    return rules(rules, state).map(rule -> new ReplyDraft(status).satisfy(rule.condition()));
  }

  private static Optional<RemoteState> state(PlatformReply reply, Poll poll) {
    Locator place = poll.state();
    return reply
        .state(poll.when())
        .or(
            () ->
                reply.status() >= 300 || place == null
                    ? Optional.empty()
                    : reply
                        .text(place)
                        .flatMap(
                            word ->
                                poll.states().entrySet().stream()
                                    .filter(words -> words.getValue().contains(word))
                                    .map(Map.Entry::getKey)
                                    .findFirst()));
  }

  private ReplyDraft named(ReplyDraft draft, PlatformTask task) {
    Locator id = protocol.submit().id();
    if (id != null) {
      draft.put(id, task.id());
    }
    protocol
        .submit()
        .links()
        .forEach((name, place) -> draft.put(place, addresses.link(name, task)));
    return withHeaders(draft, task);
  }

  private ReplyDraft withHeaders(ReplyDraft draft, PlatformTask task) {
    headers.forEach((name, value) -> draft.withHeader(name, value.replace("{id}", task.id())));
    return draft;
  }

  private static ReplyDraft withProgress(ReplyDraft draft, Poll poll, int percent) {
    Progress progress = poll.progress();
    return progress == null
        ? draft
        : draft.put(
            progress.at(),
            JSON.numberNode(
                BigDecimal.valueOf((long) percent * progress.full())
                    .divide(BigDecimal.valueOf(100), 2, RoundingMode.DOWN)
                    .stripTrailingZeros()));
  }

  private ReplyDraft withResult(ReplyDraft draft, PlatformTask task) {
    return protocol.result().request() == null ? results.write(draft, task) : draft;
  }

  /** The reply to a request for the result, where that has one of its own. */
  ReplyDraft result(PlatformTask task, Instant now) {
    return withHeaders(resultOf(task, now), task);
  }

  private ReplyDraft resultOf(PlatformTask task, Instant now) {
    List<StateRule> rules = protocol.result().when();
    return switch (task.state(now)) {
      case WAITING, RUNNING ->
          of(rules, RemoteState.RUNNING, BAD_REQUEST)
              .findFirst()
              .orElseGet(() -> errors.refusal(BAD_REQUEST, List.of(UNFINISHED)));
      case DONE -> results.write(new ReplyDraft(OK), task);
      case FAILED -> failedResult(task.failure().orElse(WITHOUT_REASON));
      case CANCELLED -> failedResult(CANCELLED);
      case GONE -> unknown(rules);
    };
  }

  /** A failure in the place of the result: a refusal that is not about the call itself. */
  private ReplyDraft failedResult(PlatformError failure) {
    List<StateRule> rules = protocol.result().when();
    Stream<Integer> statuses =
        Stream.of(
            Statuses.ofRefusal(protocol, "invalid-request", BAD_REQUEST),
            UNPROCESSABLE,
            BAD_REQUEST);
    Stream<Supplier<ReplyDraft>> plain = statuses.map(status -> () -> new ReplyDraft(status));
    Stream<Supplier<ReplyDraft>> byRule =
        rules(rules, RemoteState.FAILED)
            .map(rule -> () -> new ReplyDraft(SERVER_ERROR).satisfy(rule.condition()));
    return Stream.concat(plain, byRule)
        .flatMap(way -> errors.candidates(way, ErrorPlace.RESULT, List.of(failure)))
        .filter(draft -> errors.says(draft, ErrorPlace.RESULT, failure))
        .filter(
            draft ->
                draft
                    .read()
                    .state(rules)
                    .map(RemoteState.FAILED::equals)
                    .orElse(draft.status() < SERVER_ERROR))
        .findFirst()
        .orElseGet(() -> errors.refusal(BAD_REQUEST, List.of(failure)));
  }

  private static final Set<RemoteState> ENDS =
      EnumSet.of(RemoteState.DONE, RemoteState.FAILED, RemoteState.GONE);

  /**
   * The reply to a cancellation.
   *
   * @param before the state that the task was in
   */
  ReplyDraft cancelled(PlatformTask task, Cancel cancel, RemoteState before, Instant now) {
    List<StateRule> rules = cancel.when();
    Poll poll = protocol.poll();
    Stream<ReplyDraft> state =
        poll == null || protocol.submit().reply() != ReplyKind.STATE
            ? Stream.empty()
            : Stream.of(polled(task, poll, now));
    if (before == RemoteState.WAITING || before == RemoteState.RUNNING) {
      return Stream.of(
              state.filter(draft -> draft.status() < 300),
              Stream.of(new ReplyDraft(OK)),
              of(rules, RemoteState.CANCELLED, OK),
              of(rules, RemoteState.RUNNING, OK))
          .flatMap(ways -> ways)
          .filter(
              draft ->
                  draft
                      .read()
                      .state(rules)
                      .map(said -> !ENDS.contains(said))
                      .orElse(draft.status() < 300))
          .findFirst()
          .orElseGet(() -> new ReplyDraft(OK));
    }
    return Stream.of(
            state,
            of(rules, RemoteState.DONE, OK),
            of(rules, RemoteState.FAILED, OK),
            of(rules, RemoteState.GONE, NOT_FOUND))
        .flatMap(ways -> ways)
        .filter(draft -> draft.read().state(rules).filter(ENDS::contains).isPresent())
        .findFirst()
        .orElseGet(
            () ->
                cancel.deletes()
                    ? new ReplyDraft(OK)
                    : errors.refusal(BAD_REQUEST, List.of(ENDED)));
  }
}
