package dev.callsheet.runtime.internal.platform;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.error.ErrorCategory;
import dev.callsheet.runtime.client.error.ErrorClassification;
import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.runtime.internal.wire.ErrorCodes;
import dev.callsheet.runtime.protocol.Condition;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import dev.callsheet.runtime.protocol.PlatformProtocol.ErrorForm;
import dev.callsheet.runtime.protocol.PlatformProtocol.ErrorPlace;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a platform's errors as its description says, and classifies them: by the code first, then
 * by words of the message, and only then by the HTTP status, since a status such as 429 stands for
 * several things.
 *
 * @param protocol the description
 * @param messageLength the most code points of a message
 */
public record PlatformErrors(PlatformProtocol protocol, int messageLength) {
  private static final int MAX_WORD_LENGTH = 100;
  private static final String STATUS = "HTTP ";
  private static final String WORDS = "~";
  private static final Set<ErrorCategory> RETRYABLE =
      Set.of(
          ErrorCategory.RATE_LIMIT,
          ErrorCategory.TIMEOUT,
          ErrorCategory.SERVER,
          ErrorCategory.PROVIDER,
          ErrorCategory.CONNECTION);

  /** The error in a reply, by the first form that has a message. */
  public ApiError read(PlatformReply reply, ErrorPlace place, @Nullable UUID job) {
    return protocol.errors().stream()
        .filter(form -> form.in().isEmpty() || form.in().contains(place))
        .flatMap(form -> reply.nodes(form.at()).stream().map(at -> read(reply, form, at, job)))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> withoutReason(reply, job));
  }

  private Optional<ApiError> read(
      PlatformReply reply, ErrorForm form, JsonNode at, @Nullable UUID job) {
    var part = reply.part(at);
    var code =
        form.code().stream()
            .flatMap(place -> part.text(place).stream())
            .findFirst()
            .map(text -> DisplayText.line(text, MAX_WORD_LENGTH))
            .orElse(null);
    return part.text(form.message())
        .map(text -> DisplayText.line(text, messageLength))
        .map(
            message ->
                new ApiError(
                    classify(reply, code, message),
                    code,
                    message,
                    parameter(part, form),
                    job,
                    reply.status(),
                    at));
  }

  private ApiError withoutReason(PlatformReply reply, @Nullable UUID job) {
    var message =
        reply.status() < 300
            ? protocol.title() + " reported a failure without a reason"
            : protocol.title() + " answered HTTP " + reply.status() + " without a reason";
    return new ApiError(
        classify(reply, null, ""), null, message, List.of(), job, reply.status(), reply.body());
  }

  /** A parameter's name, or the steps to it joined by dots. */
  private static List<String> parameter(PlatformReply part, ErrorForm form) {
    var place = form.parameter();
    if (place == null) {
      return List.of();
    }
    return part.nodes(place).stream()
        .findFirst()
        .map(
            node ->
                (node.isArray() ? node.valueStream() : Stream.of(node))
                    .filter(step -> step.isValueNode() && !step.isNull())
                    .map(JsonNode::asString)
                    .dropWhile(form.drop()::contains)
                    .collect(Collectors.joining(".")))
        .filter(Predicate.not(String::isBlank))
        .map(name -> DisplayText.line(name, MAX_WORD_LENGTH))
        .stream()
        .toList();
  }

  private ErrorClassification classify(PlatformReply reply, @Nullable String code, String message) {
    var found =
        byPattern("by code ", pattern -> code != null && isCode(pattern) && matches(pattern, code))
            .or(
                () ->
                    byPattern(
                        "by words ",
                        pattern ->
                            pattern.startsWith(WORDS)
                                && message.contains(pattern.substring(WORDS.length()))))
            .or(
                () ->
                    byPattern(
                        "by ",
                        pattern ->
                            pattern.startsWith(STATUS)
                                && Condition.matches(
                                    pattern.substring(STATUS.length()), reply.status())))
            .orElseGet(() -> ErrorCodes.classify(null, reply.status()));
    var said = protocol.retryable();
    return said == null
        ? found
        : reply
            .text(said)
            .map(
                word ->
                    new ErrorClassification(
                        found.category(),
                        Set.of("true", "1").contains(word.toLowerCase(Locale.ROOT)),
                        found.decidedBy()))
            .orElse(found);
  }

  private Optional<ErrorClassification> byPattern(String reason, Predicate<String> holds) {
    return protocol.classes().entrySet().stream()
        .flatMap(
            row ->
                row.getValue().stream()
                    .filter(holds)
                    .map(pattern -> classification(category(row.getKey()), reason + pattern)))
        .findFirst();
  }

  private static boolean isCode(String pattern) {
    return !pattern.startsWith(WORDS) && !pattern.startsWith(STATUS);
  }

  /** Whether a code is what a pattern says, in which {@code *} stands for anything. */
  private static boolean matches(String pattern, String code) {
    var regex =
        Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return Pattern.compile(regex, Pattern.DOTALL).matcher(code).matches();
  }

  private static ErrorClassification classification(ErrorCategory category, String reason) {
    return new ErrorClassification(category, RETRYABLE.contains(category), category + " " + reason);
  }

  /** The category that a class of a description is called by. */
  public static ErrorCategory category(String name) {
    return name.equals("invalid-request")
        ? ErrorCategory.VALIDATION
        : ErrorCategory.valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
  }
}
