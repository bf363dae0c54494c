package dev.callsheet.runtime.client.media;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.UUID;

/** A task of type {@code mediaStorage}, as the API wants it. */
@JsonPropertyOrder({"taskType", "taskUUID", "operation", "media"})
record StorageTask(String taskType, UUID taskUUID, String operation, String media) {
  /** Stores an address, a data URI or Base64. */
  static StorageTask upload(String media) {
    return of("upload", media);
  }

  /** Deletes what is stored under a UUID. */
  static StorageTask delete(UUID media) {
    return of("delete", media.toString());
  }

  private static StorageTask of(String operation, String media) {
    return new StorageTask("mediaStorage", UUID.randomUUID(), operation, media);
  }
}
