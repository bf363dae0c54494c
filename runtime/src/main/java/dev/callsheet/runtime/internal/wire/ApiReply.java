package dev.callsheet.runtime.internal.wire;

import dev.callsheet.runtime.client.error.ApiError;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came back for a request. */
public sealed interface ApiReply {
  /** How long the server asks to wait before the next request; null when it does not. */
  @Nullable Duration retryAfter();

  /** The first error, if there is any. */
  Optional<ApiError> firstError();

  /** The HTTP status; 0 when there was no reply at all. */
  int status();

  /** Whether the status is about the call (key, load, a fault), and says nothing about a task. */
  default boolean isCallFailure() {
    return (status() >= 401 && status() <= 403) || isTransient();
  }

  /** Whether the same call may well succeed in a while. */
  default boolean isTransient() {
    return status() == 0 || status() == 408 || status() == 429 || status() >= 500;
  }

  /** Whether the server refuses the request, and would refuse it again. */
  default boolean isRequestRefused() {
    return status() >= 400 && !isCallFailure();
  }

  /**
   * A message of the API.
   *
   * @param status the HTTP status
   * @param retryAfter how long the server asks to wait; null when it does not
   * @param items the elements of {@code data}
   * @param errors the errors beside them
   */
  record ParsedReply(
      int status, @Nullable Duration retryAfter, List<ReplyItem> items, List<ApiError> errors)
      implements ApiReply {
    /** Copies the lists, so that an answer never changes. */
    public ParsedReply {
      items = List.copyOf(items);
      errors = List.copyOf(errors);
    }

    @Override
    public Optional<ApiError> firstError() {
      return errors.stream().findFirst();
    }

    /** The tasks it names. */
    public Set<UUID> tasks() {
      return Stream.concat(
              items.stream().map(ReplyItem::taskUUID), errors.stream().map(ApiError::job))
          .filter(Objects::nonNull)
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }
  }

  /**
   * No message of the API: no connection, no reply in time, or a reply that is something else, such
   * as a proxy's page. The request may have arrived all the same.
   *
   * @param error why
   * @param retryAfter how long the sender asks to wait; null when it does not
   */
  record Failure(ApiError error, @Nullable Duration retryAfter) implements ApiReply {
    /** Whether the request may have arrived all the same, or may arrive the next time. */
    boolean isDeliveryUnknown() {
      return isTransient() || status() < 300;
    }

    @Override
    public int status() {
      return error.httpStatus() == null ? 0 : error.httpStatus();
    }

    @Override
    public Optional<ApiError> firstError() {
      return Optional.of(error);
    }
  }
}
