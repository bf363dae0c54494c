package dev.callsheet.sandbox.internal.service;

import dev.callsheet.runtime.internal.datauri.DataUri;
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
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers {@code mediaStorage}: stores media for use in tasks, and deletes them. */
final class MediaStorageHandler {
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final Set<String> OPERATIONS = Set.of("upload", "delete");
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** Media that cannot be taken, and why. */
  private static final class RejectedMediaException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient ErrorEntry error;

    RejectedMediaException(String code, String message) {
      super(message);
      this.error = ErrorEntry.of(code, message).withParameter("media");
    }
  }

  private final MediaStore store;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  MediaStorageHandler(MediaStore store) {
    this.store = store;
  }

  void handle(ObjectNode task, RequestContext context, ResponseEnvelope reply) {
    String media = task.path("media").asString("");
    String operation = task.path("operation").asString("");
    if (context.isDryRun() && OPERATIONS.contains(operation)) {
      reply.addServedTask(item(task).put("dryRun", true));
      return;
    }
    switch (operation) {
      case "upload" -> upload(task, media, reply);
      case "delete" -> delete(task, media, reply);
      default ->
          reject(
              task,
              ErrorEntry.of("invalidOperation", "`operation` is upload or delete.")
                  .withParameter("operation"),
              BAD_REQUEST,
              reply);
    }
  }

  private void upload(ObjectNode task, String media, ResponseEnvelope reply) {
    try {
      HostedMedia stored = store.upload(task.path("taskUUID").asString(""), bytes(media));
      reply.addServedTask(
          item(task)
              .put("mediaUUID", stored.uuid().toString())
              .put("mediaURL", stored.url().toString()));
    } catch (RejectedMediaException e) {
      reject(task, e.error, BAD_REQUEST, reply);
    }
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
  private byte[] bytes(String media) throws RejectedMediaException {
    if (media.isEmpty()) {
      throw new RejectedMediaException("missingMedia", "`media` is a URL, a data URI or Base64.");
    }
    if (media.startsWith("http://") || media.startsWith("https://")) {
      return fetch(media);
    }
    try (InputStream bytes =
        DataUri.isDataUri(media) ? DataUri.parse(media).open() : DataUri.openBase64(media)) {
      return bytes.readAllBytes();
    } catch (IllegalArgumentException | IOException e) {
      throw new RejectedMediaException(
          "invalidMedia", "The media is no data URI or Base64: " + e.getMessage() + ".");
    }
  }

  private byte[] fetch(String url) throws RejectedMediaException {
    try {
      HttpResponse<byte[]> response =
          http.send(
              HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() == 200) {
        return response.body();
      }
      throw new RejectedMediaException(
          "downloadFailed", "The URL answers " + response.statusCode() + ".");
    } catch (IOException | IllegalArgumentException e) {
      throw new RejectedMediaException("downloadFailed", "The URL cannot be fetched: " + e + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RejectedMediaException("downloadFailed", "The sandbox is closing.");
    }
  }

  private static void reject(
      ObjectNode task, ErrorEntry error, int status, ResponseEnvelope reply) {
    reply.reject(error.withTask("mediaStorage", task.path("taskUUID").asString("")), status);
  }

  private static ObjectNode item(ObjectNode task) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("taskType", "mediaStorage")
        .put("taskUUID", task.path("taskUUID").asString(""));
  }
}
