package dev.callsheet.sandbox.internal.platform;

import dev.callsheet.runtime.protocol.Locator;
import dev.callsheet.runtime.protocol.PlatformProtocol.Find;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the list in which a client looks for a task whose reply was lost.
 *
 * @param find what the description says of the list
 * @param addresses of its tasks, and of its pages
 */
record TaskListReplies(Find find, TaskAddresses addresses) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int PAGE_SIZE = 50;

  /** Our own parameter; a client follows the address of the next page as it is. */
  private static final String PAGE = "page";

  ReplyDraft list(PlatformCall call, Map<String, String> names, List<PlatformTask> tasks) {
    Optional<String> model =
        asked("{model}", call).or(() -> Optional.ofNullable(names.get("model")));
    Optional<Instant> since = asked("{since}", call).flatMap(TaskListReplies::instant);
    List<PlatformTask> found =
        tasks.stream()
            .filter(task -> model.map(task.model()::equals).orElse(true))
            .filter(
                task -> since.map(time -> !task.render().startedAt().isBefore(time)).orElse(true))
            .toList();
    int page = page(call);
    ReplyDraft draft = new ReplyDraft(200);
    addEmptyList(draft.body());
    List<PlatformTask> shown =
        found.stream().skip((long) page * PAGE_SIZE).limit(PAGE_SIZE).toList();
    for (int i = 0; i < shown.size(); i++) {
      draft.put(find.each(), i, entry(shown.get(i)));
    }
    Locator next = find.next();
    if (next != null && found.size() > (page + 1L) * PAGE_SIZE) {
      draft.put(next, addresses.page(call, Map.of(PAGE, Long.toString(page + 1L))));
    }
    return draft;
  }

  private ObjectNode entry(PlatformTask task) {
    ObjectNode entry = JSON.objectNode();
    ReplyDraft.put(entry, find.id(), 0, JSON.stringNode(task.id()));
    find.links()
        .forEach(
            (name, place) ->
                ReplyDraft.put(entry, place, 0, JSON.stringNode(addresses.link(name, task))));
    find.same()
        .forEach(
            (theirs, ours) ->
                ours.in(task.body()).stream()
                    .findFirst()
                    .ifPresent(
                        value -> ReplyDraft.put(entry, new Locator(theirs), 0, value.deepCopy())));
    return entry;
  }

  /** A list that is empty is there all the same. */
  private void addEmptyList(ObjectNode body) {
    String list = find.each().text().replaceFirst("/\\*.*", "");
    if (!list.isEmpty()) {
      ReplyDraft.put(body, new Locator(list), 0, JSON.arrayNode());
    }
  }

  /** What the call has in the parameter that the description gives this value. */
  private Optional<String> asked(String value, PlatformCall call) {
    return find.query().entrySet().stream()
        .filter(parameter -> parameter.getValue().equals(value))
        .flatMap(parameter -> Optional.ofNullable(call.query().get(parameter.getKey())).stream())
        .findFirst();
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException notTime) {
      return Optional.empty();
    }
  }

  private static int page(PlatformCall call) {
    try {
      return Math.max(0, Integer.parseInt(call.query().getOrDefault(PAGE, "0")));
    } catch (NumberFormatException notNumber) {
      return 0;
    }
  }
}
