package dev.callsheet.runtime.internal.media;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.UUID;

/** A task of type {@code mediaStorage}, as the API wants it. */
@JsonPropertyOrder({"taskType", "taskUUID", "operation", "media"})
record MediaStorageTask(String taskType, UUID taskUUID, String operation, String media) {
  /** Stores an address, a data URI or Base64. */
  static MediaStorageTask upload(String media) {
    return of("upload", media);
  }

  /** Deletes what is stored under a UUID. */
  static MediaStorageTask delete(UUID media) {
    return of("delete", media.toString());
  }

  private static MediaStorageTask of(String operation, String media) {
    return new MediaStorageTask("mediaStorage", UUID.randomUUID(), operation, media);
  }
}
