package dev.callsheet.runtime.internal.media;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.error.MediaException;
import dev.callsheet.runtime.client.media.LocalMedia;
import dev.callsheet.runtime.client.media.Media;
import dev.callsheet.runtime.client.media.MediaStorage;
import dev.callsheet.runtime.client.media.MediaUploaded;
import dev.callsheet.runtime.client.media.StoredMedia;
import dev.callsheet.runtime.client.policy.RetryPolicy;
import dev.callsheet.runtime.internal.runware.HttpTransport;
import dev.callsheet.runtime.internal.wire.ApiReply;
import dev.callsheet.runtime.internal.wire.ErrorCodes;
import dev.callsheet.runtime.internal.wire.MediaAddress;
import dev.callsheet.runtime.internal.wire.MediaFields;
import dev.callsheet.runtime.internal.wire.WireJson;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The platform's storage of media, by tasks of type {@code mediaStorage} over HTTP. */
public final class HttpMediaStorage implements MediaStorage {
  private final HttpTransport transport;
  private final Duration timeout;
  private final RetryPolicy retries;
  private final RandomGenerator random;
  private final Consumer<MediaUploaded> listener;

  /**
   * The storage of the account whose key the transport has. For the client's own use.
   *
   * @param timeout the longest time for one attempt
   * @param listener is notified of every piece that was stored
   */
  public HttpMediaStorage(
      HttpTransport transport,
      Duration timeout,
      RetryPolicy retries,
      RandomGenerator random,
      Consumer<MediaUploaded> listener) {
    this.transport = transport;
    this.timeout = timeout;
    this.retries = retries;
    this.random = random;
    this.listener = listener;
  }

  @Override
  public StoredMedia upload(Media media) {
    var started = System.nanoTime();
    var local = media instanceof LocalMedia here ? here : null;
    var stored =
        callWithRetries(
            () -> local == null ? send(MediaStorageTask.upload(media.parameter())) : send(local),
            HttpMediaStorage::stored);
    var took = Duration.ofNanos(System.nanoTime() - started);
    listener.accept(new MediaUploaded(stored.parameter(), local == null ? 0 : local.size(), took));
    return stored;
  }

  @Override
  public void delete(UUID media) {
    var unused =
        callWithRetries(
            () -> send(MediaStorageTask.delete(media)),
            answer -> answer.errors().isEmpty() ? Optional.of(media) : Optional.empty());
  }

  private <T> T callWithRetries(
      Supplier<ApiReply> call, Function<ApiReply.ParsedReply, Optional<T>> result) {
    for (var attempt = 1; ; attempt++) {
      var reply = call.get();
      var success =
          reply instanceof ApiReply.ParsedReply answer ? result.apply(answer) : Optional.<T>empty();
      if (success.isPresent()) {
        return success.get();
      }
      var wait = retries.delayAfter(attempt, reply.retryAfter(), random);
      if (!reply.isTransient() || wait.isEmpty()) {
        throw errorOf(reply).toException();
      }
      sleep(wait.get());
    }
  }

  private static ApiError errorOf(ApiReply reply) {
    return reply
        .firstError()
        .orElseGet(
            () ->
                ErrorCodes.localError(ErrorCodes.UNRECOGNIZED, "The server names no media", null));
  }

  private static Optional<StoredMedia> stored(ApiReply.ParsedReply answer) {
    return answer.items().stream()
        .map(item -> new MediaFields(item.json()))
        .flatMap(
            fields ->
                fields.uuid().stream()
                    .map(
                        uuid ->
                            new StoredMedia(
                                uuid, fields.url().flatMap(MediaAddress::parse).orElse(null))))
        .findFirst();
  }

  private ApiReply send(MediaStorageTask task) {
    var body = WireJson.MAPPER.writeValueAsBytes(List.of(task));
    return reply(transport.exchange(BodyPublishers.ofByteArray(body), timeout));
  }

  private ApiReply send(LocalMedia media) {
    try (var body = new MediaUploadBody(media)) {
      return reply(transport.exchange(body.publisher(), timeout));
    }
  }

  private static ApiReply reply(Future<ApiReply> exchange) {
    try {
      return exchange.get();
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("an exchange never fails", e);
    }
  }

  private static void sleep(Duration wait) {
    try {
      TimeUnit.NANOSECONDS.sleep(wait.toNanos());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static MediaException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new MediaException("Interrupted while storing media", e);
  }
}
