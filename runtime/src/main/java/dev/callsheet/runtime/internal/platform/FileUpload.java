package dev.callsheet.runtime.internal.platform;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.error.MediaException;
import dev.callsheet.runtime.client.media.LocalMedia;
import dev.callsheet.runtime.client.media.MediaType;
import dev.callsheet.runtime.client.media.RemoteMedia;
import dev.callsheet.runtime.client.policy.RetryPolicy;
import dev.callsheet.runtime.internal.job.MediaUpload;
import dev.callsheet.runtime.internal.wire.ErrorCodes;
import dev.callsheet.runtime.internal.wire.WireJson;
import dev.callsheet.runtime.protocol.PlatformProtocol.ErrorPlace;
import dev.callsheet.runtime.protocol.PlatformProtocol.Send;
import dev.callsheet.runtime.protocol.PlatformProtocol.Upload;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Stores files with a platform as its description says, so that requests can name them. The file is
 * sent piece by piece. It costs nothing, so it is tried again while that can help, from the first
 * request on.
 *
 * @param title the platform's name, for messages
 * @param sender sends a request, once
 */
public record FileUpload(
    String title,
    Upload upload,
    RequestFactory requests,
    Function<HttpRequest, CompletableFuture<Reply>> sender,
    PlatformErrors errors,
    RetryPolicy retries,
    RandomGenerator random)
    implements MediaUpload {
  private static final String UNKNOWN_TYPE = "application/octet-stream";

  /**
   * What came back.
   *
   * @param failure why nothing did; null if something did
   */
  public record Reply(PlatformReply reply, @Nullable ApiError failure) {}

  /** How an attempt ended: with one of the two. */
  private record Attempt(@Nullable String stored, @Nullable ApiError error) {}

  @Override
  public RemoteMedia store(LocalMedia media) {
    var most = upload.atMost();
    if (most != null) {
      var unused = media.requireMaxSize(most);
    }
    for (var number = 1; ; number++) {
      var attempt = attempt(media);
      var stored = attempt.stored();
      if (stored != null) {
        return new RemoteMedia(stored);
      }
      var error = Objects.requireNonNull(attempt.error());
      var wait = retries.delayAfter(number, null, random);
      if (!error.isRetryable() || wait.isEmpty()) {
        throw error.toException();
      }
      sleep(wait.get());
    }
  }

  private Attempt attempt(LocalMedia media) {
    var first = reply(firstRequest(media));
    var error = error(first);
    if (error.isPresent()) {
      return new Attempt(null, error.get());
    }
    var stored = first.reply().text(upload.url());
    if (stored.isEmpty()) {
      return new Attempt(null, unrecognized(first, "does not say what the file is called"));
    }
    var send = upload.send();
    if (send != null) {
      var target = first.reply().text(send.to()).flatMap(to -> fileRequest(media, send, to, first));
      if (target.isEmpty()) {
        return new Attempt(
            null, unrecognized(first, "names no address where a file may be sent to"));
      }
      error = error(reply(target.get()));
      if (error.isPresent()) {
        return new Attempt(null, error.get());
      }
    }
    return new Attempt(stored.get(), null);
  }

  private HttpRequest firstRequest(LocalMedia media) {
    var names = Map.of("name", media.fileName(), "type", contentType(media));
    var body = new LinkedHashMap<String, String>();
    upload
        .body()
        .forEach(
            (member, value) ->
                body.put(
                    member,
                    value
                        .replace("{name}", media.fileName())
                        .replace("{type}", contentType(media))));
    var part = upload.file();
    var form = part == null ? null : new MultipartBody(body, part, media, contentType(media));
    return requests
        .request(
            upload.request(),
            Map.of(),
            names,
            form == null ? Map.of() : Map.of("Content-Type", form.contentType()),
            form == null
                ? BodyPublishers.ofByteArray(WireJson.MAPPER.writeValueAsBytes(body))
                : form.publisher())
        .orElseThrow(
            () ->
                new MediaException(
                    "The address of `" + upload.request() + "` is none of " + title, null));
  }

  private Optional<HttpRequest> fileRequest(
      LocalMedia media, Send send, String target, Reply first) {
    var part = send.file();
    if (part == null) {
      return requests.fileRequest(
          send.method(),
          target,
          contentType(media),
          BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(media::stream), media.size()));
    }
    var fields = new LinkedHashMap<String, String>();
    if (send.fields() != null) {
      first
          .reply()
          .nodes(send.fields())
          .forEach(
              object ->
                  object
                      .properties()
                      .forEach(field -> fields.put(field.getKey(), field.getValue().asString(""))));
    }
    var form = new MultipartBody(fields, part, media, contentType(media));
    return requests.fileRequest(send.method(), target, form.contentType(), form.publisher());
  }

  private static String contentType(LocalMedia media) {
    return media.type().map(MediaType::contentType).orElse(UNKNOWN_TYPE);
  }

  private Optional<ApiError> error(Reply reply) {
    if (reply.failure() != null) {
      return Optional.of(reply.failure());
    }
    return reply.reply().status() < 300
        ? Optional.empty()
        : Optional.of(errors.read(reply.reply(), ErrorPlace.REFUSAL, null));
  }

  private ApiError unrecognized(Reply reply, String what) {
    return ErrorCodes.localError(
        ErrorCodes.UNRECOGNIZED,
        title + " " + what + " (HTTP " + reply.reply().status() + ")",
        reply.reply().status());
  }

  private Reply reply(HttpRequest request) {
    try {
      return sender.apply(request).get();
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
