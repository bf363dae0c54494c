package dev.callsheet.runtime.internal.media;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.media.LocalMedia;
import dev.callsheet.runtime.client.media.Media;
import dev.callsheet.runtime.client.media.MediaStorage;
import dev.callsheet.runtime.client.media.MediaUploaded;
import dev.callsheet.runtime.client.media.StoredMedia;
import dev.callsheet.runtime.internal.media.StorageCalls.Attempt;
import dev.callsheet.runtime.internal.media.StorageCalls.Failure;
import dev.callsheet.runtime.internal.media.StorageCalls.Success;
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
import java.util.function.Consumer;
import java.util.function.Function;

/** The platform's storage of media, by tasks of type {@code mediaStorage} over HTTP. */
public final class HttpMediaStorage implements MediaStorage {
  private final HttpTransport transport;
  private final Duration timeout;
  private final StorageCalls calls;
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
      StorageCalls calls,
      Consumer<MediaUploaded> listener) {
    this.transport = transport;
    this.timeout = timeout;
    this.calls = calls;
    this.listener = listener;
  }

  @Override
  public StoredMedia upload(Media media) {
    var started = System.nanoTime();
    var local = media instanceof LocalMedia here ? here : null;
    var stored =
        calls.call(
            () ->
                attempt(
                    local == null ? send(MediaStorageTask.upload(media.parameter())) : send(local),
                    HttpMediaStorage::stored));
    var took = Duration.ofNanos(System.nanoTime() - started);
    listener.accept(new MediaUploaded(stored.parameter(), local == null ? 0 : local.size(), took));
    return stored;
  }

  @Override
  public void delete(UUID media) {
    var unused =
        calls.call(
            () ->
                attempt(
                    send(MediaStorageTask.delete(media)),
                    answer -> answer.errors().isEmpty() ? Optional.of(media) : Optional.empty()));
  }

  private static <T> Attempt<T> attempt(
      ApiReply reply, Function<ApiReply.ParsedReply, Optional<T>> result) {
    return (reply instanceof ApiReply.ParsedReply answer
            ? result.apply(answer)
            : Optional.<T>empty())
        .<Attempt<T>>map(Success::new)
        .orElseGet(() -> new Failure<>(errorOf(reply), reply.isTransient(), reply.retryAfter()));
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
    return StorageCalls.await(transport.exchange(BodyPublishers.ofByteArray(body), timeout));
  }

  private ApiReply send(LocalMedia media) {
    try (var body = MediaStorageTask.uploadBody(media)) {
      return body.reply(transport.exchange(body.publisher(), timeout));
    }
  }
}
