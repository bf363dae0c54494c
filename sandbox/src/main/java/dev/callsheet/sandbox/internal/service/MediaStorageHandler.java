package dev.callsheet.sandbox.internal.service;

import dev.callsheet.runtime.internal.datauri.DataUri;
import dev.callsheet.sandbox.internal.limit.ReceiveBudget;
import dev.callsheet.sandbox.internal.limit.ReceivedBytes;
import dev.callsheet.sandbox.internal.media.HostedMedia;
import dev.callsheet.sandbox.internal.media.MediaStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers {@code mediaStorage}: stores media for use in tasks, and deletes them. */
final class MediaStorageHandler {
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int UNAVAILABLE = 503;
  private static final Set<String> OPERATIONS = Set.of("upload", "delete");
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** Media that cannot be taken, and why. */
  private static final class RejectedMediaException extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;
    private final transient ErrorEntry error;

    RejectedMediaException(int status, String code, String message) {
      super(message);
      this.status = status;
      this.error = ErrorEntry.of(code, message);
    }

    RejectedMediaException(String code, String message) {
      this(BAD_REQUEST, code, message);
    }
  }

  private final MediaStore store;
  private final ReceiveBudget budget;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  /**
   * Stores media there.
   *
   * @param budget for what is fetched from elsewhere
   */
  MediaStorageHandler(MediaStore store, ReceiveBudget budget) {
    this.store = store;
    this.budget = budget;
  }

  DelayedEnvelope handle(ObjectNode task, RequestContext context, ResponseEnvelope reply) {
    String media = task.path("media").asString("");
    String operation = task.path("operation").asString("");
    if (context.isDryRun() && OPERATIONS.contains(operation)) {
      reply.addServedTask(item(task).put("dryRun", true));
    } else if (operation.equals("upload")) {
      return upload(task, "media", reply);
    } else if (operation.equals("delete")) {
      delete(task, media, reply);
    } else {
      reject(
          task,
          ErrorEntry.of("invalidOperation", "`operation` is upload or delete.")
              .withParameter("operation"),
          BAD_REQUEST,
          reply);
    }
    return DelayedEnvelope.immediate(reply);
  }

  /** The same for {@code imageUpload}, as it was called in earlier days. */
  DelayedEnvelope handleImage(ObjectNode task, RequestContext context, ResponseEnvelope reply) {
    if (!context.isDryRun()) {
      return upload(task, "image", reply);
    }
    reply.addServedTask(item(task).put("dryRun", true));
    return DelayedEnvelope.immediate(reply);
  }

  /** No thread waits for media that have to be fetched from elsewhere. */
  private DelayedEnvelope upload(ObjectNode task, String name, ResponseEnvelope reply) {
    CompletableFuture<byte[]> bytes = bytes(task.path(name).asString(""));
    CompletableFuture<Void> stored =
        bytes.handle(
            (content, failure) -> {
              if (content != null) {
                store(task, name, content, reply);
              } else {
                Throwable cause =
                    failure instanceof CompletionException ? failure.getCause() : failure;
                RejectedMediaException why =
                    cause instanceof RejectedMediaException rejected
                        ? rejected
                        : downloadFailed("The URL cannot be fetched: " + cause + ".");
                reject(task, why.error.withParameter(name), why.status, reply);
              }
              return null;
            });
    return new DelayedEnvelope(Duration.ZERO, stored, () -> reply);
  }

  private void store(ObjectNode task, String name, byte[] content, ResponseEnvelope reply) {
    HostedMedia stored = store.upload(task.path("taskUUID").asString(""), content);
    reply.addServedTask(
        item(task)
            .put(name + "UUID", stored.uuid().toString())
            .put(name + "URL", stored.url().toString()));
  }

  private void delete(ObjectNode task, String media, ResponseEnvelope reply) {
    if (store.remove(media)) {
      reply.addServedTask(item(task).put("mediaUUID", media));
    } else {
      reject(
          task,
          ErrorEntry.of("mediaNotFound", "Nothing is stored under this UUID.")
              .withParameter("media"),
          NOT_FOUND,
          reply);
    }
  }

  /** The media itself, be it given by a URL, a data URI or as Base64. */
  private CompletableFuture<byte[]> bytes(String media) {
    if (media.isEmpty()) {
      return CompletableFuture.failedFuture(
          new RejectedMediaException(
              "missingMedia", "Nothing is given: a URL, a data URI or Base64."));
    }
    if (media.startsWith("http://") || media.startsWith("https://")) {
      return fetch(media);
    }
    try (InputStream bytes =
        DataUri.isDataUri(media) ? DataUri.parse(media).open() : DataUri.openBase64(media)) {
      return CompletableFuture.completedFuture(bytes.readAllBytes());
    } catch (IllegalArgumentException | IOException e) {
      return CompletableFuture.failedFuture(
          new RejectedMediaException(
              "invalidMedia", "The media is no data URI or Base64: " + e.getMessage() + "."));
    }
  }

  private CompletableFuture<byte[]> fetch(String url) {
    HttpRequest request;
    try {
      request = HttpRequest.newBuilder(URI.create(url)).build();
    } catch (IllegalArgumentException e) {
      return CompletableFuture.failedFuture(
          downloadFailed("The URL cannot be fetched: " + e.getMessage() + "."));
    }
    LimitedBody body = new LimitedBody(budget, this::notTaken);
    CompletableFuture<HttpResponse<CompletableFuture<byte[]>>> exchange =
        http.sendAsync(request, info -> body);
    return exchange
        .copy()
        .orTimeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete(
            (response, failure) -> {
              exchange.cancel(true);
              body.abandon();
            })
        .thenCompose(
            response -> {
              if (response.statusCode() != 200) {
                return CompletableFuture.failedFuture(
                    downloadFailed("The URL answers " + response.statusCode() + "."));
              }
              return response.body();
            });
  }

  private RejectedMediaException notTaken(ReceivedBytes.Outcome outcome) {
    return outcome == ReceivedBytes.Outcome.TOO_LARGE
        ? downloadFailed("The media has more than " + budget.largestRequest() + " bytes.")
        : new RejectedMediaException(
            UNAVAILABLE,
            "serviceUnavailable",
            "Too many large media are fetched at once; try again later.");
  }

  private static RejectedMediaException downloadFailed(String message) {
    return new RejectedMediaException("downloadFailed", message);
  }

  private static void reject(
      ObjectNode task, ErrorEntry error, int status, ResponseEnvelope reply) {
    reply.reject(
        error.withTask(task.path("taskType").asString(), task.path("taskUUID").asString("")),
        status);
  }

  private static ObjectNode item(ObjectNode task) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("taskType", task.path("taskType").asString())
        .put("taskUUID", task.path("taskUUID").asString(""));
  }
}
