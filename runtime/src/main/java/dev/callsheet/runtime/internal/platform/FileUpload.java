package dev.callsheet.runtime.internal.platform;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.error.ErrorCategory;
import dev.callsheet.runtime.client.error.ErrorClassification;
import dev.callsheet.runtime.client.error.MediaException;
import dev.callsheet.runtime.client.media.LocalMedia;
import dev.callsheet.runtime.client.media.MediaType;
import dev.callsheet.runtime.client.media.RemoteMedia;
import dev.callsheet.runtime.internal.job.MediaUpload;
import dev.callsheet.runtime.internal.media.MediaUploadBody;
import dev.callsheet.runtime.internal.media.StorageCalls;
import dev.callsheet.runtime.internal.media.StorageCalls.Attempt;
import dev.callsheet.runtime.internal.media.StorageCalls.Failure;
import dev.callsheet.runtime.internal.media.StorageCalls.Success;
import dev.callsheet.runtime.internal.wire.ErrorCodes;
import dev.callsheet.runtime.internal.wire.WireJson;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import dev.callsheet.runtime.protocol.PlatformProtocol.ErrorPlace;
import dev.callsheet.runtime.protocol.PlatformProtocol.Send;
import dev.callsheet.runtime.protocol.PlatformProtocol.Upload;
import dev.callsheet.runtime.protocol.PlatformProtocol.Wait;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.MissingNode;

/**
 * Stores files with a platform as its description says, so that requests can name them. The file is
 * sent piece by piece. It costs nothing, so it is tried again while that can help, from the first
 * request on.
 *
 * @param upload how the platform's description says that files are stored
 * @param sender sends a request, once
 * @param clock what a date in {@code Retry-After} is compared with
 */
public record FileUpload(
    PlatformProtocol protocol,
    Upload upload,
    RequestFactory requests,
    Function<HttpRequest, CompletableFuture<Reply>> sender,
    PlatformErrors errors,
    Clock clock,
    StorageCalls calls)
    implements MediaUpload {
  private static final String UNKNOWN_TYPE = "application/octet-stream";
  private static final byte[] NOTHING = new byte[0];

  /**
   * What came back.
   *
   * @param failure why nothing did; null if something did
   */
  public record Reply(PlatformReply reply, @Nullable ApiError failure) {}

  @Override
  public RemoteMedia store(LocalMedia media) {
    var most = upload.atMost();
    if (most != null) {
      var unused = media.requireMaxSize(most);
    }
    return new RemoteMedia(calls.call(() -> attempt(media)));
  }

  private Attempt<String> attempt(LocalMedia media) {
    var first = sendFirst(media);
    var failure = failure(first, this::refusal, protocol.pace().waits());
    if (failure.isPresent()) {
      return failure.get();
    }
    var stored = first.reply().text(upload.url());
    if (stored.isEmpty()) {
      return unrecognized(first, "does not say what the file is called");
    }
    var send = upload.send();
    var notSent = send == null ? Optional.<Attempt<String>>empty() : sendFile(media, send, first);
    return notSent.orElseGet(() -> new Success<>(stored.get()));
  }

  private Reply sendFirst(LocalMedia media) {
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
    if (part == null) {
      var json = BodyPublishers.ofByteArray(WireJson.MAPPER.writeValueAsBytes(body));
      return StorageCalls.await(sender.apply(firstRequest(media, Map.of(), json)));
    }
    var form = new MultipartBody(body, part, media, contentType(media));
    var headers = Map.of("Content-Type", form.contentType());
    try (var sent = form.body()) {
      return sent.reply(sender.apply(firstRequest(media, headers, sent.publisher())));
    }
  }

  private HttpRequest firstRequest(
      LocalMedia media, Map<String, String> headers, BodyPublisher body) {
    var names = Map.of("name", media.fileName(), "type", contentType(media));
    return requests
        .request(upload.request(), Map.of(), names, headers, body)
        .orElseThrow(
            () ->
                new MediaException(
                    "The address of `" + upload.request() + "` is none of " + protocol.title(),
                    null));
  }

  /** Sends the file to where the first reply says; empty if it is there. */
  private Optional<Attempt<String>> sendFile(LocalMedia media, Send send, Reply first) {
    var part = send.file();
    var form =
        part == null
            ? null
            : new MultipartBody(fields(send, first), part, media, contentType(media));
    var type = form == null ? contentType(media) : form.contentType();
    try (var body = form == null ? MediaUploadBody.ofBytes(NOTHING, media, NOTHING) : form.body()) {
      var request =
          first
              .reply()
              .text(send.to())
              .flatMap(to -> requests.fileRequest(send.method(), to, type, body.publisher()));
      if (request.isEmpty()) {
        return Optional.of(unrecognized(first, "names no address where a file may be sent to"));
      }
      var host = request.get().uri().getHost();
      return failure(
          body.reply(sender.apply(request.get())),
          reply -> refusalOfStorage(host, reply.status()),
          List.of());
    }
  }

  private static Map<String, String> fields(Send send, Reply first) {
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
    return fields;
  }

  private static String contentType(LocalMedia media) {
    return media.type().map(MediaType::contentType).orElse(UNKNOWN_TYPE);
  }

  /**
   * The failure that a reply is, if it is one.
   *
   * @param refusal reads the error of a reply
   * @param waits where such a reply says how long to wait, beside its headers
   */
  private Optional<Attempt<String>> failure(
      Reply reply, Function<PlatformReply, ApiError> refusal, List<Wait> waits) {
    var failure = reply.failure();
    if (failure == null && reply.reply().status() < 300) {
      return Optional.empty();
    }
    var error = failure == null ? refusal.apply(reply.reply()) : failure;
    var wait = RequestedWait.of(reply.reply(), waits, clock);
    return Optional.of(new Failure<>(error, error.isRetryable(), wait));
  }

  private ApiError refusal(PlatformReply reply) {
    return errors.read(reply, ErrorPlace.REFUSAL, null);
  }

  /** The host is another than the platform's: its statuses say nothing about the account. */
  private ApiError refusalOfStorage(String host, int status) {
    var isTransient = status == 408 || status == 429 || status >= 500;
    return new ApiError(
        new ErrorClassification(
            ErrorCategory.PROVIDER, isTransient, "PROVIDER by HTTP " + status + " of " + host),
        "uploadFailed",
        host
            + ", where "
            + protocol.title()
            + " has files sent to, does not take the file: HTTP "
            + status,
        List.of(),
        null,
        status,
        MissingNode.getInstance());
  }

  private Attempt<String> unrecognized(Reply reply, String what) {
    var status = reply.reply().status();
    var error =
        ErrorCodes.localError(
            ErrorCodes.UNRECOGNIZED,
            protocol.title() + " " + what + " (HTTP " + status + ")",
            status);
    return new Failure<>(error, error.isRetryable(), null);
  }
}
