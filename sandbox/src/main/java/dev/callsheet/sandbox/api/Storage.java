package dev.callsheet.sandbox.api;

import dev.callsheet.sandbox.media.MediaStore;
import dev.callsheet.sandbox.media.StoredMedia;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers {@code mediaStorage}: stores media for use in tasks, and deletes them. */
final class Storage {
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Media that cannot be taken, and why. */
  private static final class Unacceptable extends Exception {
    private static final long serialVersionUID = 1;

    private final transient ApiError error;

    Unacceptable(String code, String message) {
      super(message);
      this.error = ApiError.of(code, message).about("media");
    }
  }

  private final MediaStore store;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  Storage(MediaStore store) {
    this.store = store;
  }

  void answer(ObjectNode task, Envelope reply) {
    String media = task.path("media").asString("");
    switch (task.path("operation").asString("")) {
      case "upload" -> upload(task, media, reply);
      case "delete" -> delete(task, media, reply);
      default ->
          reject(
              task,
              ApiError.of("invalidOperation", "`operation` is upload or delete.")
                  .about("operation"),
              BAD_REQUEST,
              reply);
    }
  }

  private void upload(ObjectNode task, String media, Envelope reply) {
    try {
      StoredMedia stored = store.upload(task.path("taskUUID").asString(""), bytes(media));
      reply.serve(
          item(task)
              .put("mediaUUID", stored.uuid().toString())
              .put("mediaURL", stored.url().toString()));
    } catch (Unacceptable e) {
      reject(task, e.error, BAD_REQUEST, reply);
    }
  }

  private void delete(ObjectNode task, String media, Envelope reply) {
    if (store.remove(media)) {
      reply.serve(item(task).put("mediaUUID", media));
    } else {
      reject(
          task,
          ApiError.of("mediaNotFound", "Nothing is stored under this UUID.").about("media"),
          NOT_FOUND,
          reply);
    }
  }

  /** The media itself, be it given by a URL, a data URI or as Base64. */
  private byte[] bytes(String media) throws Unacceptable {
    if (media.isEmpty()) {
      throw new Unacceptable("missingMedia", "`media` is a URL, a data URI or Base64.");
    }
    if (media.startsWith("http://") || media.startsWith("https://")) {
      return fetch(media);
    }
    String base64 = media.startsWith("data:") ? media.substring(media.indexOf(',') + 1) : media;
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new Unacceptable("invalidMedia", "The media is not Base64: " + e.getMessage() + ".");
    }
  }

  private byte[] fetch(String url) throws Unacceptable {
    try {
      HttpResponse<byte[]> response =
          http.send(
              HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() == 200) {
        return response.body();
      }
      throw new Unacceptable("downloadFailed", "The URL answers " + response.statusCode() + ".");
    } catch (IOException | IllegalArgumentException e) {
      throw new Unacceptable("downloadFailed", "The URL cannot be fetched: " + e + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unacceptable("downloadFailed", "The sandbox is closing.");
    }
  }

  private static void reject(ObjectNode task, ApiError error, int status, Envelope reply) {
    reply.reject(error.in("mediaStorage", task.path("taskUUID").asString("")), status);
  }

  private static ObjectNode item(ObjectNode task) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("taskType", "mediaStorage")
        .put("taskUUID", task.path("taskUUID").asString(""));
  }
}
