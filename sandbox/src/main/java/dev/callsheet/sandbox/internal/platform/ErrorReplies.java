package dev.callsheet.sandbox.internal.platform;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.internal.platform.PlatformErrors;
import dev.callsheet.runtime.protocol.Locator;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import dev.callsheet.runtime.protocol.PlatformProtocol.ErrorForm;
import dev.callsheet.runtime.protocol.PlatformProtocol.ErrorPlace;
import dev.callsheet.sandbox.internal.platform.RefusalException.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes errors in a platform's form. A description says how errors are read; of the forms that it
 * lists, the first is taken in which an error reads back as it is.
 */
final class ErrorReplies {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int ANY_LENGTH = 100_000;
  private static final String ITEM = "*";

  private final PlatformProtocol protocol;
  private final PlatformErrors reader;

  ErrorReplies(PlatformProtocol protocol) {
    this.protocol = protocol;
    this.reader = new PlatformErrors(protocol, ANY_LENGTH);
  }

  /** The reply to a request that is refused. */
  ReplyDraft refusal(RefusalException refused) {
    Reason reason = refused.reason();
    int status = Statuses.ofRefusal(protocol, reason.errorClass(), reason.usualStatus());
    return refusal(status, codesOf(reason, refused.errors()));
  }

  /** A reply with that status and these errors. */
  ReplyDraft refusal(int status, List<PlatformError> errors) {
    return candidates(() -> new ReplyDraft(status), ErrorPlace.REFUSAL, errors)
        .filter(draft -> says(draft, ErrorPlace.REFUSAL, errors.get(0)))
        .findFirst()
        .orElseGet(() -> new ReplyDraft(status));
  }

  /** A platform that knows a class by its codes alone is given one of them. */
  private List<PlatformError> codesOf(Reason reason, List<PlatformError> errors) {
    List<String> patterns = protocol.classes().getOrDefault(reason.errorClass(), List.of());
    boolean isKnownByStatus = patterns.isEmpty() || patterns.stream().anyMatch(Statuses::isStatus);
    return isKnownByStatus
        ? errors
        : errors.stream()
            .map(
                error ->
                    new PlatformError(
                        patterns.get(0).replaceAll("[*~]", ""), error.message(), error.parameter()))
            .toList();
  }

  /**
   * The reply, once in each form that errors have at that place; those that name a parameter come
   * first where there is one to name.
   */
  Stream<ReplyDraft> candidates(
      Supplier<ReplyDraft> reply, ErrorPlace place, List<PlatformError> errors) {
    boolean hasParameter = !errors.get(0).parameter().isEmpty();
    Stream<ErrorForm> forms =
        protocol.errors().stream().filter(form -> form.in().isEmpty() || form.in().contains(place));
    return (place == ErrorPlace.REFUSAL
            ? forms.sorted(Comparator.comparing(form -> (form.parameter() != null) != hasParameter))
            : forms)
        .map(form -> write(reply.get(), form, errors));
  }

  /** Whether a client reads the error in the reply. */
  boolean says(ReplyDraft draft, ErrorPlace place, PlatformError error) {
    ApiError read = reader.read(draft.read(), place, null);
    return Objects.equals(read.message(), error.message());
  }

  private static ReplyDraft write(ReplyDraft draft, ErrorForm form, List<PlatformError> errors) {
    boolean isList = form.at().steps().contains(ITEM);
    int count = isList ? errors.size() : 1;
    for (int i = 0; i < count; i++) {
      PlatformError error = errors.get(i);
      ObjectNode part = JSON.objectNode();
      form.code().stream().limit(1).forEach(place -> put(draft, part, place, error.code()));
      Locator parameter = form.parameter();
      if (parameter != null) {
        putParameter(part, parameter, form.drop(), error.parameter());
      }
      if (form.message().header().isEmpty() && form.message().steps().isEmpty()) {
        draft.put(form.at(), i, JSON.stringNode(error.message()));
      } else {
        put(draft, part, form.message(), error.message());
        draft.put(form.at(), i, part);
      }
    }
    return draft;
  }

  private static void put(ReplyDraft draft, ObjectNode part, Locator place, String text) {
    if (place.header().isPresent()) {
      draft.put(place, text);
    } else {
      ReplyDraft.put(part, place, 0, JSON.stringNode(text));
    }
  }

  /** Where first steps are dropped, there are steps; else it is a name. */
  private static void putParameter(
      ObjectNode part, Locator place, List<String> drop, List<String> parameter) {
    if (!drop.isEmpty()) {
      ArrayNode steps = JSON.arrayNode().add(drop.get(0));
      parameter.forEach(steps::add);
      ReplyDraft.put(part, place, 0, steps);
    } else if (!parameter.isEmpty()) {
      ReplyDraft.put(part, place, 0, JSON.stringNode(String.join(".", parameter)));
    }
  }
}
