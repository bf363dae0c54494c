package dev.callsheet.runtime.internal.wire;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.internal.wire.ApiReply.ParsedReply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What one reply says about one task.
 *
 * @param delivered items with a result
 * @param failed errors that each stand for one result that is not coming
 * @param uncertain errors that name the task and yet may be about the question rather than the
 *     task, such as that it is not known here (yet), or one with a code that no one knows
 * @param running results still being made, as items
 */
public record TaskUpdate(
    List<ReplyItem> delivered,
    List<ApiError> failed,
    List<ApiError> uncertain,
    List<ReplyItem> running) {

  /** No information. */
  public static final TaskUpdate EMPTY = new TaskUpdate(List.of(), List.of(), List.of(), List.of());

  /** An update with nothing but delivered results. */
  public static TaskUpdate ofDelivered(List<ReplyItem> items) {
    return new TaskUpdate(items, List.of(), List.of(), List.of());
  }

  /** Copies the lists, so that a update never changes. */
  public TaskUpdate {
    delivered = List.copyOf(delivered);
    failed = List.copyOf(failed);
    uncertain = List.copyOf(uncertain);
    running = List.copyOf(running);
  }

  /**
   * Reads what an answer says of a task.
   *
   * @param alone whether the answer is to a request about this task only, so that items without a
   *     task's UUID are its own
   */
  public static TaskUpdate of(ParsedReply answer, UUID task, boolean alone) {
    var items =
        answer.items().stream()
            .filter(item -> item.taskUUID() == null ? alone : task.equals(item.taskUUID()))
            .toList();
    var stated =
        with(items, ReplyItemState.FAILED)
            .flatMap(item -> Stream.ofNullable(item.error()))
            .toList();
    var top = answer.errors().stream().filter(error -> task.equals(error.job())).toList();
    var failed = new ArrayList<>(stated);
    failed.addAll(withoutDuplicates(stated, about(ErrorSubject.RESULT, top, answer)));
    var uncertain = about(ErrorSubject.UNCERTAIN, top, answer);
    return new TaskUpdate(
        with(items, ReplyItemState.DELIVERED).toList(),
        failed,
        uncertain,
        with(items, ReplyItemState.RUNNING).toList());
  }

  /**
   * Reads what a notification says about a task: then every error that names the task is about one
   * of its results.
   */
  public static TaskUpdate ofNotification(ParsedReply answer, UUID task) {
    var update = of(new ParsedReply(answer.status(), null, answer.items(), List.of()), task, false);
    var failed = new ArrayList<>(update.failed());
    var top = answer.errors().stream().filter(error -> task.equals(error.job())).toList();
    failed.addAll(withoutDuplicates(update.failed(), top));
    return new TaskUpdate(update.delivered(), failed, List.of(), update.running());
  }

  private static Stream<ReplyItem> with(List<ReplyItem> items, ReplyItemState state) {
    return items.stream().filter(item -> item.state() == state);
  }

  private static List<ApiError> about(
      ErrorSubject subject, List<ApiError> errors, ParsedReply answer) {
    return errors.stream().filter(error -> ErrorSubject.of(error, answer) == subject).toList();
  }

  /** A failure may stand both in {@code data} and in {@code errors}: it counts once. */
  private static List<ApiError> withoutDuplicates(List<ApiError> stated, List<ApiError> errors) {
    var open = new HashMap<String, Integer>();
    stated.forEach(error -> open.merge(comparisonKey(error), 1, Integer::sum));
    return errors.stream()
        .filter(error -> open.merge(comparisonKey(error), -1, Integer::sum) < 0)
        .toList();
  }

  private static String comparisonKey(ApiError error) {
    return error.code() + ": " + error.message();
  }

  /** Whether the answer mentions the task at all. */
  public boolean isEmpty() {
    return equals(EMPTY);
  }

  /** What the platform calls the task; of several that look alike, all of them. */
  public List<String> references() {
    return Stream.concat(running.stream(), delivered.stream())
        .map(ReplyItem::reference)
        .flatMap(Stream::ofNullable)
        .toList();
  }

  /** What is said of the task that the platform calls so. */
  public TaskUpdate withReference(String reference) {
    return new TaskUpdate(
        delivered,
        failed,
        uncertain,
        running.stream().filter(item -> reference.equals(item.reference())).toList());
  }

  /** Progress of the whole task in per cent, where the server reports it for any result. */
  public OptionalInt progressPercent(int expected) {
    if (running.stream().noneMatch(item -> item.progress().isPresent())) {
      return OptionalInt.empty();
    }
    var done =
        100 * delivered.size() + running.stream().mapToInt(item -> item.progress().orElse(0)).sum();
    var results = Math.max(expected, delivered.size() + running.size());
    return OptionalInt.of(Math.max(0, Math.min(100, done / results)));
  }
}
