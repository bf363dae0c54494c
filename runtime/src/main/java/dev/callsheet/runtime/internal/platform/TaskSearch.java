package dev.callsheet.runtime.internal.platform;

import dev.callsheet.runtime.internal.datauri.DataUri;
import dev.callsheet.runtime.internal.wire.ApiReply;
import dev.callsheet.runtime.internal.wire.ApiReply.ParsedReply;
import dev.callsheet.runtime.internal.wire.ReplyItem;
import dev.callsheet.runtime.internal.wire.ReplyItemState;
import dev.callsheet.runtime.internal.wire.WireJson;
import dev.callsheet.runtime.protocol.Locator;
import dev.callsheet.runtime.protocol.PlatformProtocol.Find;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Looks for a task whose reply was lost in a platform's list: by what it asks for, since it has no
 * name yet. Tasks that ask for the same look alike, so all of them are found, and the pipeline
 * takes one that no other job has.
 */
record TaskSearch(TaskReplies replies) {
  /** How far a platform's clock may be behind ours. */
  static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

  static final int MAX_PAGES = 20;

  /** The tasks of a page that ask for what the body asks for, each as one that is under way. */
  ApiReply read(PlatformReply page, Find find, UUID job, JsonNode body) {
    if (page.status() >= 300) {
      return replies.refused(page);
    }
    if (!page.isReadable()) {
      return replies.unreadable(page, "something that is not JSON");
    }
    var found =
        page.nodes(find.each()).stream()
            .filter(entry -> isSame(find, entry, body))
            .flatMap(entry -> reference(page.part(entry), find))
            .map(
                reference ->
                    new ReplyItem(
                        job,
                        ReplyItemState.RUNNING,
                        OptionalInt.empty(),
                        null,
                        reference.text(),
                        WireJson.MAPPER.createObjectNode()))
            .toList();
    return new ParsedReply(page.status(), null, found, List.of());
  }

  static boolean isEmpty(ApiReply found) {
    return found instanceof ParsedReply parsed
        && parsed.items().isEmpty()
        && parsed.errors().isEmpty();
  }

  /** The address of the next page, where there is one. */
  static Optional<String> nextPage(PlatformReply reply, Find find) {
    return Optional.ofNullable(find.next()).flatMap(reply::text);
  }

  private static Stream<TaskReference> reference(PlatformReply entry, Find find) {
    return TaskReference.of(entry, find.id(), find.links()).stream();
  }

  private static boolean isSame(Find find, JsonNode entry, JsonNode body) {
    return find.same().entrySet().stream()
        .allMatch(
            place -> {
              var theirs = new Locator(place.getKey()).in(entry);
              var ours = place.getValue().in(body);
              return theirs.size() == 1 && ours.size() == 1 && asksFor(theirs.get(0), ours.get(0));
            });
  }

  /**
   * Whether a list's copy of a request asks for what ours does. A copy may have defaults that ours
   * leaves out, other spellings of a number, and an address in place of media that were sent.
   * Rather a task too many is taken for ours than one too few: that would be paid twice.
   */
  private static boolean asksFor(JsonNode theirs, JsonNode ours) {
    if (ours.isObject()) {
      return theirs.isObject()
          && ours.properties().stream()
              .allMatch(
                  member ->
                      member.getValue().isNull()
                          || asksFor(theirs.path(member.getKey()), member.getValue()));
    }
    if (ours.isArray()) {
      return theirs.isArray()
          && theirs.size() == ours.size()
          && IntStream.range(0, ours.size()).allMatch(i -> asksFor(theirs.get(i), ours.get(i)));
    }
    if (ours.isNumber()) {
      return theirs.isNumber() && theirs.decimalValue().compareTo(ours.decimalValue()) == 0;
    }
    return (ours.isString() && DataUri.isDataUri(ours.stringValue()))
        ? theirs.isString()
        : theirs.equals(ours);
  }
}
